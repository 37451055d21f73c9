// A link to something inside a closed part opens that part; printing opens them all.

import { decoded } from "./samen/decoded.js";
import { findAll } from "./samen/dom.js";

function openTarget() {
  const id = decoded(location.hash.slice(1));
  const target = id && document.getElementById(id);
  if (!target) return;
  for (let part = target.closest("details"); part; part = part.parentElement?.closest("details") ?? null) {
    part.open = true;
  }
  target.scrollIntoView({ behavior: "instant" });
}

/** @type {HTMLDetailsElement[]} */
let opened = [];
addEventListener("beforeprint", () => {
  opened = findAll(document, "details:not([open])", HTMLDetailsElement);
  for (const part of opened) part.open = true;
});
addEventListener("afterprint", () => {
  for (const part of opened) part.open = false;
});
addEventListener("hashchange", openTarget);
openTarget();
