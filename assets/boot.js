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

// Browsers are content when half of what takes the focus is seen, and the other half may be under the shell's bar. A
// mouse has to find things where they are, so this is for the keyboard.
document.addEventListener("focusin", ({ target }) => {
  if (target.matches(":focus-visible")) (target.closest("label") ?? target).scrollIntoView({ block: "nearest" });
});

// A failure ends as an unhandled rejection, which the gate reports to the shell.
start();
