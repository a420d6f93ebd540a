// Follows the wasm-bindgen glue in the program's module: unpacks the wasm below and starts it.
// The glue's own loader is left out, because it fetches.
const packed = "@wasm@";

async function start() {
  const text = atob(packed);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  const program = await new Response(stream).arrayBuffer();
  const { instance, module } = await WebAssembly.instantiate(program, __wbg_get_imports());
  __wbg_finalize_init(instance, module);
}

document.addEventListener("focusin", ({ target }) => {
  // Browsers are content when half of what takes the focus is seen, and the other half may be under the shell's bar.
  // A mouse has to find things where they are, so this is for the keyboard.
  if (target.matches(":focus-visible")) bringIntoView(target, target.closest("label") ?? target);
  if (target.tabIndex < 0) putCaretAt(target);
});

// WebKit scrolls no page around a frame of another origin. What is still out of sight when the others have scrolled, that
// page is asked for.
function bringIntoView(target, place) {
  place.scrollIntoView({ block: "nearest" });
  const ask = ([{ intersectionRect: seen }], once) => {
    once.disconnect();
    const { top, bottom } = place.getBoundingClientRect();
    if (target.matches(":focus-visible") && (top < seen.top + 200 || bottom > seen.bottom))
      parent.postMessage("see:" + Math.floor(top / 100) * 100, "*");
  };
  setTimeout(() => new IntersectionObserver(ask).observe(document.body), 100);
}

// A screen reader goes on from the caret, which browsers leave behind the screen that went: reading would go on outside
// the program. Orca keeps silent about a heading when the caret is in it already, so the caret comes behind it first.
function putCaretAt(read) {
  const behind = new Range();
  behind.setStartAfter(read);
  const caret = getSelection();
  caret.removeAllRanges();
  caret.addRange(behind);
  setTimeout(() => {
    if (document.activeElement === read) caret.collapse(read, read.childNodes.length);
  }, 250);
}

// A failure ends as an unhandled rejection, which the gate reports to the shell.
start();
