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
  let [full, filling, leaving] = [false, false, false];
  // Full screen is for the whole page, as a dialog may not ask it; where it is refused the dialog fills the window.
  // A browser takes its time over it: by then the dialog may be closed.
  const ask = () =>
    document.documentElement
      .requestFullscreen?.()
      .then(leave)
      .catch(() => {});
  const leave = () => {
    if (!document.fullscreenElement || dialog.open) return;
    leaving = true;
    document.exitFullscreen().catch(left);
  };
  // Over leaving it takes its time too: by then the dialog may be open again.
  const left = () => {
    leaving = false;
    if (filling) ask();
  };
  dialog.addEventListener("close", () => {
    filling = false;
    awake.rest();
    leave();
  });
  // WebKit lays a page in full screen over the dialogs that were there before.
  const onTop = () => {
    const covered = !dialog.contains(document.elementFromPoint(innerWidth / 2, innerHeight / 2));
    if (!dialog.open || !covered) return;
    const { activeElement } = document;
    dialog.addEventListener("close", (event) => event.stopImmediatePropagation(), { once: true, capture: true });
    dialog.close();
    dialog.showModal();
    if (activeElement instanceof HTMLElement) activeElement.focus();
  };
  // In full screen the browser keeps Escape to itself, and tells afterwards.
  document.addEventListener("fullscreenchange", () => {
    const was = full;
    full = document.fullscreenElement !== null;
    if (full) return onTop();
    if (leaving) left();
    else if (was && dialog.open) dialog.close();
  });
  const show = () => {
    if (!dialog.open) dialog.showModal();
    awake.stay();
  };
  const fill = () => {
    show();
    filling = true;
    if (!leaving) ask();
  };
  return { show, fill };
}
