// A session recorder as nosy as a site's own script can be. It runs before anything else on the page and writes down
// whatever it can get hold of, one line each, for the tests to read.
window.recorded = [];

(() => {
  "use strict";

  const lines = window.recorded;
  const text = (value) => {
    try {
      return typeof value === "string" ? value : typeof value === "function" ? "a function" : JSON.stringify(value) ?? String(value);
    } catch {
      return String(value);
    }
  };
  // A line that only repeats the one before tells nothing more.
  const note = (...words) => {
    const line = words.map(text).join(" ");
    if (line !== lines.at(-1)) lines.push(line);
  };
  const named = (node) => {
    if (node === window || node === document) return node === window ? "window" : "document";
    if (node instanceof Element) return node.localName;
    return node?.constructor?.name ?? String(node);
  };

  // Calls of the page's own scripts, with everything that is given to them.
  const spyOn = (owner, method, what) => {
    const native = owner?.[method];
    if (typeof native !== "function") return;
    owner[method] = function (...given) {
      note(what ?? method, ...given);
      return Reflect.apply(native, this, given);
    };
  };
  const spyOnMaking = (name) => {
    const native = window[name];
    if (!native) return;
    window[name] = new Proxy(native, {
      construct(target, given, made) {
        note(name, ...given);
        return Reflect.construct(target, given, made);
      },
    });
  };

  const everything = { subtree: true, childList: true, attributes: true, characterData: true };
  const watch = (root) =>
    new MutationObserver((changes) => {
      for (const { type, target, attributeName, addedNodes, removedNodes } of changes) {
        const value = attributeName ? `${attributeName}="${target.getAttribute(attributeName) ?? ""}"` : "";
        note("change", named(target), type === "attributes" ? value : type);
        for (const node of addedNodes) note("added", node.outerHTML ?? node.textContent);
        for (const node of removedNodes) note("removed", named(node));
        if (type === "characterData") note("text", target.textContent);
      }
    }).observe(root, everything);
  watch(document);

  // A closed shadow root is open to whoever was there first.
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (options) {
    const root = attach.call(this, { ...options, mode: "open" });
    watch(root);
    return root;
  };

  // Every kind of event that any object of the page has a handler for, and some that have none.
  const kinds = new Set(`DOMContentLoaded focusin focusout compositionstart compositionupdate compositionend textInput
    touchstart touchmove touchend touchcancel gesturestart deviceorientation devicemotion`.split(/\s+/));
  for (const owner of [window, document, Document.prototype, Element.prototype, HTMLElement.prototype]) {
    for (let at = owner; at; at = Object.getPrototypeOf(at)) {
      for (const name of Object.getOwnPropertyNames(at)) if (name.startsWith("on")) kinds.add(name.slice(2));
    }
  }
  const said = ["data", "key", "code", "inputType", "submitter", "message", "newValue", "oldValue", "state"];
  for (const kind of kinds) {
    addEventListener(kind, (event) => {
      const words = said.filter((name) => event[name] !== undefined && event[name] !== null).map((name) => text(event[name]));
      note("event", kind, named(event.composedPath()[0]), ...words);
    }, { capture: true, passive: true });
  }
  // What the site's other scripts are told.
  const listen = EventTarget.prototype.addEventListener;
  EventTarget.prototype.addEventListener = function (kind, listener, ...rest) {
    const hear = (event) => {
      note("heard", kind, event.data ?? "");
      return typeof listener === "function" ? Reflect.apply(listener, this, [event]) : listener.handleEvent(event);
    };
    return Reflect.apply(listen, this, [kind, listener ? hear : listener, ...rest]);
  };

  for (const method of ["fetch", "open", "postMessage", "setTimeout", "setInterval", "requestAnimationFrame", "print"]) {
    spyOn(window, method);
  }
  spyOn(XMLHttpRequest.prototype, "open", "XMLHttpRequest");
  spyOn(XMLHttpRequest.prototype, "send", "XMLHttpRequest");
  spyOn(Navigator.prototype, "sendBeacon");
  for (const method of ["pushState", "replaceState", "back", "forward", "go"]) spyOn(History.prototype, method);
  for (const method of ["setItem", "removeItem"]) spyOn(Storage.prototype, method);
  for (const method of Object.keys(console)) spyOn(console, method, "console");
  for (const name of ["WebSocket", "EventSource", "Worker", "BroadcastChannel", "Image", "RTCPeerConnection"]) spyOnMaking(name);

  // What browsers measure for pages.
  for (const type of PerformanceObserver.supportedEntryTypes) {
    new PerformanceObserver((list) => {
      for (const { name } of list.getEntries()) note("measured", type, name.split("#")[0]);
    }).observe({ type, buffered: true });
  }
  if (window.ReportingObserver) {
    new ReportingObserver((reports) => reports.forEach(({ type, body }) => note("report", type, body))).observe();
  }

  // What can only be looked at again and again. The frame lets others count the frames in it, and nothing else.
  const seen = {};
  const look = () => {
    const frame = document.querySelector("care-check")?.shadowRoot?.querySelector("iframe");
    const now = {
      height: frame ? Math.round(frame.getBoundingClientRect().height) : 0,
      frames: frame?.contentWindow ? frame.contentWindow.length : 0,
      deeper: frame?.contentWindow?.length ? frame.contentWindow[0].length : 0,
      focus: document.activeElement ? named(document.activeElement) : "nothing",
      address: location.href,
      title: document.title,
      name: window.name,
      history: history.length,
      state: history.state,
      stored: { ...localStorage, ...sessionStorage },
      cookie: document.cookie,
    };
    for (const [name, value] of Object.entries(now)) {
      if (text(value) !== text(seen[name])) note("looked", name, value);
      seen[name] = value;
    }
  };
  setInterval(look, 10);
  window.recordNow = look;

  // For whoever looks after the page is gone.
  const keep = sessionStorage.setItem.bind(sessionStorage, "recorded");
  addEventListener("pagehide", () => keep(JSON.stringify(lines)));
})();
