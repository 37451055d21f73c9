// Reading strictly what comes from elsewhere: a reader gives a copy of a value, or refuses it. Foreign text enters no sentence.

/** Something that can't be done, as one Dutch sentence for the person; `kind` is for the code that catches it. */
export class Refusal extends Error {
  /** @param {string} sentence @param {string} kind */
  constructor(sentence, kind = "shape") {
    super(sentence);
    this.kind = kind;
  }
}

/** @template T @typedef {(value: unknown, place: string) => T} Reader takes a value and where it stands */

export const MOST = 10_000;

/** @param {string} place @param {string} expected @returns {never} */
export function refuse(place, expected) {
  throw new Refusal(`bij ‘${place || "het begin"}’ werd verwacht: ${expected}.`);
}

/** The files of this site by what they say that they are, each with what it is and what one does with it. */
const FILES = new Map([
  ["draaiboek", "een draaiboek: open het bij ‘Maak je draaiboek’"],
  ["eigen-kaarten", "een bestand met eigen kaarten: open het bij ‘Stel zelf een set samen’"],
  ["reflecties", "een bestand met reflecties: zet het terug bij ‘Zelfreflectie’"],
  ["samen-kijken", "het beeld van een groep: bewaar het, want geen pagina leest het terug"],
]);

/** What a document is, as far as it says so. @param {unknown} value */
const kindOf = (value) =>
  isObject(value) && (value.reflecties || value.versleuteld ? "reflecties" : String(value.soort));

/**
 * Let a whole document be refused in a sentence that first says what this is not; or what it is, when another page made it.
 * @template T @param {string} kind of the document @param {string} opening @param {(value: unknown) => T} reader
 * @returns {(value: unknown) => T}
 */
export const about = (kind, opening, reader) => (value) => {
  try {
    return reader(value);
  } catch (error) {
    if (!(error instanceof Refusal) || error.kind !== "shape") throw error;
    const other = kindOf(value);
    const told = other && other !== kind && FILES.get(other);
    throw told ? new Refusal(`Dit is ${told}.`, "other") : new Refusal(`${opening}: ${error.message}`);
  }
};

/**
 * The value in a text that is JSON.
 * @param {string} json @param {string} expected what a file should hold
 * @throws {Refusal}
 */
export function parsed(json, expected) {
  try {
    return JSON.parse(json);
  } catch {
    throw new Refusal(
      `Dit bestand is niet te lezen: kies een bestand met ${expected} dat je hier downloadde.`,
      "broken",
    );
  }
}

/**
 * The text in a file that somebody chose. Changes nothing.
 * @param {Blob} file @param {number} largest bytes that it may have @param {string} what it should be, such as `een draaiboek`
 * @throws {Refusal}
 */
export async function textIn(file, largest, what) {
  if (file.size > largest) {
    const size = (file.size / 1_000_000).toLocaleString("nl-NL", { maximumFractionDigits: 1 });
    throw new Refusal(`Dit bestand is te groot (${size} MB): ${what} is hoogstens ${largest / 1_000_000} MB.`, "large");
  }
  try {
    return await file.text();
  } catch {
    throw new Refusal("Dit bestand is niet te openen: kies het opnieuw.", "broken");
  }
}

/** @param {unknown} value @returns {value is Record<string, unknown>} */
export const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * @template T
 * @param {(value: unknown) => value is T} right
 * @param {string} expected
 * @returns {Reader<T>}
 */
const when = (right, expected) => (value, place) => (right(value) ? value : refuse(place, expected));

export const truth = when((value) => typeof value === "boolean", "ja of nee");

/** @param {number} least @param {number} most @param {string} expected */
export const whole = (least, most, expected) =>
  when(
    /** @returns {value is number} */ (value) =>
      typeof value === "number" && Number.isInteger(value) && value >= least && value <= most,
    expected,
  );

/** @param {RegExp} pattern @param {string} expected */
export const text = (pattern, expected) =>
  when(/** @returns {value is string} */ (value) => typeof value === "string" && pattern.test(value), expected);

/** A day such as 2026-03-09; dates are also made of days that no month has. */
export const day = when(
  /** @returns {value is string} */ (value) =>
    typeof value === "string" &&
    /^\d{4}-\d\d-\d\d$/.test(value) &&
    new Date(`${value}T00:00Z`).toJSON()?.slice(0, 10) === value,
  "een datum die bestaat, zoals 2026-03-09",
);

/** @param {number} most */
export const words = (most) =>
  when(
    /** @returns {value is string} */ (value) => typeof value === "string" && value.length <= most,
    `tekst van hoogstens ${most} tekens`,
  );

/** @template T @param {Reader<T>} reader @returns {Reader<T | null>} */
export const nullable = (reader) => (value, place) => (value === null ? null : reader(value, place));

/** A part that may be absent. @template T @param {Reader<T>} reader @returns {Reader<T | undefined>} */
export const optional = (reader) => (value, place) => (value === undefined ? undefined : reader(value, place));

/** @template T @param {Reader<T>} reader @param {number} [least] @param {number} [most] @returns {Reader<T[]>} */
export const list =
  (reader, least = 0, most = MOST) =>
  (value, place) =>
    Array.isArray(value) && value.length >= least && value.length <= most
      ? value.map((one, index) => reader(one, `${place} ${index + 1}`))
      : refuse(place, `een lijst van ${least} tot ${most}`);

/** @template T @param {RegExp} key @param {Reader<T>} reader @param {string} expected @returns {Reader<Record<string, T>>} */
export const map = (key, reader, expected) => (value, place) => {
  if (!isObject(value) || Object.keys(value).some((name) => !key.test(name))) return refuse(place, expected);
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, reader(one, `${place} ${name}`)]));
};

/**
 * An object with these parts and no others.
 * @template {Record<string, Reader<unknown>>} P
 * @param {P} parts
 * @returns {Reader<{ [K in keyof P]: ReturnType<P[K]> }>}
 */
export const object = (parts) => (value, place) => {
  const names = Object.keys(parts);
  if (!isObject(value) || Object.keys(value).some((name) => !Object.hasOwn(parts, name))) {
    return refuse(place, `alleen ${names.join(", ")}`);
  }
  const read = names.map((name) => [name, parts[name](value[name], place ? `${place}, ${name}` : name)]);
  return Object.fromEntries(read.filter(([, part]) => part !== undefined));
};

/** @template T @param {Reader<T[]>} reader @param {(one: T) => unknown} key what no two have the same @returns {Reader<T[]>} */
export const unique = (reader, key) => (value, place) => {
  const read = reader(value, place);
  return new Set(read.map(key)).size === read.length ? read : refuse(place, "niets dubbel");
};
