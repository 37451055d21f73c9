// Finding: which pages best say what was typed, and where. Pure.

import { folded } from "../samen/fold.js";
import { joined, plainId, WEIGHTS } from "./index.js";
import { SMALL, tokensOf } from "./meanings.js";
import { faults, sound, stem, words } from "./words.js";

/**
 * @import { Index, Page, Place } from "./index.js"
 * @import { Token } from "./meanings.js"
 *
 * @typedef {object} Hit
 * @property {Page} page
 * @property {Place | null} place where in the page; null for its top
 * @property {string[]} words as they stand there
 * @property {number} score
 */

// Up to which share of its letters may be other in a word that looks like what was typed.
const LIKE = 0.44;
// What it counts for that a text says word for word what was typed: less than that a page is called so.
const WORD_FOR_WORD = 200;
// How many words somebody types who reads them from a card, rather than looks for what they mean.
const FROM_A_CARD = 4;
// Which share of what the best scores the others have at least, and when the words they have only look like what was typed.
const LEAST = 0.12;
const LEAST_LIKE = 0.5;
// What is looked at of what was typed: a longer word nobody writes, and more words than a long sentence has keep a phone busy.
const LONGEST_WORD = 40;
const MOST_WORDS = 60;
// What the parts of an id are called by who reads them aloud.
const READ_ALOUD = Object.entries({ spanningsveld: "sv", werkkaart: "wk", vraag: "v" });
// How much more it counts when more of the words are there.
const TOGETHER = 1.2;
// And when they are a whole name: that one stands among other words hardly makes it say less.
const NAMED_IN_FULL = 0.2;
// A stem of so many letters is that of too many words for a name to be meant by it: that of Joosse by José.
const SHORT = 3;

/** @param {string} typed */
const asked = (typed) =>
  words(typed)
    .filter((word) => word.length <= LONGEST_WORD)
    .slice(0, MOST_WORDS);

/**
 * The pages that answer `typed`, best first, each with the place in it that does; and which of its words are nowhere, so that
 * what looks like them was taken.
 * @param {Index} index @param {string} typed @returns {{ hits: Hit[], unknown: string[] }}
 */
export function search(index, typed) {
  const all = asked(typed);
  const one = joined(typed);
  const tokens = tokensOf(index, all);
  const telling = tokens.filter(({ weight }) => weight > SMALL);
  const unknown = telling.filter(({ guessed }) => guessed);
  // Small words say of no page that it is about what was asked.
  const pages = telling.some(({ means }) => means.size) ? weigh(index, tokens) : new Map();
  meantByName(index, all, one, pages);
  if (all.length >= FROM_A_CARD) meantWordForWord(index, one, pages);
  const hits = [...pages].map(([page, { score, place }]) => ({ page: index.pages[page], place, score }));
  // As one reads it aloud or copies it out of a sentence.
  const short = READ_ALOUD.reduce((text, [said, written]) => text.replaceAll(said, written), folded(typed));
  const named = index.byId.get(one) ?? index.byId.get(plainId(short));
  if (named) {
    const page = index.pages[named.page];
    const known = hits.find((hit) => hit.page === page);
    if (known) Object.assign(known, { place: named.place, score: Infinity });
    else hits.push({ page, place: named.place, score: Infinity });
  }
  hits.sort((a, b) => b.score - a.score);
  const most = hits[0]?.score ?? 0;
  const marked = [...new Set(telling.flatMap(({ means }) => [...means.keys()]))].map((number) => index.words[number]);
  const least = LEAST + (LEAST_LIKE - LEAST) * (unknown.length / telling.length);
  return {
    hits: hits.filter(({ score }) => score > Math.min(most, 60) * least).map((hit) => ({ ...hit, words: marked })),
    unknown: most === Infinity ? [] : unknown.map(({ word }) => word),
  };
}

/**
 * The word for which a hit was found, where only its text has that, which isn't shown.
 * @param {Index} index @param {Hit} hit
 */
export const inText = (index, { page, place, words }) =>
  words.find((word) =>
    (index.found[index.byWord.get(word) ?? -1] ?? []).some((number) => {
      const unit = index.units[number];
      // Two words of a name are also known as one, which stands nowhere.
      return !unit.size && unit.place === place && index.pages[unit.page] === page;
    }),
  );

/**
 * Words that look like what was typed, for when it gives nothing.
 * @param {Index} index @param {string} typed @param {number} count
 */
export function nearest(index, typed, count) {
  const all = asked(typed);
  const said = all.filter((word) => !index.stop.has(word));
  const word = (said.length ? said : all).sort((a, b) => b.length - a.length)[0] ?? "";
  const heard = sound(stem(word));
  return (
    index.pages
      .flatMap(({ title }) => words(title).filter((one) => one.length > 3 && !index.stop.has(one)))
      .filter((one, i, list) => list.indexOf(one) === i)
      .map((one) => ({ one, other: sound(stem(one)) }))
      .map(({ one, other }) => ({ one, other, share: faults(heard, other, 99) / Math.max(heard.length, other.length) }))
      // With its first letter wrong a word is hardly a slip: racisme is no basis.
      .filter(({ share, other }) => share < LIKE && other[0] === heard[0])
      .sort((a, b) => a.share - b.share)
      .slice(0, count)
      .map(({ one }) => one)
  );
}

/** @param {Index} index @param {Token[]} tokens @returns {Map<number, { score: number, place: Place | null }>} */
function weigh(index, tokens) {
  const total = tokens.reduce((sum, { weight }) => sum + weight, 0);
  /** Whether a token says what it is about, rather than what kind of thing. @param {number} adds @param {number} i */
  const tells = (adds, i) => adds > 0 && tokens[i].weight > SMALL && !tokens[i].thing;
  /** What each token adds to each unit that has it. @type {Map<number, number[]>} */
  const units = new Map();
  tokens.forEach(({ weight, means }, i) => {
    for (const [number, sure] of means) {
      for (const unit of index.found[number]) {
        let adds = units.get(unit);
        if (!adds) units.set(unit, (adds = new Array(tokens.length).fill(0)));
        if (adds[i] < sure * weight) adds[i] = sure * weight;
      }
    }
  });
  /** @type {Map<number, { adds: number[], best: number, place: Place | null }>} */
  const pages = new Map();
  for (const [unit, adds] of units) {
    const { page, place, weight, size } = index.units[unit];
    const sum = adds.reduce((one, other) => one + other, 0);
    const telling = adds.filter((one, i) => one && tokens[i].weight > SMALL).length || (tokens.length === 1 ? 1 : 0);
    // A name says most when it is all of what was typed, and when what was typed is all of it.
    const share = size ? (0.35 + 0.65 * Math.min(1, telling / size)) * (0.6 + 0.4 * (sum / total)) : 1;
    const whole = (sum / total) ** (size && telling >= size && adds.some(tells) ? NAMED_IN_FULL : TOGETHER);
    let about = pages.get(page);
    if (!about) pages.set(page, (about = { adds: new Array(tokens.length).fill(0), best: 0, place: null }));
    adds.forEach((one, i) => {
      about.adds[i] = Math.max(about.adds[i], one * weight * share);
    });
    const worth = sum * weight * share * whole;
    if (worth > about.best) Object.assign(about, { best: worth, place });
  }
  const scores = new Map();
  for (const [page, { adds, best, place }] of pages) {
    const covered = tokens.reduce((sum, { weight }, i) => sum + (adds[i] ? weight : 0), 0) / total;
    const sum = adds.reduce((one, other) => one + other, 0);
    scores.set(page, { score: (sum * covered ** TOGETHER + best) * index.pages[page].standing, place });
  }
  return scores;
}

/**
 * What the words are the name of comes before all that only has them.
 * @param {Index} index @param {string[]} all @param {string} one what was typed as one word @param {Map<number, { score: number, place: Place | null }>} pages
 */
function meantByName(index, all, one, pages) {
  const said = all.filter((word) => !index.stop.has(word));
  const stems = (said.length ? said : all).map(stem).sort().join(" ");
  /** @type {Map<number, number>} */
  const bonus = new Map();
  const starts = new Set();
  for (const { page, place, weight, size, joined: name, stems: forms } of index.units) {
    if (!size || !pages.has(page)) continue;
    const alike = forms === stems && (size > 1 || forms.length > SHORT);
    const same = name === one ? 40 : alike || (said.length && said.join("") === name) ? 18 : 0;
    if (!place && weight !== WEIGHTS.asked && name.startsWith(one)) starts.add(page);
    // What people type for a page is said of it, and is not its name.
    const worth = weight * Math.min(same, weight === WEIGHTS.asked ? 24 : 40);
    if (worth <= (bonus.get(page) ?? 0)) continue;
    bonus.set(page, worth);
    Object.assign(/** @type {object} */ (pages.get(page)), { place });
  }
  for (const page of starts) bonus.set(page, 60 + (bonus.get(page) ?? 0));
  for (const [page, worth] of bonus) /** @type {{ score: number }} */ (pages.get(page)).score += worth;
}

/**
 * What says all of it word for word is what somebody read it from, or heard: more so as it says less besides.
 * @param {Index} index @param {string} one what was typed as one word @param {Map<number, { score: number, place: Place | null }>} pages
 */
function meantWordForWord(index, one, pages) {
  /** @type {Map<number, { worth: number, place: Place | null }>} */
  const best = new Map();
  for (const { page, place, joined: text } of index.texts) {
    if (!text.includes(one)) continue;
    const worth = WORD_FOR_WORD * (1 + one.length / text.length);
    if (worth > (best.get(page)?.worth ?? 0)) best.set(page, { worth, place });
  }
  for (const [page, { worth, place }] of best) pages.set(page, { score: worth + (pages.get(page)?.score ?? 0), place });
}
