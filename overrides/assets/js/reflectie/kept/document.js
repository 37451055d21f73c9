// The document of a person's reflections: its shape, and putting two together. Pure.

import {
  MOST,
  Refusal,
  about,
  day,
  isObject,
  list,
  map,
  nullable,
  object,
  parsed,
  refuse,
  text,
  truth,
  unique,
  whole,
  words,
} from "../../samen/readers.js";

const SCHEMA = 2;
export const PLEKKEN = /** @type {const} */ (["natuur", "situatie", "stapje"]);
const LONGEST_NOTE = 20_000;

/**
 * @typedef {Record<string, number>} Plekken places 0..10 on one line, by question (natuur, situatie, stapje)
 * @typedef {object} Reflectie
 * @property {string} id
 * @property {string} begonnen day it was begun, such as 2026-03-09
 * @property {string[]} velden ids of the chosen fields
 * @property {string[] | null} vragen ids of the chosen questions; null for all
 * @property {boolean} bestuurder also asks what is meant for bestuurders
 * @property {boolean} samen all questions of a field together, instead of one at a time
 * @property {string} waar the step that was reached, empty before the first
 * @property {Record<string, Plekken>} plekken by field
 * @property {Record<string, string>} notities by question
 *
 * @typedef {object} Document
 * @property {number} schema
 * @property {string | null} kopie day of the last copy that was taken out
 * @property {boolean} nieuw whether something changed since then
 * @property {Reflectie[]} reflecties
 */

const place = whole(0, 10, "een plek van 0 tot en met 10");
// As the content has them: a question that an editor adds has another id than those of the publication.
// What somebody kept may have a dot in it, which no id has any more.
const ID = /^[a-z0-9]+([-.][a-z0-9]+)*$/;

/** @param {string} id */
const itself = (id) => id;

const reflectie = object({
  id: text(/^[a-z0-9]{1,40}$/, "een kenmerk van letters en cijfers"),
  begonnen: day,
  velden: unique(list(text(ID, "een veld zoals sv4"), 1), itself),
  vragen: nullable(unique(list(text(ID, "een vraag zoals sv4-v6")), itself)),
  bestuurder: truth,
  samen: truth,
  waar: text(new RegExp(`^$|${ID.source}`), "een stap zoals sv4-v6"),
  plekken: map(ID, map(/^(natuur|situatie|stapje)$/, place, "natuur, situatie of stapje"), "velden zoals sv4"),
  notities: map(ID, words(LONGEST_NOTE), "notities bij vragen zoals sv4-v6"),
});

const document = object({
  schema: whole(SCHEMA, SCHEMA, String(SCHEMA)),
  kopie: nullable(day),
  nieuw: truth,
  reflecties: unique(list(reflectie), (one) => one.id),
});

/**
 * The document in JSON `json`.
 * @param {string} json
 * @returns {Document}
 * @throws {Refusal} and nothing else
 */
export const read = (json) => understand(parsed(json, "reflecties"));

/** The same for JSON that has been parsed. @type {(raw: unknown) => Document} */
export const understand = about("reflecties", "Dit zijn geen reflecties van deze site", (raw) => {
  const schema = isObject(raw) && Number.isInteger(raw.schema) ? Number(raw.schema) : 0;
  if (schema > SCHEMA) {
    throw new Refusal(
      `Dit komt uit een nieuwere versie van deze pagina (${schema}, deze kent ${SCHEMA}): laad de pagina opnieuw en probeer het nog eens.`,
      "newer",
    );
  }
  if (schema < SCHEMA) refuse("schema", `het getal ${SCHEMA}`);
  return document(raw, "");
});

/** @returns {Document} */
export const empty = () => ({ schema: SCHEMA, kopie: null, nieuw: false, reflecties: [] });

/** Whether nothing was placed or written. @param {Reflectie} one */
export const isEmpty = (one) =>
  !Object.values(one.plekken).some((places) => Object.keys(places).length) &&
  !Object.values(one.notities).some((note) => note.trim());

/** @param {Document} document @param {string} id */
export const findIn = (document, id) => document.reflecties.find((one) => one.id === id);

/** @param {Document} document @param {string} id @returns {Document} */
export const without = (document, id) => ({
  ...document,
  reflecties: document.reflecties.filter((one) => one.id !== id),
});

/** Without reflections that have nothing in them. @param {Document} document @returns {Document} */
export const filled = (document) => ({
  ...document,
  reflecties: document.reflecties.filter((one) => !isEmpty(one)),
});

/** @param {Document} document of one day the last one put in comes first @returns {Reflectie[]} */
export const newestFirst = ({ reflecties }) =>
  [...reflecties].reverse().sort((a, b) => b.begonnen.localeCompare(a.begonnen));

/**
 * `document` with `mine` in it; of a reflection that it has already, only the parts named in `changed` are taken over,
 * so that what another tab wrote in the meantime stays.
 * @param {Document} document
 * @param {Reflectie} mine
 * @param {Iterable<string>} changed such as `plekken sv4`, `notities sv4-v1` or `waar`
 * @returns {Document}
 */
export function putIn(document, mine, changed) {
  const theirs = findIn(document, mine.id);
  if (!theirs) return { ...document, nieuw: true, reflecties: [...document.reflecties, mine] };
  const both = { ...theirs, plekken: { ...theirs.plekken }, notities: { ...theirs.notities } };
  for (const name of changed) {
    const [part, key] = name.split(" ");
    if (part === "plekken") takeOver(both.plekken, mine.plekken, key);
    else if (part === "notities") takeOver(both.notities, mine.notities, key);
    else both.waar = mine.waar;
  }
  // Where one is, is nothing to take a copy of.
  const nieuw = document.nieuw || [...changed].some((name) => name !== "waar");
  return { ...document, nieuw, reflecties: document.reflecties.map((one) => (one === theirs ? both : one)) };
}

/** Put an entry, or take it out where there is none. @template T @param {Record<string, T>} into @param {Record<string, T>} from @param {string} key */
function takeOver(into, from, key) {
  if (Object.hasOwn(from, key)) into[key] = from[key];
  else delete into[key];
}

/**
 * `document` with the reflections of `other` put in. One that is there already is skipped when it is the same, and
 * kept beside it under a new id when it isn't, so that nothing is lost.
 * @param {Document} document
 * @param {Document} other
 * @param {() => string} newId
 * @returns {{document: Document, added: number, same: number, different: number}}
 */
export function merge(document, other, newId) {
  /** @type {Reflectie[]} */
  const added = [];
  let same = 0;
  let different = 0;
  for (const one of other.reflecties) {
    if (!findIn(document, one.id)) added.push(one);
    else if (document.reflecties.some((mine) => isSame(mine, one))) same += 1;
    else {
      different += 1;
      added.push({ ...one, id: newId() });
    }
  }
  if (document.reflecties.length + added.length > MOST) {
    throw new Refusal(
      `Samen worden dit meer dan ${MOST} reflecties, en dat is het hoogste aantal: wis er eerst een paar.`,
      "many",
    );
  }
  return {
    document: added.length ? { ...document, nieuw: true, reflecties: [...document.reflecties, ...added] } : document,
    added: added.length - different,
    same,
    different,
  };
}

/** Whether all reflections of a document are in a copy too, as they are. @param {Document} document @param {Document} copy */
export const isIn = ({ reflecties }, copy) =>
  reflecties.every((one) => copy.reflecties.some((other) => isSame(one, other)));

/** Whether two reflections tell the same; where one had got to doesn't count. @param {Reflectie} one @param {Reflectie} other */
function isSame(one, other) {
  /** @param {Reflectie} reflectie */
  const told = ({ begonnen, velden, plekken, notities }) =>
    JSON.stringify([
      begonnen,
      [...velden].sort(),
      sorted(plekken).map(([field, places]) => [field, sorted(places)]),
      sorted(notities),
    ]);
  return told(one) === told(other);
}

/** @template T @param {Record<string, T>} entries */
const sorted = (entries) => Object.entries(entries).sort(([a], [b]) => (a < b ? -1 : 1));
