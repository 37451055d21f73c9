// A button that prints the page; without script the browser's own menu does.

import { findAll } from "./samen/dom.js";

for (const button of findAll(document, "[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}
