// What the shell does once its first scripts, leave-key.js and site.js, have run. It never learns an answer: it shows one
// language and one region's numbers, keeps the frame as tall as the program, follows links of its own, and falls back to
// the leaflet.
(() => {
  "use strict";

  const root = document.documentElement;
  root.classList.add("js");
  // Inside another page. What that page may know is what `say` says to it.
  const framed = parent !== window;
  root.classList.toggle("framed", framed);

  const READY_WITHIN_MS = 8000;
  const TALLEST_PX = 99900;
  // Whoever holds the frame sees its height, so it goes in steps as large as the program's, and no further than
  // every screen goes: a result or an emergency that is taller than a question would tell what was answered.
  const OUTER_STEP_PX = 100;
  const OUTER_TALLEST_PX = 1000;

  // A site asks in the part of the address after #, which no server sees; a link may ask after ? as well.
  const fragment = new URLSearchParams(location.hash.slice(1));
  const query = new URLSearchParams(location.search);
  const address = { get: (name) => fragment.get(name) ?? query.get(name) };
  const all = (selector) => Array.from(document.body ? document.body.querySelectorAll(selector) : []);
  const one = (selector) => all(selector)[0];

  // What the site owner wrote on <html>, read before this script writes there.
  const preset = { region: root.dataset.region, lang: root.dataset.lang, theme: root.dataset.theme };
  const ownLang = root.lang;

  let region = "";
  let lang = "";
  let regionChosen = false;
  let langChosen = false;
  let ready = false;
  // The program has said which language it speaks.
  let answered = false;
  let failed = false;
  let late = false;

  const knowsRegion = (id) => all("[data-region]").some((block) => block.dataset.region === id);
  const knowsLang = (id) => id === ownLang || all("[data-lang]").some((block) => block.lang === id);
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
    for (const tag of [address.get("lang"), preset.lang]) {
      const id = tag && tag.split("-")[0];
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
    if (lang !== id) say("lang:" + id);
    lang = id;
    root.lang = id;
    root.dataset.lang = id;
    for (const block of all("[data-lang]")) {
      block.hidden = block.lang !== id;
      if (!block.hidden) root.dir = block.dir;
    }
    for (const button of all("[data-speak]")) button.hidden = button.lang === id;
    const title = one(`div[lang="${id}"] .name`)?.textContent ?? document.title;
    // Setting the title counts as a change of the page, which `arrange` follows.
    if (document.title !== title) document.title = title;
    const frame = one("iframe");
    if (frame) frame.title = title;
    measureBar();
  }

  // Either the program or the leaflet, never neither: someone may be looking for what to do now.
  function showProgramOrLeaflet() {
    const program = ready ? !failed : !failed && !late;
    const frame = one("iframe");
    // The first screen was rendered at build in the page's own language; nobody should read it in another one.
    const waiting = lang !== ownLang && !answered && !late;
    if (frame) {
      frame.hidden = !program;
      frame.classList.toggle("waiting", waiting);
    }
    for (const leaflet of all("[data-leaflet]")) leaflet.hidden = program;
    for (const loading of all("[data-loading]")) loading.hidden = !program || (ready && !waiting);
    if (!program) say("failed");
  }

  // The page is still being read while this runs, and the numbers have to be right when they first show.
  function arrange() {
    showRegion(regionChosen ? region : suggestedRegion());
    showLang(langChosen ? lang : suggestedLang());
    for (const control of all("[data-needs-script], [data-leave]")) control.hidden = false;
    showProgramOrLeaflet();
  }

  // The answers go first. Replacing leaves no entry to come back to.
  function leave() {
    const frame = one("iframe");
    if (frame) frame.remove();
    if (!framed) {
      location.replace(root.dataset.exit || "about:blank");
      return;
    }
    // The page around leaves. One that knows nothing of this message keeps an empty frame.
    say("exit");
    setTimeout(() => location.replace("about:blank"), 1000);
  }

  // What the site asks for, once the whole page is there to judge it by.
  let site = null;
  let colours = [];
  const ACCENTS = ["--accent", "--accent-strong", "--accent-wash"];
  function judge() {
    const tags = all("[data-lang]").map((block) => block.lang);
    const ids = (name) => [...new Set(all(`[data-${name}]`).map((block) => block.dataset[name]))].filter((id) => id);
    const numbers = all('a[href^="tel:"], a[href^="sms:"]').map((link) => link.getAttribute("href").replace(/\D/g, ""));
    site = judgeSite((name) => address.get(name), {
      framed,
      langs: [...new Set([ownLang, ...tags])],
      regions: ids("region"),
      levels: ids("level"),
      numbers: [...new Set(numbers)],
    });
    colours = site.accent ? accentColours(site.accent) : [];
    for (const [at, colour] of colours.entries()) root.style.setProperty(ACCENTS[at], colour);
    if (site.phone) addContact("call", "tel:" + site.phone.replace(/[^+\d]/g, ""));
    if (site.url) addContact("visit", site.url);
    start();
  }

  function addContact(name, address) {
    const link = document.createElement("a");
    link.dataset.centre = name;
    link.href = address;
    link.hidden = true;
    if (name === "visit") Object.assign(link, { target: "_blank", rel: "noopener noreferrer" });
    document.body.append(link);
  }

  // Where the centre's site is, the program need not know.
  function start() {
    if (!ready || !site) return;
    const said = {
      lang: root.lang,
      region,
      theme: root.dataset.theme,
      accent: colours.join(";"),
      offers: site.offers || "",
      "centre-name": site.name || "",
      "centre-phone": site.phone || "",
      "centre-site": site.url ? "yes" : "",
    };
    tell("start:" + Object.entries(said).map(([name, value]) => `${name}=${value}`).join("\n"));
  }

  function say(message) {
    if (framed) parent.postMessage(message, "*");
  }

  let toldHeight = 0;
  function sayHeight() {
    if (!framed) return;
    const height = Math.ceil(root.getBoundingClientRect().height / OUTER_STEP_PX) * OUTER_STEP_PX;
    const told = Math.min(Math.max(height, OUTER_STEP_PX), OUTER_TALLEST_PX);
    if (told !== toldHeight) say("height:" + told);
    toldHeight = told;
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
      start();
      say("ready");
    }],
    // Multiples of 50 only, so that a height cannot tell one screen from another to whoever watches the page.
    [/^height:(\d{1,5})$/, (height) => {
      const frame = one("iframe");
      if (height % 50 === 0 && height > 0 && height <= TALLEST_PX) frame.style.height = height + "px";
    }],
    // At once, not smoothly: the next question is there before the eye looks for it.
    [/^top$/, () => {
      one("iframe").scrollIntoView({ block: "start" });
      say("top");
    }],
    // The bar may lie over either end of the window.
    [/^see:(\d{1,5})$/, (place) => {
      const bar = one(".bar").offsetHeight;
      const top = one("iframe").getBoundingClientRect().top + Number(place) - bar;
      scrollBy(0, Math.min(top, Math.max(0, top + 200 + 2 * bar - innerHeight)));
    }],
    // The program knows links by number, so it can only ever ask for one that stands in this page.
    [/^open:(\d{1,3})$/, (number) => {
      const link = all("a[data-link]")[number];
      if (link) link.click();
    }],
    [/^centre:(call|visit)$/, (contact) => one(`a[data-centre="${contact}"]`)?.click()],
    [/^region:([a-z_]{0,40})$/, (id) => {
      if (!knowsRegion(id)) return;
      regionChosen = true;
      showRegion(id);
    }],
    [/^lang:([a-z]{2,3})$/, () => {
      answered = true;
      showProgramOrLeaflet();
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

  // The focus stays in its place: the button that leads back stands where the pressed one stood.
  function speak(button) {
    langChosen = true;
    showLang(button.lang);
    showProgramOrLeaflet();
    tell("lang:" + lang);
    button.parentElement.querySelector("[data-speak]:not([hidden])")?.focus();
  }

  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-leave]")) leave();
    const button = event.target.closest("[data-speak]");
    if (button) speak(button);
    // Followed by the browser, a link within the page would take the place of what the site asked for.
    const within = event.target.closest('a[href^="#"]');
    const place = within && document.getElementById(within.hash.slice(1));
    if (!place) return;
    event.preventDefault();
    place.scrollIntoView({ block: "start" });
    place.focus({ preventScroll: true });
  });
  onThriceShift(leave);
  // As assets/boot.js does in the program.
  document.addEventListener("focusin", ({ target }) => {
    const place = target.closest("label") ?? target;
    if (target.matches(":focus-visible")) place.scrollIntoView({ block: "nearest" });
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
    putPanelLast();
    judge();
    if (framed) followTheWindow();
  });

  // In the file the panel comes first, for whoever waits for the rest of it. Somebody who is in it already stays there.
  function putPanelLast() {
    const panel = one(".panel");
    if (panel && !panel.contains(document.activeElement)) panel.parentElement.append(panel);
  }

  // The bar is as tall as its words are at this width and zoom; the style sheet keeps what scrolls into view below it.
  function measureBar() {
    const bar = one(".bar");
    if (bar) root.style.setProperty("--bar", bar.offsetHeight + "px");
    sayHeight();
  }
  new ResizeObserver(measureBar).observe(root);

  // A frame no taller than the window has one of its ends in the window as long as any of it is, and the number
  // has to be at that end. The browser tells whether the place at the top is seen, across the frame's border.
  function followTheWindow() {
    const place = document.createElement("div");
    place.className = "bar-place";
    document.body.append(place);
    // Several reports may come at once, oldest first.
    const seen = (reports) => root.classList.toggle("bar-below", reports.at(-1).intersectionRatio < 0.95);
    new IntersectionObserver(seen, { threshold: [0, 0.95] }).observe(place);
  }

  setTimeout(() => {
    late = true;
    showProgramOrLeaflet();
  }, READY_WITHIN_MS);
})();
