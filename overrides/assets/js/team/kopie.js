// Buttons that copy what one gives to another: a link, a code.

import { copiesOnPress } from "../samen/clipboard.js";
import { find } from "../samen/dom.js";

/** Have a button copy, and tell beside it. @param {import("../samen/steps.js").Page} page @param {string} name @param {() => string} text */
export function copies(page, name, text) {
  const button = page.button(name);
  const row = button.closest(".team-knoppen");
  if (row) copiesOnPress(button, find(row, ".team-gedaan"), text);
}
