// A plan that was taken out as a file, read back strictly. Pure.

import {
  Refusal,
  about,
  day,
  isObject,
  list,
  object,
  optional,
  parsed,
  refuse,
  text,
  textIn,
  unique,
  whole,
  words,
} from "../samen/readers.js";
import {
  LONGEST_NOTE,
  LONGEST_STEPS,
  LONGEST_TITLE,
  MOST_BLOCKS,
  MOST_MEETINGS,
  MOST_MINUTES,
  MOST_PEOPLE,
  SCHEMA,
  blocksOf,
  isWhat,
  plain,
} from "./draaiboek.js";

/** @typedef {import("./draaiboek.js").Blok} Blok */
/** @typedef {import("./draaiboek.js").Draaiboek} Draaiboek */

export { Refusal };

const LARGEST = 2_000_000;
const clock = text(/^([01]\d|2[0-3]):[0-5]\d$/, "een tijd zoals 09:30");
/** Text as one can type it. @param {number} most @param {boolean} [lines] @returns {import("../samen/readers.js").Reader<string>} */
const typed = (most, lines) => (value, place) => plain(words(most)(value, place), lines);
const line = typed(LONGEST_TITLE);
const some = typed(300, true);
const minutes = whole(0, MOST_MINUTES, `een heel getal van 0 tot en met ${MOST_MINUTES}`);

/** @type {import("../samen/readers.js").Reader<string>} */
const what = (value, place) =>
  typeof value === "string" && isWhat(value) ? value : refuse(place, "pauze, ruimte, eigen of een kenmerk zoals wk3");

const blok = object({
  id: text(/^b[1-9]\d{0,5}$/, "een kenmerk zoals b3"),
  wat: what,
  minuten: minutes,
  kort: optional(minutes),
  titel: optional(line),
  doel: optional(some),
  wie: optional(line),
  materiaal: optional(some),
  printen: optional(list(what, 0, MOST_BLOCKS)),
  stappen: optional(typed(LONGEST_STEPS, true)),
  notitie: optional(typed(LONGEST_NOTE, true)),
  door: optional(some),
  vragen: optional(list(what, 0, MOST_BLOCKS)),
});

/** @type {import("../samen/readers.js").Reader<Blok>} */
const shortened = (value, place) => {
  const read = blok(value, place);
  return read.kort === undefined || read.kort < read.minuten ? read : refuse(`${place}, kort`, "minder dan ‘minuten’");
};

const draaiboek = object({
  soort: text(/^draaiboek$/, "draaiboek"),
  schema: whole(SCHEMA, SCHEMA, String(SCHEMA)),
  titel: line,
  groep: optional(whole(1, MOST_PEOPLE, `een heel getal van 1 tot en met ${MOST_PEOPLE}`)),
  teller: whole(0, 999_999, "een heel getal"),
  agenda: optional(text(/^[0-9a-f]{32}$/, "32 letters en cijfers")),
  keer: optional(whole(0, 999_999, "een heel getal")),
  bijeenkomsten: unique(
    list(
      object({
        id: text(/^m[1-9]\d{0,5}$/, "een kenmerk zoals m1"),
        titel: line,
        // As the planner once took a year in two figures.
        datum: optional((value, place) => day(value, place).replace(/^00/, "20")),
        begin: clock,
        einde: optional(clock),
        blokken: list(shortened, 0, MOST_BLOCKS),
      }),
      1,
      MOST_MEETINGS,
    ),
    (one) => one.id,
  ),
});

/**
 * The plan in a value that was JSON.
 * @type {(raw: unknown) => Draaiboek}
 * @throws {Refusal} and nothing else
 */
export const understand = about("draaiboek", "Dit is geen draaiboek van deze site", (raw) => {
  if (isObject(raw) && raw.soort === "draaiboek" && Number.isInteger(raw.schema) && Number(raw.schema) > SCHEMA) {
    throw new Refusal(
      `Dit draaiboek komt uit een nieuwere versie van deze pagina (${raw.schema}, deze kent ${SCHEMA}): laad de pagina opnieuw en probeer het nog eens.`,
      "newer",
    );
  }
  const read = /** @type {Draaiboek} */ (draaiboek(raw, ""));
  const ids = blocksOf(read).map(({ id }) => id);
  if (new Set(ids).size !== ids.length) refuse("bijeenkomsten", "blokken met elk een eigen id");
  const highest = Math.max(0, ...[...ids, ...read.bijeenkomsten.map(({ id }) => id)].map((id) => Number(id.slice(1))));
  if (read.teller < highest) refuse("teller", `minstens ${highest}`);
  return read;
});

/** The plan in a text. @param {string} json @returns {Draaiboek} @throws {Refusal} and nothing else */
export const read = (json) => understand(parsed(json, "een draaiboek"));

/** The plan in a file. Changes nothing. @param {Blob} file @throws {Refusal} */
export const readPlanFile = async (file) => read(await textIn(file, LARGEST, "een draaiboek"));
