// Asking before something is done: a dialog with a title, a text and a button that agrees, and another that doesn't.

import { find } from "./dom.js";

/**
 * @param {HTMLDialogElement} dialog whose first button agrees, with the value "ja"
 * @param {string} title
 * @param {string} text
 * @param {string} yes what stands on that button
 * @returns {Promise<boolean>} whether it was pressed
 */
export function ask(dialog, title, text, yes) {
  const heading = find(dialog, "h2");
  heading.textContent = title;
  find(dialog, "p").textContent = text;
  find(dialog, "button").textContent = yes;
  dialog.returnValue = "";
  dialog.showModal();
  // Not the first button: who holds the key that asked a little too long, or presses it twice, would agree unread.
  heading.focus();
  return new Promise((done) => {
    dialog.addEventListener("close", () => done(dialog.returnValue === "ja"), { once: true });
  });
}
