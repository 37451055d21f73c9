// Reading the fragment of an address: a choice, such as `#velden=2,4`, or the name of a place on the page.

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

/** Put a choice into the address without a step in the history; empty takes it out. @param {string} fragment without its `#` */
export function writeFragment(fragment) {
  history.replaceState(history.state, "", fragment ? `#${fragment}` : location.pathname + location.search);
}
