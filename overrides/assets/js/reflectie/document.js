// The document of a person's reflections: its shape, read strictly, and putting two together. Pure.

const SCHEMA = 2;
export const PLEKKEN = ["natuur", "situatie", "stapje"];
const MOST = 10_000;
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

/** Something that can't be done, as one Dutch sentence for the person; `soort` is for the code that catches it. */
export class Weigering extends Error {
  /** @param {string} zin @param {string} soort */
  constructor(zin, soort = "vorm") {
    super(zin);
    this.soort = soort;
  }
}

// Readers: each takes a value and where it stands, and gives a copy of it or refuses. Foreign text never enters a sentence.

/** @returns {never} */
function refuse(place, expected) {
  throw new Weigering(
    `Dit zijn geen reflecties van deze site: bij ‘${place || "het begin"}’ werd verwacht: ${expected}.`,
  );
}
const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const when = (right, expected) => (value, place) => (right(value) ? value : refuse(place, expected));
const text = (pattern, expected) => when((value) => typeof value === "string" && pattern.test(value), expected);
const nullable = (reader) => (value, place) => (value === null ? null : reader(value, place));
const list =
  (reader, least = 0) =>
  (value, place) =>
    Array.isArray(value) && value.length >= least && value.length <= MOST
      ? value.map((one, index) => reader(one, `${place} ${index + 1}`))
      : refuse(place, `een lijst van ${least} tot ${MOST}`);
const map = (key, reader, expected) => (value, place) => {
  if (!isObject(value) || Object.keys(value).some((name) => !key.test(name))) refuse(place, expected);
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, reader(one, `${place} ${name}`)]));
};
const object = (parts) => (value, place) => {
  const names = Object.keys(parts);
  if (!isObject(value) || Object.keys(value).some((name) => !Object.hasOwn(parts, name)))
    refuse(place, `alleen ${names.join(", ")}`);
  return Object.fromEntries(names.map((name) => [name, parts[name](value[name], place ? `${place}, ${name}` : name)]));
};
const unique =
  (reader, key = (one) => one) =>
  (value, place) => {
    const read = reader(value, place);
    return new Set(read.map(key)).size === read.length ? read : refuse(place, "niets dubbel");
  };

const truth = when((value) => typeof value === "boolean", "ja of nee");
const day = text(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, "een datum zoals 2026-03-09");
const place = when((value) => Number.isInteger(value) && value >= 0 && value <= 10, "een plek van 0 tot en met 10");
const note = when(
  (value) => typeof value === "string" && value.length <= LONGEST_NOTE,
  `tekst van hoogstens ${LONGEST_NOTE} tekens`,
);
const FIELD = /^sv[1-9]\d?$/;
const QUESTION = /^sv[1-9]\d?-v[1-9]\d?$/;
const notes = map(QUESTION, note, "notities bij vragen zoals sv4-v6");

const document = object({
  schema: when((value) => value === SCHEMA, String(SCHEMA)),
  kopie: nullable(day),
  nieuw: truth,
  reflecties: unique(
    list(
      object({
        id: text(/^[a-z0-9]{1,40}$/, "een kenmerk van letters en cijfers"),
        begonnen: day,
        velden: unique(list(text(FIELD, "een veld zoals sv4"), 1)),
        vragen: nullable(unique(list(text(QUESTION, "een vraag zoals sv4-v6")))),
        bestuurder: truth,
        samen: truth,
        waar: text(/^(|overzicht|sv[1-9]\d?(-v[1-9]\d?)?)$/, "een stap zoals sv4-v6"),
        plekken: map(FIELD, map(/^(natuur|situatie|stapje)$/, place, "natuur, situatie of stapje"), "velden zoals sv4"),
        notities: notes,
      }),
    ),
    (one) => one.id,
  ),
});

/**
 * The document in JSON `json`.
 * @param {string} json
 * @returns {Document}
 * @throws {Weigering} and nothing else
 */
export function lees(json) {
  let raw;
  try {
    raw = JSON.parse(json);
  } catch {
    throw new Weigering("Dit is niet te lezen: er werd een bestand met reflecties verwacht, in JSON.", "kapot");
  }
  return begrijp(raw);
}

/** The same for JSON that has been parsed. @param {unknown} raw @returns {Document} */
export function begrijp(raw) {
  const schema = isObject(raw) && Number.isInteger(raw.schema) ? raw.schema : 0;
  if (schema > SCHEMA) {
    throw new Weigering(
      `Dit komt uit een nieuwere versie van deze pagina (${schema}, deze kent ${SCHEMA}): ververs de pagina en probeer het opnieuw.`,
      "nieuwer",
    );
  }
  if (schema < SCHEMA) refuse("schema", `het getal ${SCHEMA}`);
  return document(raw, "");
}

/** @returns {Document} */
export const leeg = () => ({ schema: SCHEMA, kopie: null, nieuw: false, reflecties: [] });

/** Whether nothing was placed or written. @param {Reflectie} one */
export const isLeeg = (one) =>
  !Object.values(one.plekken).some((places) => Object.keys(places).length) &&
  !Object.values(one.notities).some((words) => words.trim());

/**
 * `document` with `mine` in it; of a reflection that it has already, only the parts named in `changed` are taken over,
 * so that what another tab wrote in the meantime stays.
 * @param {Document} document
 * @param {Reflectie} mine
 * @param {Iterable<string>} changed such as `plekken sv4`, `notities sv4-v1` or `waar`
 * @returns {Document}
 */
export function voegIn(document, mine, changed) {
  const theirs = document.reflecties.find((one) => one.id === mine.id);
  if (!theirs) return { ...document, nieuw: true, reflecties: [...document.reflecties, mine] };
  const both = { ...theirs, plekken: { ...theirs.plekken }, notities: { ...theirs.notities } };
  for (const name of changed) {
    const [part, key] = name.split(" ");
    if (!key) both[part] = mine[part];
    else if (mine[part][key] === undefined) delete both[part][key];
    else both[part][key] = mine[part][key];
  }
  // Where one is, is nothing to take a copy of.
  const nieuw = document.nieuw || [...changed].some((name) => name !== "waar");
  return { ...document, nieuw, reflecties: document.reflecties.map((one) => (one === theirs ? both : one)) };
}

/**
 * `document` with the reflections of `other` put in. One that is there already is skipped when it is the same, and
 * kept beside it under a new id when it isn't, so that nothing is lost.
 * @param {Document} document
 * @param {Document} other
 * @param {() => string} newId
 * @returns {{document: Document, erbij: number, gelijk: number, anders: number}}
 */
export function voegSamen(document, other, newId) {
  const here = new Map(document.reflecties.map((one) => [one.id, one]));
  const added = [];
  let gelijk = 0;
  let anders = 0;
  for (const one of other.reflecties) {
    const known = here.get(one.id);
    if (!known) added.push(one);
    else if (sameAs(known, one)) gelijk += 1;
    else if (document.reflecties.some((mine) => sameAs(mine, one))) gelijk += 1;
    else {
      anders += 1;
      added.push({ ...one, id: newId() });
    }
  }
  if (document.reflecties.length + added.length > MOST) {
    throw new Weigering(
      `Samen worden dit meer dan ${MOST} reflecties, en dat is het hoogste aantal: haal er eerst een paar weg.`,
      "veel",
    );
  }
  return {
    document: added.length ? { ...document, nieuw: true, reflecties: [...document.reflecties, ...added] } : document,
    erbij: added.length - anders,
    gelijk,
    anders,
  };
}

/** Whether two reflections tell the same; where one had got to doesn't count. */
function sameAs(one, other) {
  const told = ({ begonnen, velden, plekken, notities }) =>
    JSON.stringify([
      begonnen,
      [...velden].sort(),
      sorted(plekken).map(([field, places]) => [field, sorted(places)]),
      sorted(notities),
    ]);
  return told(one) === told(other);
}

const sorted = (entries) => Object.entries(entries).sort(([a], [b]) => (a < b ? -1 : 1));
