// Reads what the facilitator types over from a sheet of paper: two letters for each line, a dash for an empty one.

import { LINES, NONE } from "./code.js";

/**
 * @typedef {{ line: number, name: string, letters: string[] }} Row a line on the sheet, with the letters of its eleven places
 * @param {string} text
 * @param {Row[]} rows the lines of the sheet that take part, from top to bottom
 * @returns {{ places: number[], fault?: undefined } | { fault: "letters", row: number, typed: string }
 *   | { fault: "regels", typed: number }}
 */
export function readSheet(text, rows) {
  const typed =
    text
      .slice(0, 500)
      .toUpperCase()
      .replace(/\p{Pd}/gu, "-")
      .match(/-|[^\s,.;-]{1,2}/gu) ?? [];
  const places = Array.from({ length: LINES }, () => NONE);
  for (const [at, letters] of typed.entries()) {
    const row = rows[at];
    if (!row) break;
    if (letters === "-") continue;
    const place = row.letters.indexOf(letters);
    if (place < 0) return { fault: "letters", row: at, typed: letters };
    places[row.line] = place;
  }
  return typed.length === rows.length ? { places } : { fault: "regels", typed: typed.length };
}
