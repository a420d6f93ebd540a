// Opens the element's closed shadow root, as a tracker could, so that the tests reach the frame in it.
const attach = Element.prototype.attachShadow;
Element.prototype.attachShadow = function (options) {
  return attach.call(this, { ...options, mode: "open" });
};
