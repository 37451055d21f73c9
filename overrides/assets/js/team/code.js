// The code that carries one person's places to the facilitator: 21 characters, for a QR code, a keyboard and a voice.
//
// Bits: 4 version, 1 consent, 20 session, 16 nonce, 48 places (four for each line), 16 CRC over all before it.
// Written in Crockford's base32. A wrong character, or two neighbours in each other's place, change at most ten bits in a
// row; this CRC sees every change of up to sixteen in a row, so such a slip is never taken for another code.
// Lines that don't take part have no place to tell, so they carry more of the nonce: no two people must have the same.

const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/** @type {Record<string, string>} */
const LOOK_ALIKE = { O: "0", I: "1", L: "1" };
// What people and chat programs put between the groups.
const BETWEEN = /[\s\p{Pd}\p{Cf}._]+/gu;
const VERSION = 1;
const GROUP = 3;
const BITS = { version: 4, consent: 1, session: 20, nonce: 16, place: 4, check: 16 };
export const FIELD_COUNT = 6;
// The low bits of a session tell it apart from others; the high bits are the fields that take part.
const RANDOM_BITS = BITS.session - FIELD_COUNT;

export const LENGTH = 21;
export const NONE = 15;
export const PLACES = 11;
export const MARKERS = /** @type {const} */ (["natuur", "situatie"]);
export const LINES = FIELD_COUNT * MARKERS.length;
/** What four bits of a line can say, in their order. */
const SAYINGS = [...Array(PLACES).keys(), NONE];
const LOW = 2 ** BITS.nonce;

/**
 * @typedef {object} Inzending one person's places
 * @property {boolean} consent whether they want to be seen when there are fewer than five
 * @property {number} session
 * @property {number} nonce
 * @property {number[]} places one for each line, as `lineOf` counts them: 0 to 10, or NONE
 * @typedef {"leeg" | "lengte" | "teken" | "controle" | "versie"} Fault
 */

/** @typedef {typeof MARKERS[number]} Marker */

/** The number of a line. @param {number} field 1 to 6 @param {Marker} marker */
export const lineOf = (field, marker) => (field - 1) * MARKERS.length + MARKERS.indexOf(marker);

/** @param {Inzending} sent */
export function encode({ consent, session, nonce, places }) {
  /** @type {number[]} */
  const bits = [];
  /** @param {number} value @param {number} size */
  const put = (value, size) => {
    for (let at = size - 1; at >= 0; at--) bits.push((value >> at) & 1);
  };
  put(VERSION, BITS.version);
  put(Number(consent), BITS.consent);
  put(session, BITS.session);
  const low = nonce % LOW;
  put(low, BITS.nonce);
  const asked = linesOf(session);
  let rest = Math.floor(nonce / LOW);
  places.forEach((place, line) => {
    const said = asked.includes(line) ? place : SAYINGS[rest % SAYINGS.length];
    if (!asked.includes(line)) rest = Math.floor(rest / SAYINGS.length);
    put(said ^ veil(low, line), BITS.place);
  });
  put(crc(bits), BITS.check);
  return toText(bits);
}

/**
 * What a code says, or what is wrong with it. Takes any text and never throws.
 * @param {string} text
 * @returns {{ sent: Inzending, fault?: undefined, tekens?: undefined } | { sent?: undefined, fault: Fault, tekens?: number }}
 */
export function decode(text) {
  const plain = normal(text);
  if (!plain) return { fault: "leeg" };
  const unknown = [...plain].some((letter) => !ALPHABET.includes(letter));
  if (unknown) return { fault: "teken" };
  if (plain.length !== LENGTH) return { fault: "lengte", tekens: plain.length };
  const bits = toBits(plain);
  const body = bits.slice(0, -BITS.check);
  if (crc(body) !== value(bits.slice(-BITS.check))) return { fault: "controle" };
  /** @param {number} size */
  const take = (size) => value(body.splice(0, size));
  if (take(BITS.version) !== VERSION) return { fault: "versie" };
  const consent = take(BITS.consent) === 1;
  const session = take(BITS.session);
  let nonce = take(BITS.nonce);
  const low = nonce;
  const said = Array.from({ length: LINES }, (_, line) => take(BITS.place) ^ veil(low, line));
  // Four bits have room for places that a line doesn't have.
  if (said.some((one) => !SAYINGS.includes(one))) return { fault: "controle" };
  const asked = linesOf(session);
  let worth = LOW;
  const places = said.map((one, line) => {
    if (asked.includes(line)) return one;
    nonce += worth * SAYINGS.indexOf(one);
    worth *= SAYINGS.length;
    return NONE;
  });
  return { sent: { consent, session, nonce, places } };
}

/** In groups, to read aloud. @param {string} code */
export const grouped = (code) => code.match(new RegExp(`.{1,${GROUP}}`, "g"))?.join("-") ?? "";

const GROUPED = new RegExp(`(?:[0-9a-z]{${GROUP}}-){${LENGTH / GROUP - 1}}[0-9a-z]{${GROUP}}`, "gi");
/** The codes in a text that may have more, such as names in a chat; the text itself when it has none in groups. @param {string} text */
export const codesIn = (text) => text.match(GROUPED) ?? [text];

/**
 * A new session in which the `fields` (1 to 6) take part.
 * @param {number[]} fields
 * @param {number} random a whole number; only its low bits are used
 */
export function newSession(fields, random) {
  const chosen = fields.reduce((all, field) => all | (1 << (field - 1)), 0);
  return (chosen << RANDOM_BITS) | (random & (2 ** RANDOM_BITS - 1));
}

/** The fields that take part in a session. @param {number} session @returns {number[]} */
export const fieldsOf = (session) =>
  Array.from({ length: FIELD_COUNT }, (_, at) => at + 1).filter(
    (field) => (session >> RANDOM_BITS) & (1 << (field - 1)),
  );

/** The lines that take part in a session. @param {number} session */
export const linesOf = (session) =>
  fieldsOf(session).flatMap((field) => MARKERS.map((marker) => lineOf(field, marker)));

/** How many nonces a code of this session can tell apart. @param {number} session */
export const noncesOf = (session) => LOW * SAYINGS.length ** (LINES - linesOf(session).length);

/** A session as people type it: four characters, and one that checks them. @param {number} session */
export function sessionText(session) {
  const text = toText(Array.from({ length: BITS.session }, (_, at) => (session >> (BITS.session - 1 - at)) & 1));
  return text + checkOf(text);
}

/** @param {string} text @returns {number | null} null when no session is called that */
export function readSession(text) {
  const plain = normal(text);
  if (plain.length !== BITS.session / 5 + 1 || [...plain].some((letter) => !ALPHABET.includes(letter))) return null;
  const told = plain.slice(0, -1);
  if (checkOf(told) !== plain.at(-1)) return null;
  const session = value(toBits(told));
  return fieldsOf(session).length ? session : null;
}

/**
 * The character that checks a few others. Each counts for another power of two in the field of 32 elements, so one wrong
 * character, or two neighbours in each other's place, always ask for another check.
 * @param {string} text
 */
const checkOf = (text) => ALPHABET[[...text].reduce((sum, letter) => twice(sum ^ ALPHABET.indexOf(letter)), 0)];

/** Twice an element of the field of 32, with x⁵ + x² + 1. @param {number} five */
const twice = (five) => ((five << 1) & 31) ^ (five & 16 ? 5 : 0);

/** Upper case, without what stands between groups; long texts are cut, for a code is short. @param {string} text */
const normal = (text) =>
  String(text)
    .slice(0, 200)
    .toUpperCase()
    .replace(BETWEEN, "")
    .replace(/[OIL]/g, (letter) => LOOK_ALIKE[letter]);

/**
 * No secret: it only keeps two people with the same places from holding up codes that look the same.
 * @param {number} nonce
 * @param {number} line
 */
const veil = (nonce, line) => (Math.imul(nonce + 1, 0x9e3779b1) ^ Math.imul(line + 1, 0x85ebca6b)) >>> 28;

/** CRC-16/CCITT-FALSE. @param {number[]} bits */
function crc(bits) {
  let rest = 0xffff;
  for (const bit of bits) rest = ((rest << 1) & 0xffff) ^ ((rest >> 15) ^ bit ? 0x1021 : 0);
  return rest;
}

/** @param {number[]} bits */
const value = (bits) => bits.reduce((all, bit) => all * 2 + bit, 0);
/** @param {string} text */
const toBits = (text) =>
  [...text].flatMap((letter) => [16, 8, 4, 2, 1].map((bit) => Number((ALPHABET.indexOf(letter) & bit) > 0)));
/** @param {number[]} bits */
const toText = (bits) =>
  Array.from({ length: bits.length / 5 }, (_, at) => ALPHABET[value(bits.slice(at * 5, at * 5 + 5))]).join("");
