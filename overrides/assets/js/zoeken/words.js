// Words as search sees them: as macros/search/words.py parts them, their stem, their sound, and how far two are apart.

import { stemmer } from "@orama/stemmers/dutch";
import { folded } from "../samen/fold.js";

/** The words of a text, folded, in order; signs part them. @param {string} text */
export const words = (text) => folded(text).match(/(?<![a-z])[a-z][0-9]+|[a-z]{2,}|[0-9]+/g) ?? [];

/**
 * What the forms of a word have in common. Snowball's Dutch stemmer leaves some, which are added: small things in -je, plurals
 * in -es, verbs in -t and -d, and letters that change or double.
 * @param {string} word folded
 */
export function stem(word) {
  if (word.length < 4) return word;
  let form = STEMS.get(word);
  if (form === undefined) STEMS.set(word, (form = made(word)));
  return form;
}

/** @type {Map<string, string>} */
const STEMS = new Map();

/** @param {string} word */
const made = (word) =>
  stemmer(word.replace(/(?<=.{4}[a-z])jes?$|(?<=.{4}e)s$/, ""))
    .replace(/(?<=.{3}[bdfgklmnprsvwz])t$|(?<=.{4}[bgklmnrvwz])d$/, "")
    .replace(/([bdfgklmnprst])\1$/, "$1")
    .replace(/([aeou])\1([^aeiou])$/, "$1$2")
    .replace(/(?<=.{3})ati[ef]$/, "er")
    .replace(/v$/, "f")
    .replace(/z$/, "s");

const PARTICIPLE =
  /^((?:los|vast|door|op|uit|aan|af|over|in|mee|terug|samen|weg|om|bij|toe|na|voor|stil|vrij|rond|heen|neer|tegen|open|klaar|vol)?)ge(.{2,}(?:t|d|en))$/;

// Verbs whose vowel changes, by the end of what they become; with what stands before it: verbonden, overgenomen.
const STRONG = Object.entries({
  bonden: "binden",
  vonden: "vinden",
  nomen: "nemen",
  sproken: "spreken",
  broken: "breken",
  kozen: "kiezen",
  schreven: "schrijven",
  dreven: "drijven",
  bleven: "blijven",
  kregen: "krijgen",
  zwegen: "zwijgen",
  keken: "kijken",
  wezen: "wijzen",
  holpen: "helpen",
  trokken: "trekken",
  sloten: "sluiten",
  schoven: "schuiven",
  logen: "liegen",
  bogen: "buigen",
  loren: "liezen",
  zocht: "zoeken",
  dacht: "denken",
  bracht: "brengen",
  kocht: "kopen",
});

/** The stem that a word has if it is a form of the past, such as that of vastlopen for vastgelopen; null when it can't be one. @param {string} word */
export function past(word) {
  const parts = PARTICIPLE.exec(word);
  const bare = parts ? parts[1] + parts[2] : word;
  const [end, verb] = STRONG.find(([ending]) => bare.endsWith(ending)) ?? [];
  if (end) return stem(bare.slice(0, -end.length) + verb);
  return parts && stem(bare.replace(/[dt]$/, ""));
}

/** How a stem sounds, for what is written otherwise than it should. @param {string} form */
export const sound = (form) =>
  form
    .replace(/sch/g, "sg")
    .replace(/ch/g, "g")
    .replace(/ei|y/g, "ij")
    .replace(/au/g, "ou")
    .replace(/ph/g, "f")
    .replace(/th/g, "t")
    .replace(/c(?=[eiy])/g, "s")
    .replace(/c/g, "k")
    .replace(/x/g, "ks")
    .replace(/v/g, "f")
    .replace(/z/g, "s")
    .replace(/d$/, "t")
    .replace(/([a-z])\1/g, "$1");

/** Which letters a word has, a bit for each. @param {string} word */
export function letters(word) {
  let bits = 0;
  for (let i = 0; i < word.length; i++) bits |= 1 << (word.charCodeAt(i) - 97);
  return bits;
}

/**
 * The faults between two words: letters more, fewer, other, or two that changed places; with `open`, what `long` has behind
 * it is no fault. More than `most` is not counted further.
 * @param {string} short @param {string} long @param {number} most @param {boolean} [open]
 */
export function faults(short, long, most, open = false) {
  const width = long.length;
  if (short.length - width > most || (!open && width - short.length > most)) return most + 1;
  let [before, last, now] = ROWS;
  for (let column = 0; column <= width; column++) last[column] = column;
  for (let row = 1; row <= short.length; row++) {
    now[0] = row;
    let least = row;
    for (let column = 1; column <= width; column++) {
      const same = short[row - 1] === long[column - 1];
      let cost = Math.min(last[column - 1] + (same ? 0 : 1), last[column] + 1, now[column - 1] + 1);
      if (row > 1 && column > 1 && short[row - 1] === long[column - 2] && short[row - 2] === long[column - 1]) {
        cost = Math.min(cost, before[column - 2] + 1);
      }
      now[column] = cost;
      if (cost < least) least = cost;
    }
    if (least > most) return most + 1;
    [before, last, now] = [last, now, before];
  }
  return open ? Math.min(...last.subarray(0, width + 1)) : last[width];
}

// Longer than any word; made once, for this runs through all words at a keystroke.
const ROWS = [0, 1, 2].map(() => new Uint8Array(256));
