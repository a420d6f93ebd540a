// <care-check>: shows the sealed page inside another site's page. docs/embedding.md describes it for site owners.
//
// The script holds no question, level or telephone number. It hands the attributes to the page, which judges them,
// and hears nothing from it but a height, a language, "top", "exit", "ready" and "failed".
(() => {
  "use strict";

  const PASSED_ON = ["lang", "region", "theme", "accent", "centre-name", "centre-phone", "centre-url", "offers"];
  const LONGEST_VALUE = 500;
  const SILENT_FOR_MS = 8000;
  // A page whose height depends on its width can swing for ever; after so many steps down a screen stays tall.
  const SHRINKS_A_SCREEN = 20;
  // Filled in by `cargo xtask dist`: the neutral page to leave to, and the page's title in each language.
  const NEUTRAL = "@exit@";
  const titles = "@titles@";

  const SANDBOX = "allow-scripts allow-popups allow-popups-to-escape-sandbox " +
    "allow-top-navigation-to-custom-protocols allow-modals allow-downloads";

  // The sealed page stands next to this script. Where a site's optimizer has put the script into another file, the
  // link between the tags still knows the page.
  const src = document.currentScript?.src ?? "";
  const moved = !/\/embed\.js(\?|$)/.test(src);
  const addressFor = (element) => {
    const link = moved && element.querySelector('a[href$="care-check.html"]');
    return link ? link.href : new URL("care-check.html", src || document.baseURI).href;
  };

  // A style sheet of this kind needs no permission of the site's policy, and "important" in here is stronger
  // than "important" out there. The site's words keep its type and colour, or they could be dark on dark.
  // No taller than the window: then one end of the frame is always in it.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    :host { all: initial !important; display: flow-root !important; width: 100% !important; }
    :host { color: inherit !important; font: inherit !important; }
    iframe { display: block; width: 100%; border: 0; max-height: 100vh; max-height: 100svh; }
    [hidden] { display: none; }
    div { display: flow-root; overflow: clip; overflow-anchor: none; }
    @media print { div { overflow: visible; } }
  `);

  // How far bars of the site, which stay at an end of the window, reach over the place of the element. One that
  // takes more than a third of the window is not a bar, and somebody has to close it first.
  const covered = (element, atTop) => {
    const { left, width } = element.getBoundingClientRect();
    const barAt = (depth) => {
      let bar = document.elementFromPoint(left + width / 2, atTop ? depth : innerHeight - depth);
      while (bar && !/fixed|sticky/.test(getComputedStyle(bar).position)) bar = bar.parentElement;
      return bar?.contains(element) ? null : bar;
    };
    for (let depth = 0;;) {
      const bar = barAt(depth + 1) || barAt(depth + GAP);
      if (!bar) return depth;
      const { top, bottom } = bar.getBoundingClientRect();
      const reached = atTop ? bottom : innerHeight - top;
      if (reached <= depth || reached > innerHeight / 3) return depth;
      depth = reached;
    }
  };
  // Some bars float this many pixels from the end of the window or from each other.
  const GAP = 24;
  const BARS_MOVE = ["scroll", "resize", "transitionend"];

  // On a site without https, as during development, neither does the page to leave to need it.
  const exitAddress = (value) => {
    if (value === null) return NEUTRAL;
    try {
      const { protocol, href } = new URL(value, document.baseURI);
      if (protocol === "https:" || (protocol === "http:" && location.protocol === "http:")) return href;
    } catch {
      // Not an address at all.
    }
    console.warn(`care-check: exit-url is ${JSON.stringify(value.slice(0, 60))}; allowed: an address with https`);
    return NEUTRAL;
  };

  // Replacing leaves no entry to come back to, and the neutral page does not learn where the visitor was.
  const leave = (address) => {
    const referrer = document.createElement("meta");
    referrer.name = "referrer";
    referrer.content = "no-referrer";
    document.head.append(referrer);
    // Site builders put the snippet into a frame of their own; leaving means the window.
    try {
      top.location.replace(address);
    } catch {
      // That frame may not lead the window anywhere.
    }
    if (top !== self) setTimeout(() => location.replace(address), 500);
  };

  class CareCheck extends HTMLElement {
    #shadow = this.attachShadow({ mode: "closed" });
    #children = document.createElement("slot");
    #place = document.createElement("div");
    #frame = null;
    #exit = NEUTRAL;
    #shrinks = 0;
    #listen = (event) => {
      if (this.#frame && event.source === this.#frame.contentWindow && typeof event.data === "string") {
        this.#heard(event.data);
      }
    };

    // Between such bars there is less room. What they hide of the frame's top is cut off besides: so the page notices
    // that its top is not seen, and puts the number to its bottom.
    #dodge = () => {
      const frame = this.#frame;
      if (!frame) return;
      const above = covered(this, true);
      const below = covered(this, false);
      frame.style.maxHeight = `calc(100svh - ${above + below}px)`;
      frame.style.scrollMargin = `${above}px 0 ${below}px`;
      const { top, height } = frame.getBoundingClientRect();
      const hidden = above && Math.min(Math.max(above - top, 0), height);
      this.#place.style.marginTop = hidden + "px";
      frame.style.marginTop = -hidden + "px";
    };

    constructor() {
      super();
      this.#shadow.adoptedStyleSheets = [sheet];
      this.#shadow.append(this.#children, this.#place);
    }

    // Attributes are read here and never again: a later change would cost a visitor the answers given so far.
    connectedCallback() {
      const given = new URLSearchParams();
      for (const name of PASSED_ON) {
        if (this.hasAttribute(name)) given.set(name, this.getAttribute(name).slice(0, LONGEST_VALUE));
      }
      this.#exit = exitAddress(this.getAttribute("exit-url"));
      const frame = document.createElement("iframe");
      frame.setAttribute("sandbox", SANDBOX);
      frame.referrerPolicy = "no-referrer";
      const lang = this.closest("[lang]")?.lang.split("-")[0];
      frame.title = titles[lang] || Object.values(titles)[0];
      frame.style.height = "700px";
      // What follows # stays in the browser; what follows ? would be sent to the server.
      frame.src = addressFor(this) + "#" + given;
      this.#frame = frame;
      this.#children.hidden = false;
      addEventListener("message", this.#listen);
      for (const type of BARS_MOVE) addEventListener(type, this.#dodge, { capture: true, passive: true });
      this.#place.append(frame);
      // A frame that says nothing holds an error page, or nothing at all.
      setTimeout(() => {
        if (frame === this.#frame && !frame.dataset.heard) frame.hidden = true;
      }, SILENT_FOR_MS);
    }

    disconnectedCallback() {
      removeEventListener("message", this.#listen);
      for (const type of BARS_MOVE) removeEventListener(type, this.#dodge, { capture: true });
      this.#frame?.remove();
      this.#frame = null;
    }

    // All that the page may say. Anything else is ignored.
    #heard(message) {
      const frame = this.#frame;
      const height = /^height:([1-9]\d?00)$/.exec(message);
      const lang = /^lang:([a-z]{2,3})$/.exec(message);
      if (height) this.#resize(Number(height[1]));
      else if (lang) frame.title = titles[lang[1]] || frame.title;
      else if (message === "ready") this.#children.hidden = true;
      else if (message === "failed") this.#children.hidden = false;
      else if (message === "top") {
        this.#shrinks = 0;
        // Twice, because a bar may stick only now. At once, whatever the site's style says.
        for (let time = 0; time < 2; time++) {
          this.#dodge();
          frame.scrollIntoView({ block: "nearest", behavior: "instant" });
        }
      } else if (message === "exit") {
        // The answers go first.
        this.disconnectedCallback();
        leave(this.#exit);
        return;
      } else return;
      frame.dataset.heard = "yes";
      frame.hidden = false;
      this.#dodge();
    }

    #resize(height) {
      const shrinks = height < parseInt(this.#frame.style.height);
      if (shrinks && ++this.#shrinks > SHRINKS_A_SCREEN) return;
      this.#frame.style.height = height + "px";
    }
  }

  if (!customElements.get("care-check")) customElements.define("care-check", CareCheck);
})();
