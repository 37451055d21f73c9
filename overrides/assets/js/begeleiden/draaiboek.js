// The document of a plan: its shape, its limits and how strictly it is read. Pure.

import {
  Refusal,
  about,
  isObject,
  list,
  object,
  optional,
  refuse,
  text,
  unique,
  whole,
  words,
} from "../samen/readers.js";

export const SCHEMA = 1;
export const MOST_MEETINGS = 8;
export const MOST_BLOCKS = 40;
export const MOST_MINUTES = 240;
export const LONGEST_TITLE = 60;
export const LONGEST_NOTE = 1000;
export const MOST_PEOPLE = 200;
/** Kinds of block that are no card; `wat` has one of these, or the id of something on the site. */
export const LOOSE = /** @type {const} */ (["pauze", "ruimte", "eigen"]);
export const BEGIN = "09:30";
/** What a plan is called that has no name. */
export const UNTITLED = "Leerbijeenkomst";

/**
 * @typedef {object} Blok
 * @property {string} id such as `b3`, never used twice in one plan
 * @property {string} wat `pauze`, `ruimte` (time to spare, eaten first), `eigen`, or the id of something on the site, known or not
 * @property {number} minuten 0 keeps it at hand
 * @property {number} [kort] minutes that it can be shortened to; absent when it can't
 * @property {string} [titel] else that of the card
 * @property {string} [doel] else that of the card
 * @property {string} [wie] who leads it
 * @property {string} [materiaal] what one brings beside what the card asks
 * @property {string} [notitie]
 * @property {string} [door] what shows that one can go on; else that of the card
 *
 * @typedef {object} Bijeenkomst
 * @property {string} id such as `m1`
 * @property {string} titel empty when it has none
 * @property {string} [datum] such as 2026-03-09
 * @property {string} begin such as 09:30
 * @property {string} [einde] when it must end
 * @property {Blok[]} blokken
 *
 * @typedef {object} Draaiboek
 * @property {"draaiboek"} soort
 * @property {number} schema
 * @property {string} titel empty when it has none
 * @property {number} [groep] how many people
 * @property {number} teller the highest number in an id, so that none comes twice
 * @property {string} [agenda] what calendars know this plan by
 * @property {number} [keer] how often it went to a calendar
 * @property {Bijeenkomst[]} bijeenkomsten
 */

const clock = text(/^([01]\d|2[0-3]):[0-5]\d$/, "een tijd zoals 09:30");
/** Whether text can be the id of something on the site, or names a loose kind. @param {string} id */
export const isWhat = (id) => id.length <= 60 && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(id);
const line = words(LONGEST_TITLE);
const note = words(LONGEST_NOTE);
const minutes = whole(0, MOST_MINUTES, `een heel getal van 0 tot en met ${MOST_MINUTES}`);

const blok = object({
  id: text(/^b[1-9]\d{0,5}$/, "een kenmerk zoals b3"),
  wat: (value, place) =>
    typeof value === "string" && isWhat(value) ? value : refuse(place, "pauze, ruimte, eigen of een kenmerk zoals wk3"),
  minuten: minutes,
  kort: optional(minutes),
  titel: optional(line),
  doel: optional(words(300)),
  wie: optional(line),
  materiaal: optional(words(300)),
  notitie: optional(note),
  door: optional(words(300)),
});

/** @type {import("../samen/readers.js").Reader<Blok>} */
const shortened = (value, place) => {
  const read = blok(value, place);
  return read.kort === undefined || read.kort < read.minuten ? read : refuse(`${place}, kort`, "minder dan ‘minuten’");
};

const day = text(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, "een datum zoals 2026-03-09");

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
        datum: optional(day),
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

/** The kinds of file that this wing makes, and where each is opened; the others are for later pages. */
const ELSEWHERE = new Map([
  ["tijdlijn", "Dit is een tijdlijn en geen draaiboek: er is niets veranderd."],
  ["geno-sociogram", "Dit is een geno-sociogram en geen draaiboek: er is niets veranderd."],
]);

/**
 * The plan in a value that was JSON.
 * @type {(raw: unknown) => Draaiboek}
 * @throws {Refusal} and nothing else
 */
export const understand = about("Dit is geen draaiboek van deze site", (raw) => {
  const other = isObject(raw) && typeof raw.soort === "string" && ELSEWHERE.get(raw.soort);
  if (other) throw new Refusal(other, "other");
  if (isObject(raw) && isObject(raw.versleuteld)) {
    throw new Refusal("Dit bestand heeft een wachtwoord, en een draaiboek heeft dat nooit: kies een ander.", "other");
  }
  if (isObject(raw) && raw.soort === "draaiboek" && Number.isInteger(raw.schema) && Number(raw.schema) > SCHEMA) {
    throw new Refusal(
      `Dit draaiboek komt uit een nieuwere versie van deze pagina (${raw.schema}, deze kent ${SCHEMA}): ververs de pagina en probeer het opnieuw.`,
      "newer",
    );
  }
  const read = /** @type {Draaiboek} */ (draaiboek(raw, ""));
  const ids = read.bijeenkomsten.flatMap((one) => one.blokken.map(({ id }) => id));
  if (new Set(ids).size !== ids.length) refuse("bijeenkomsten", "blokken met elk een eigen id");
  const highest = Math.max(0, ...[...ids, ...read.bijeenkomsten.map(({ id }) => id)].map((id) => Number(id.slice(1))));
  if (read.teller < highest) refuse("teller", `minstens ${highest}`);
  return read;
});

/** The plan in a text. @param {string} json @returns {Draaiboek} @throws {Refusal} and nothing else */
export function read(json) {
  let raw;
  try {
    raw = JSON.parse(json);
  } catch {
    throw new Refusal("Dit is niet te lezen: er werd een bestand met een draaiboek verwacht, in JSON.", "broken");
  }
  return understand(raw);
}

/** @returns {Draaiboek} one meeting with nothing in it */
export const empty = () => ({
  soort: "draaiboek",
  schema: SCHEMA,
  titel: "",
  teller: 1,
  bijeenkomsten: [{ id: "m1", titel: "", begin: BEGIN, blokken: [] }],
});

/** @param {Draaiboek} plan */
export const isEmpty = (plan) => plan.bijeenkomsten.every(({ blokken }) => !blokken.length);

/** Whether a block is a card of the site, known or not. @param {Blok} blok */
export const isCard = ({ wat }) => !LOOSE.some((one) => one === wat);

/** Minutes to which a block can be shortened. @param {Blok} blok */
export const shortest = ({ minuten, kort }) => kort ?? minuten;

/** What a meeting is called. @param {Draaiboek} plan @param {Bijeenkomst} meeting */
export const meetingName = (plan, meeting) =>
  meeting.titel ||
  (plan.bijeenkomsten.length > 1 ? `Bijeenkomst ${plan.bijeenkomsten.indexOf(meeting) + 1}` : "De bijeenkomst");
