// Takes in what the facilitator types over from a sheet of paper: two letters for each line, a dash for an empty one.

import { find, findAll, told, wording } from "../../samen/dom.js";
import { say } from "../../samen/say.js";
import { LINES, NONE } from "../code.js";
import { fieldOf } from "../../samen/steps.js";

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

/** Take in the sheet that was typed, and tell what happened. @param {import("../../samen/steps.js").Page} page @param {import("./sessie.js").Sessie} session */
export function takeSheet(page, session) {
  const form = page.form("papier");
  const rows = findAll(page.root, "[data-regel]:not([hidden])").map((row) => ({
    line: Number(told(row, "regel")),
    name: wording(find(row, ".team-regelnaam")),
    letters: told(row, "letters").split(" "),
  }));
  const letters = fieldOf(form, "letters");
  const sheet = readSheet(letters.value, rows);
  /** @param {string} name @param {Record<string, string | number>} [values] */
  const tell = (name, values) => say(find(form, ".team-melding"), page.sentence(name, values));
  if (sheet.fault === "letters") {
    tell("letters", { regel: sheet.row + 1, naam: rows[sheet.row].name, letters: sheet.typed });
  } else if (sheet.fault === "regels") {
    tell("regels", { verwacht: rows.length, getypt: sheet.typed });
  } else {
    const answer = session.take(sheet.places, fieldOf(form, "tonen").checked);
    tell(answer);
    if (answer === "ontvangen") form.reset();
  }
  letters.focus();
}
