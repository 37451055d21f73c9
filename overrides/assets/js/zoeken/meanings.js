// What each word that was typed may mean: its forms, compounds it is part of or made of, or a word with a fault in it. Pure.

import { faults, letters, past, sound, stem } from "./words.js";

/**
 * @import { Index } from "./index.js"
 *
 * @typedef {object} Token a word that was typed
 * @property {number} weight how much it says
 * @property {Map<number, number>} means words of the index, and how surely each is meant
 * @property {string} word as it was typed, folded
 * @property {boolean} [guessed] whether it is in no form in the index: what it may mean only looks like it, or is a part of it
 * @property {boolean} [thing] whether it is the last part of a compound
 */

/** A small word tells names apart and nothing else. */
export const SMALL = 0.12;
// A word that is in no name is less likely to be what it is about.
const UNNAMED = 0.6;
// How much the last part of a compound says, next to the first.
const THING = 0.6;
// How surely a word is meant with one fault in it.
const ONE_FAULT = 0.7;
// How many letters a word has for each fault in it.
const LETTERS_A_FAULT = 5;
// How many letters the part of a word has that is looked for when the rest is unknown, and how surely it is meant.
const LEAST_PART = 5;
const IN_PART = 0.4;
const NUMBERS = ["twee", "drie", "vier", "vijf", "zes", "zeven", "acht"];

/** What was typed, a token for each word, or two for what is written as one. @param {Index} index @param {string[]} all @returns {Token[]} */
export function tokensOf(index, all) {
  const telling = all.some((word) => !index.stop.has(word));
  return all.flatMap((word, i) => {
    const small = telling && index.stop.has(word);
    const last = i === all.length - 1;
    const means = small ? exactly(index, word) : meanings(index, word, last);
    // Two words that the index writes as one.
    for (const pair of [i > 0 && all[i - 1] + word, i + 1 < all.length && word + all[i + 1]]) {
      if (pair) for (const number of alike(index, pair)) means.set(number, 0.95);
    }
    const digit = NUMBERS.indexOf(word) + 2;
    const counted = digit > 1 ? index.byWord.get(`${digit}`) : undefined;
    if (counted !== undefined && all.length > 1) means.set(counted, 0.9);
    if (means.size || small) return [{ ...token(index, means, small), word }];
    const near = misspelt(index, word, last);
    const parts = Math.max(0, ...near.values()) < ONE_FAULT && split(index, word);
    const guess = { word, guessed: true };
    if (!parts) return [{ ...token(index, near.size ? near : inPart(index, word), false), ...guess }];
    // The first part of a compound says what it is about, the last what kind of thing it is.
    const [about, thing] = parts.map((part) => token(index, meanings(index, part, false), false));
    return [
      { ...about, ...guess },
      { ...thing, ...guess, weight: thing.weight * THING, thing: true },
    ];
  });
}

/** @param {Index} index @param {Map<number, number>} means @param {boolean} small @returns {Omit<Token, "word">} */
function token(index, means, small) {
  const surest = Math.max(0, ...means.values());
  const pages = new Set();
  for (const [number, sure] of means) {
    if (sure >= Math.min(surest, 0.9)) for (const unit of index.found[number]) pages.add(index.units[unit].page);
  }
  const named = [...means].some(
    ([number, sure]) => sure > 0.8 && index.found[number].some((unit) => index.units[unit].size),
  );
  const rare = (Math.log(1 + index.pages.length / (1 + pages.size)) + 0.4) * (named ? 1 : UNNAMED);
  return { weight: small ? SMALL : rare, means };
}

/** @param {Index} index @param {string} word @returns {Map<number, number>} */
function exactly(index, word) {
  const number = index.byWord.get(word);
  return new Map(number === undefined ? [] : [[number, 1]]);
}

/** The words that are a form of `word`. @param {Index} index @param {string} word */
function alike(index, word) {
  return index.byStem.get(stem(word)) ?? [];
}

/**
 * What a word may mean without a fault in it: its forms, what begins with it, and what ends in it, as compounds do.
 * @param {Index} index @param {string} word @param {boolean} last whether it may still be unfinished
 */
function meanings(index, word, last) {
  const means = exactly(index, word);
  /** @param {number} number @param {number} sure */
  const add = (number, sure) => means.set(number, Math.max(sure, means.get(number) ?? 0));
  // A stem of three letters is that of too many words to be sure of it.
  for (const number of alike(index, word)) add(number, stem(word).length > 3 ? 0.95 : 0.7);
  const active = past(word);
  for (const number of index.byPast.get(stem(word)) ?? []) add(number, 0.85);
  if (active) for (const number of index.byStem.get(active) ?? []) add(number, 0.85);
  // What is being typed may look like a form of a shorter word: zelft, of zelf.
  const whole = last && word.length > 4 ? index.byWord.has(word) : means.size > 0;
  const base = stem(word);
  const long = word.length > 3 ? (base.length > 3 ? base : word) : word;
  if (last || word.length > 3) {
    for (const start of new Set([word, long])) {
      for (const number of beginning(index, start)) {
        const share = start.length / index.words[number].length;
        add(number, (last && !whole ? 0.5 : 0.32) + 0.4 * share);
      }
    }
  }
  if (word.length > 3) {
    index.words.forEach((one, number) => {
      const form = index.stems[number];
      // A stem is shorter than its word: what stands before it must be long enough to be a part by itself, as in loslaten it isn't
      // before the stem of slaat.
      const ends = form.length > long.length + 2 && form.endsWith(long);
      if (one.length > word.length + 2 && (one.endsWith(word) || ends)) add(number, 0.6);
    });
  }
  return means;
}

/** The numbers of the words that begin with `start`. @param {Index} index @param {string} start */
function* beginning(index, start) {
  let low = 0;
  let high = index.words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (index.words[middle] < start) low = middle + 1;
    else high = middle;
  }
  for (; index.words[low]?.startsWith(start); low++) yield low;
}

/** The two known words that make up `word`, perhaps with a sound between them; null when there are none. @param {Index} index @param {string} word */
function split(index, word) {
  let best = null;
  for (let at = 3; at <= word.length - 3; at++) {
    const [head, tail] = [word.slice(0, at), word.slice(at)];
    if (!alike(index, tail).length) continue;
    const start = [head, head.replace(/(?:en|[sen])$/, "")].find((one) => one.length > 2 && alike(index, one).length);
    const least = start ? Math.min(start.length, tail.length) : 0;
    if (start && least > (best?.least ?? 0)) best = { parts: [start, tail], least };
  }
  return best && best.parts;
}

/** What a word may mean of which only one part is known, the longest: pleegkind, of pleegzorg. @param {Index} index @param {string} word @returns {Map<number, number>} */
function inPart(index, word) {
  for (let least = word.length - 3; least >= LEAST_PART; least--) {
    const begun = [...beginning(index, word.slice(0, least))];
    const numbers = begun.length ? begun : alike(index, word.slice(-least));
    if (numbers.length) return new Map(numbers.map((number) => [number, IN_PART]));
  }
  return new Map();
}

/** What a word may mean with a fault in it. @param {Index} index @param {string} word @param {boolean} last @returns {Map<number, number>} */
function misspelt(index, word, last) {
  const means = new Map();
  if (word.length < 4) return means;
  const base = stem(word);
  const heard = sound(base);
  const most = Math.max(1, Math.floor(word.length / LETTERS_A_FAULT));
  const [written, spoken] = [letters(word), letters(heard)];
  index.stems.forEach((form, number) => {
    // Each letter that a word lacks is a fault; that is seen sooner than all faults are counted.
    const lacking = ~index.letters[number];
    if (more(written & lacking, most) && more(spoken & lacking, most)) return;
    if (Math.abs(form.length - base.length) > most + (last ? 30 : 1)) return;
    const apart = Math.min(
      faults(heard, index.sounds[number], most, last && word.length > 5),
      faults(word, index.words[number], most),
    );
    if (apart <= most)
      means.set(number, 0.85 - (0.85 - ONE_FAULT) * apart - (last ? 0.03 * Math.max(0, form.length - base.length) : 0));
  });
  // What is nearest is meant; what is further is noise.
  const surest = Math.max(0, ...means.values());
  for (const [number, sure] of means) if (sure < surest - 0.12) means.delete(number);
  return means;
}

/** Whether `bits` has more than `most` ones. @param {number} bits @param {number} most */
function more(bits, most) {
  for (let ones = 0; bits; bits &= bits - 1) if (++ones > most) return true;
  return false;
}
