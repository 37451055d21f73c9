// Fills in today's date where a citation tells when the page was read, and has each citation copied with one press.

import { copiesOnPress } from "./samen/clipboard.js";
import { find, findAll } from "./samen/dom.js";
import { sayDay, today } from "./samen/words.js";

for (const place of findAll(document, ".citeer .vandaag")) {
  place.textContent = sayDay(today());
  place.closest("[hidden]")?.removeAttribute("hidden");
}
for (const row of findAll(document, ".citeer dd")) {
  copiesOnPress(find(row, ".kopieer"), find(row, ".gekopieerd"), () => find(row, ".citaat"));
}
