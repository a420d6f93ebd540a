// The shell's only script. It never learns an answer: it shows one region's numbers, keeps the frame
// as tall as the program, follows links of its own, and falls back to the leaflet.
(() => {
  "use strict";

  const root = document.documentElement;
  root.classList.add("js");

  const READY_WITHIN_MS = 8000;
  const TALLEST_PX = 99900;

  const address = new URLSearchParams(location.search);
  const all = (selector) => Array.from(document.body ? document.body.querySelectorAll(selector) : []);
  const one = (selector) => all(selector)[0];

  // What the site owner wrote on <html>, read before this script writes there.
  const preset = { region: root.dataset.region, lang: root.dataset.lang, theme: root.dataset.theme };
  const ownLang = root.lang;

  let region = "";
  let regionChosen = false;
  let ready = false;
  let failed = false;
  let late = false;

  const knowsRegion = (id) => all("[data-region]").some((block) => block.dataset.region === id);
  const knowsLang = (id) => id === ownLang || all("[lang]").some((block) => block.lang === id);
  const spoken = () => navigator.languages || [navigator.language || ""];

  function suggestedRegion() {
    for (const id of [address.get("region"), preset.region]) {
      if (id && knowsRegion(id)) return id;
    }
    for (const tag of spoken()) {
      const block = all("[data-locales]").find((candidate) =>
        candidate.dataset.locales.toLowerCase().split(/\s+/).includes(tag.toLowerCase())
      );
      if (block) return block.dataset.region;
    }
    return "";
  }

  function suggestedLang() {
    for (const id of [address.get("lang"), preset.lang]) {
      if (id && knowsLang(id)) return id;
    }
    const tag = spoken().find((candidate) => knowsLang(candidate.split("-")[0]));
    return tag ? tag.split("-")[0] : ownLang;
  }

  function suggestedTheme() {
    const theme = address.get("theme") || preset.theme;
    return /^(light|dark)$/.test(theme) ? theme : "auto";
  }

  function showRegion(id) {
    region = id;
    root.dataset.region = id;
    for (const block of all("[data-region]")) block.hidden = block.dataset.region !== id;
    for (const select of all("[data-region-select]")) select.value = id;
    measureBar();
  }

  function showLang(id) {
    root.lang = id;
    root.dataset.lang = id;
  }

  // Either the program or the leaflet, never neither: someone may be looking for what to do now.
  function showProgramOrLeaflet() {
    const program = ready ? !failed : !failed && !late;
    const frame = one("iframe");
    if (frame) frame.hidden = !program;
    for (const leaflet of all("[data-leaflet]")) leaflet.hidden = program;
    for (const loading of all("[data-loading]")) loading.hidden = ready || !program;
  }

  // The page is still being read while this runs, and the numbers have to be right when they first show.
  function arrange() {
    if (!regionChosen) showRegion(suggestedRegion());
    if (!ready) showLang(suggestedLang());
    for (const control of all("[data-needs-script], [data-leave]")) control.hidden = false;
    showProgramOrLeaflet();
  }

  // Replacing leaves no entry to come back to.
  function leave() {
    location.replace(root.dataset.exit || "about:blank");
  }

  function tell(message) {
    const frame = one("iframe");
    // The frame has no origin that could be named, and nothing told to it is an answer.
    if (frame && frame.contentWindow) frame.contentWindow.postMessage(message, "*");
  }

  // All that the program may say. Anything else is ignored.
  const vocabulary = [
    [/^ready$/, () => {
      ready = true;
      failed = false;
      showProgramOrLeaflet();
      tell("start:" + new URLSearchParams({ lang: root.lang, region, theme: root.dataset.theme }));
    }],
    // Multiples of 50 only, so that a height cannot tell one screen from another to whoever watches the page.
    [/^height:(\d{1,5})$/, (height) => {
      const frame = one("iframe");
      if (height % 50 === 0 && height > 0 && height <= TALLEST_PX) frame.style.height = height + "px";
    }],
    // At once, not smoothly: the next question is there before the eye looks for it.
    [/^top$/, () => one("iframe").scrollIntoView({ block: "start" })],
    // The program knows links by number, so it can only ever ask for one that stands in this page.
    [/^open:(\d{1,3})$/, (number) => {
      const link = all("a[data-link]")[number];
      if (link) link.click();
    }],
    [/^region:([a-z_]{0,40})$/, (id) => {
      if (!knowsRegion(id)) return;
      regionChosen = true;
      showRegion(id);
    }],
    [/^lang:([A-Za-z-]{2,20})$/, (id) => {
      if (knowsLang(id)) showLang(id);
    }],
    [/^theme:(light|dark|auto)$/, (theme) => {
      root.dataset.theme = theme;
    }],
    [/^exit$/, leave],
    [/^failed$/, () => {
      failed = true;
      showProgramOrLeaflet();
    }],
  ];

  addEventListener("message", (event) => {
    const frame = one("iframe");
    if (!frame || event.source !== frame.contentWindow || typeof event.data !== "string") return;
    for (const [pattern, act] of vocabulary) {
      const said = pattern.exec(event.data);
      if (said) act(said[1]);
    }
  });

  document.addEventListener("change", (event) => {
    if (!event.target.matches("[data-region-select]") || !knowsRegion(event.target.value)) return;
    regionChosen = true;
    showRegion(event.target.value);
    tell("region:" + region);
  });

  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-leave]")) leave();
  });

  // Browsers keep a page one leaves as it was, for coming back. The answers in it have to go.
  addEventListener("pagehide", () => {
    const frame = one("iframe");
    if (frame) frame.remove();
  });
  addEventListener("pageshow", (event) => {
    if (event.persisted) location.reload();
  });

  root.dataset.theme = suggestedTheme();
  arrange();
  const reading = new MutationObserver(arrange);
  reading.observe(root, { childList: true, subtree: true });
  document.addEventListener("DOMContentLoaded", () => {
    reading.disconnect();
    arrange();
  });

  // The bar is as tall as its words are at this width and zoom; the style sheet keeps what scrolls into view below it.
  function measureBar() {
    const bar = one(".bar");
    if (bar) root.style.setProperty("--bar", bar.offsetHeight + "px");
  }
  new ResizeObserver(measureBar).observe(root);

  setTimeout(() => {
    late = true;
    showProgramOrLeaflet();
  }, READY_WITHIN_MS);
})();
