// A dialog for a big screen: it takes the whole screen where that is allowed, else the window, and closes when one leaves either.
// As long as it is open the screen stays on.

import { Awake } from "./awake.js";

/**
 * @param {HTMLDialogElement} dialog
 * @returns {{ show: () => void, fill: () => void }} shows it; has it take the whole screen too, by a press, for only then a browser
 *   gives that
 */
export function onBigScreen(dialog) {
  const awake = new Awake();
  let full = false;
  const leave = async () => {
    if (document.fullscreenElement && !dialog.open) await document.exitFullscreen();
  };
  dialog.addEventListener("close", () => {
    awake.rest();
    leave();
  });
  // In full screen the browser keeps Escape to itself, and tells afterwards.
  document.addEventListener("fullscreenchange", () => {
    if (!document.fullscreenElement && full && dialog.open) dialog.close();
    full = document.fullscreenElement !== null;
  });
  const show = () => {
    if (!dialog.open) dialog.showModal();
    awake.stay();
  };
  const fill = () => {
    show();
    // Full screen is for the whole page, as a dialog may not ask it; where it is refused the dialog fills the window.
    // A browser takes its time over it: by then the dialog may be closed.
    document.documentElement
      .requestFullscreen?.()
      .then(leave)
      .catch(() => {});
  };
  return { show, fill };
}
