// A link to something inside a closed part opens that part, and so does coming back to where it was open; printing opens them all.

import { decoded } from "./samen/address/decoded.js";
import { replaceState } from "./samen/address/entry.js";
import { findAll, from } from "./samen/dom.js";

function openTarget() {
  const id = decoded(location.hash.slice(1));
  const target = id && document.getElementById(id);
  if (!target) return;
  for (let part = target.closest("details"); part; part = part.parentElement?.closest("details") ?? null) {
    part.open = true;
  }
  target.scrollIntoView({ behavior: "instant" });
}

// Browsers that don't keep the page one leaves have it all closed again.
const parts = findAll(document, "main details", HTMLDetailsElement);
for (const number of history.state?.open ?? []) parts[number]?.setAttribute("open", "");
addEventListener("click", (event) => {
  if (!from(event, "a[href]")) return;
  replaceState({ ...history.state, open: parts.flatMap((part, number) => (part.open ? [number] : [])) });
});

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
