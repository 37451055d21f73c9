// Has the links of a lesson copied with one press: as links for an editor that knows these, and with their addresses for all others.

import { copiesOnPress } from "./samen/clipboard.js";
import { find, findAll } from "./samen/dom.js";

for (const place of findAll(document, ".pakket")) {
  const [list, plain] = [find(place, ".pakket-lijst"), find(place, ".pakket-tekst")];
  for (const button of findAll(place, ".kopieer", HTMLButtonElement)) {
    const status = find(/** @type {HTMLElement} */ (button.parentElement), ".gekopieerd");
    const text = plain.textContent ?? "";
    copiesOnPress(button, status, () => (button.dataset.wat === "rijk" ? { html: list.innerHTML, text } : text));
  }
}
