// A dialog for a big screen: it takes the whole screen where that is allowed, else the window, and closes when one leaves either.

/**
 * @param {HTMLDialogElement} dialog
 * @returns {() => void} shows it; by a press, for only then a browser gives the whole screen
 */
export function onBigScreen(dialog) {
  let full = false;
  const leave = async () => {
    if (document.fullscreenElement && !dialog.open) await document.exitFullscreen();
  };
  dialog.addEventListener("close", leave);
  // In full screen the browser keeps Escape to itself, and tells afterwards.
  document.addEventListener("fullscreenchange", () => {
    if (!document.fullscreenElement && full && dialog.open) dialog.close();
    full = document.fullscreenElement !== null;
  });
  return () => {
    if (!dialog.open) dialog.showModal();
    // Full screen is for the whole page, as a dialog may not ask it; where it is refused the dialog fills the window.
    // A browser takes its time over it: by then the dialog may be closed.
    document.documentElement
      .requestFullscreen?.()
      .then(leave)
      .catch(() => {});
  };
}
