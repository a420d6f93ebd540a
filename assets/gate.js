// Runs first inside the frame and takes away what the program never needs.
// The page's policy and the frame's sandbox are the walls; this is one more for what they let through
// (WebRTC, name look-ups, navigation of the frame itself), and it turns our own mistakes into loud errors.
(() => {
  "use strict";

  const words = (text) => new Set(text.trim().split(/\s+/));
  // Taken before anybody could put something else there.
  const { apply } = Reflect;

  const htmlTags = words(`div section header footer main nav h1 h2 h3 h4 p ul ol li dl dt dd br
    fieldset legend label input button select option textarea details summary
    span strong em progress table caption thead tbody tr th td`);
  const svgTags = words("svg g path circle ellipse rect line polyline polygon title desc");
  const refusedAttributes = words(`href src srcset srcdoc data poster background ping
    action formaction formtarget target download style is manifest http-equiv nonce`);

  const refuse = (what) => {
    throw new Error(`the gate refuses ${what}`);
  };
  const allowTag = (tags, tag) => {
    // A text for certain: what is looked at here is what is made.
    const name = `${tag}`;
    if (!tags.has(name.toLowerCase())) refuse(`the element ${name}`);
    return name;
  };
  const allowAttribute = (attribute) => {
    const name = `${attribute}`;
    // A prefix such as xlink: does not make an address harmless.
    const local = name.toLowerCase().slice(name.lastIndexOf(":") + 1);
    if (refusedAttributes.has(local) || local.startsWith("on")) refuse(`the attribute ${name}`);
    return name;
  };

  // What a visitor takes along, by their own act: a text to the clipboard, or one of these files to the folder of
  // downloads. These two functions hold what they need; everything it could be done with is taken away below. They
  // say whether the browser did it, and do nothing unless somebody has just pressed something.
  const files = {
    __proto__: null,
    plan: { name: "plan.txt", type: "text/plain" },
    summary: { name: "summary.txt", type: "text/plain" },
    fhir: { name: "summary.json", type: "application/fhir+json" },
  };
  const create = document.createElement.bind(document);
  const command = document.execCommand.bind(document);
  const { createObjectURL, revokeObjectURL } = URL;
  const { setAttribute } = Element.prototype;
  const { click } = HTMLElement.prototype;
  const { userActivation } = navigator;
  const isActive = userActivation && Object.getOwnPropertyDescriptor(UserActivation.prototype, "isActive").get;
  const pressed = () => userActivation !== undefined && apply(isActive, userActivation, []);
  // A browser needs some time to read what it saves.
  const READ_WITHIN_MS = 60_000;
  const provide = (name, value) => Object.defineProperty(window, name, { value });

  provide("careCheckSave", (which, text) => {
    const file = files[which];
    if (!file || !pressed()) return false;
    const address = createObjectURL(new Blob([text], { type: `${file.type};charset=utf-8` }));
    const link = create("a");
    apply(setAttribute, link, ["href", address]);
    apply(setAttribute, link, ["download", file.name]);
    apply(click, link, []);
    setTimeout(() => revokeObjectURL(address), READ_WITHIN_MS);
    return true;
  });
  // The clipboard's own interface asks for a permission of every page around; the old command asks for a selection.
  provide("careCheckCopy", (text) => {
    if (!pressed()) return false;
    const focused = document.activeElement;
    const area = create("textarea");
    area.value = text;
    document.body.append(area);
    area.focus({ preventScroll: true });
    area.select();
    const done = command("copy");
    area.remove();
    focused?.focus({ preventScroll: true });
    // A screen reader goes on from the caret, which the area took along.
    if (focused) getSelection().collapse(focused, 0);
    return done;
  });

  // Replaces a method by one that sees the arguments first and passes on what `check` returns.
  const guard = (owner, method, check) => {
    const native = owner[method];
    Object.defineProperty(owner, method, {
      value(...given) {
        return apply(native, this, check(...given));
      },
    });
  };
  const remove = (owner, names) => {
    for (const name of words(names)) {
      if (owner && name in owner) Object.defineProperty(owner, name, { value: undefined });
    }
  };

  const SVG = "http://www.w3.org/2000/svg";
  const HTML = "http://www.w3.org/1999/xhtml";
  guard(Document.prototype, "createElement", (tag) => [allowTag(htmlTags, tag)]);
  guard(Document.prototype, "createElementNS", (namespace, tag) => {
    if (namespace === SVG) return [SVG, allowTag(svgTags, tag)];
    if (namespace === HTML) return [HTML, allowTag(htmlTags, tag)];
    return refuse(`the namespace ${namespace}`);
  });
  guard(Element.prototype, "setAttribute", (name, value) => [allowAttribute(name), value]);
  guard(Element.prototype, "toggleAttribute", (name, ...force) => [allowAttribute(name), ...force]);
  guard(Element.prototype, "setAttributeNS", (namespace, name, value) => [namespace, allowAttribute(name), value]);

  // Markup as text would go round the list of elements. Emptying an element is all that is needed.
  for (const [owner, name] of [
    [Element.prototype, "innerHTML"],
    [Element.prototype, "outerHTML"],
    [ShadowRoot.prototype, "innerHTML"],
  ]) {
    const native = Object.getOwnPropertyDescriptor(owner, name);
    Object.defineProperty(owner, name, {
      get: native.get,
      set(markup) {
        if (markup !== "") refuse("markup as text");
        apply(native.set, this, [""]);
      },
    });
  }
  remove(Element.prototype, "insertAdjacentHTML setHTML setHTMLUnsafe setAttributeNode setAttributeNodeNS");
  remove(ShadowRoot.prototype, "setHTML setHTMLUnsafe");
  remove(NamedNodeMap.prototype, "setNamedItem setNamedItemNS");
  remove(Range.prototype, "createContextualFragment");
  remove(DOMImplementation.prototype, "createDocument createHTMLDocument");
  remove(Document, "parseHTML parseHTMLUnsafe");
  remove(Document.prototype, `write writeln open cookie createAttribute createAttributeNS requestStorageAccess
    execCommand`);
  // Firefox would open a page made of it in this frame, without the policy.
  remove(URL, "createObjectURL revokeObjectURL");

  remove(window, `fetch fetchLater XMLHttpRequest WebSocket WebSocketStream WebTransport EventSource
    RTCPeerConnection webkitRTCPeerConnection RTCDataChannel RTCIceGatherer RTCIceTransport
    Worker SharedWorker BroadcastChannel Image Audio DOMParser XSLTProcessor FontFace
    open navigation documentPictureInPicture customElements PaymentRequest PresentationRequest Notification
    localStorage sessionStorage indexedDB caches cookieStore sharedStorage
    speechSynthesis SpeechSynthesisUtterance SpeechRecognition webkitSpeechRecognition`);
  remove(Navigator.prototype, `sendBeacon serviceWorker share clipboard credentials mediaDevices getUserMedia webkitGetUserMedia
    geolocation storage locks registerProtocolHandler requestMediaKeySystemAccess bluetooth usb serial hid`);

  // One entry of the history is the program's, and it holds a mark: nothing said in an answer, no address, and no
  // number of entries that a site could count.
  const { get: mark } = Object.getOwnPropertyDescriptor(History.prototype, "state");
  guard(History.prototype, "pushState", (state) =>
    state === true && !apply(mark, history, []) ? [true, ""] : refuse("this history entry"));
  remove(History.prototype, "replaceState");

  // Whatever stops the program, the shell has to know, so that it can show the leaflet instead.
  const shell = window.parent;
  const failed = (event) => {
    // Browsers report a postponed layout pass as an error. Nothing is broken then.
    if (String(event.message).startsWith("ResizeObserver loop")) return;
    shell.postMessage("failed", "*");
  };
  window.addEventListener("error", failed);
  window.addEventListener("unhandledrejection", failed);

  // Nobody can change what the checks above ask.
  for (const owner of [Set.prototype, String.prototype, Array.prototype]) Object.freeze(owner);

  onThriceShift(() => shell.postMessage("exit", "*"));
})();
