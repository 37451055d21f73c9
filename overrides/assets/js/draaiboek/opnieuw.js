// A list that is made again at every change.

import { find, findAll } from "../samen/dom.js";

/**
 * Put other rows, each with one button, in the list of `part`, which stays away without any. The focus that was in a row goes to the
 * button of the one that is now in its place, of the last one, or else to `next`.
 * @param {HTMLElement} part @param {HTMLElement[]} rows @param {HTMLElement} next
 */
export function refill(part, rows, next) {
  const list = find(part, "ul");
  const at = [...list.children].findIndex((row) => row.contains(document.activeElement));
  list.replaceChildren(...rows);
  part.hidden = !rows.length;
  if (at < 0) return;
  const buttons = findAll(list, "button");
  (buttons[at] ?? buttons.at(-1) ?? next).focus();
}
