// Stands before the shell's script and before the gate, so that the key works wherever the focus is.

// Shift pressed three times in a row leaves. Nothing else may come in between, so that nobody leaves by typing
// capitals, by Shift and Tab, or by a click with Shift held; a key held down repeats itself and counts once.
const onThriceShift = (leave) => {
  const IN_A_ROW_MS = 2000;
  let presses = [];
  const forget = () => {
    presses = [];
  };
  addEventListener("pointerdown", forget, true);
  addEventListener("keydown", (event) => {
    if (event.key !== "Shift") forget();
    else if (!event.repeat) {
      presses = [...presses.slice(-2), event.timeStamp];
      if (presses.length === 3 && presses[2] - presses[0] <= IN_A_ROW_MS) leave();
    }
  }, true);
};
