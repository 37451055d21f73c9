// A link to something inside a closed part opens that part; printing opens them all.

import { findAll } from "./samen/dom.js";

function openTarget() {
  let id = location.hash.slice(1);
  try {
    id = decodeURIComponent(id);
  } catch {
    // Half a percent sign: no id of ours.
  }
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
