// An address as people type or paste it. An id: `#SV4-V6` from a card, or `#sv4-v6.` with the end of a sentence, leads to sv4-v6. Or
// a choice: on its way `#velden=2,4` may have been encoded once more, its `&` written as in HTML, or its line broken.

import { decoded } from "../samen/address/decoded.js";

const BETWEEN = /(?:%0[9AD])*([~&])(?:%(?:0[9AD]|20))*/gi;
/** Behind a word or a number; at the end of what somebody wrote these signs may be theirs. */
const BEHIND = /([=,.][\w-]*)(?:[.,;:!?'")\]}*]|%(?:0[9AD]|20))+$/i;

/** A choice as it was written. @param {string} fragment without its `#` @returns {string} empty when it is none */
export function mended(fragment) {
  const text = /^[^=]*%3D/i.test(fragment) ? decoded(fragment) : fragment;
  return text.includes("=") ? text.replaceAll("&amp;", "&").replace(BETWEEN, "$1").replace(BEHIND, "$1") : "";
}

/** @param {string} fragment as it was before a page put its own in the place of what it could not read */
export function mend(fragment) {
  const place = decoded(fragment);
  const id = place.toLowerCase().replace(/[^a-z0-9]+$/, "");
  const choice = mended(fragment);
  const meant = choice || (id !== place && document.getElementById(id) ? id : "");
  // In the place of what was typed, so that going back doesn't lead there again.
  if (meant && meant !== fragment) location.replace(`#${meant}`);
}
