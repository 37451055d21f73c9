// Reading the fragment of an address: a choice, such as `#velden=2,4`, or the name of a place on the page.

import { replaceAddress } from "./entry.js";

/**
 * What a fragment chooses, by name; null when it is the name of a place, or nothing.
 * @param {string} fragment with or without its `#`
 */
export const readChoices = (fragment) =>
  fragment.includes("=") ? new URLSearchParams(fragment.replace(/^#/, "")) : null;

/** The parts of a choice of several. @param {string} value */
export const parts = (value) =>
  value
    .split(",")
    .map((part) => part.trim())
    .filter(Boolean);

let seen = location.hash;
// Before the pages' own listeners, which may write at once.
addEventListener("hashchange", () => (seen = location.hash));

/**
 * Put a choice into the address without a step in the history; empty takes it out. Nothing when somebody went elsewhere
 * meanwhile, of which the page is about to be told: the choice of before would take its place.
 * @param {string} fragment without its `#` @param {object} [state] to keep with it
 */
export function writeFragment(fragment, state) {
  if (location.hash !== seen) return;
  replaceAddress(fragment ? `#${fragment}` : location.pathname + location.search, state);
  seen = location.hash;
}
