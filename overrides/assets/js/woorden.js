// Words that somebody filters a list by, found as search finds them: in another form, whatever signs stand round them. Fetched when
// somebody types one.

import { folded } from "./samen/fold.js";
import { stem, words } from "./zoeken/words.js";

/** @typedef {{ text: string, stems: Set<string> }} Known a text to find words in, also those that one writes with or without a hyphen */

/** @param {string} text @returns {Known} */
export const known = (text) => ({
  text: folded(`${text} ${text.replaceAll("-", "")}`),
  stems: new Set(words(text).map(stem)),
});

/** What was typed, in parts to look for. @param {string} typed */
export const parts = (typed) =>
  folded(typed)
    .split(/\s+/)
    .map((part) => part.replace(/^[^a-z0-9]+|[^a-z0-9]+$/g, ""))
    .filter(Boolean);

/** Whether a text has all parts of what was typed; a number or an id has no other form. @param {Known} known @param {string[]} all */
export const hasAll = ({ text, stems }, all) =>
  all.every((part) => {
    if (text.includes(part)) return true;
    const forms = /\d/.test(part) ? [] : words(part).map(stem);
    return forms.length > 0 && forms.every((form) => stems.has(form));
  });
