// How a meeting goes beside its plan: when it will end, and what could be shorter to end in time. Pure: it has no clock.

/** @typedef {{ wat: string, minuten: number, kort: number }} Span what a block takes, and to what it may shrink, in minutes */

/** A minute in ms. */
export const MINUTE = 60_000;

/**
 * The moment at which it ends if all goes on as it is, in ms since 1970.
 * @param {number} now @param {number} left ms of this block; less than none when it runs over
 * @param {readonly Span[]} rest the blocks to come
 */
export const forecast = (now, left, rest) => now + Math.max(0, left) + sum(rest.map((blok) => blok.minuten)) * MINUTE;

/**
 * Gain minutes on the blocks to come: first on what was kept free for it, then on each that may be shorter, in proportion.
 * @param {readonly Span[]} rest @param {number} late minutes to gain
 * @returns {{ minuten: number[], ruimte: number, korter: number, rest: number }} what each would take then; what is gained on
 * the free time and on the others; what is left to gain
 */
export function catchUp(rest, late) {
  const free = divide(
    late,
    rest.map((blok) => (blok.wat === "ruimte" ? blok.minuten : 0)),
  );
  const shorter = divide(
    late - sum(free),
    rest.map((blok) => (blok.wat === "ruimte" ? 0 : Math.max(0, blok.minuten - blok.kort))),
  );
  return {
    minuten: rest.map((blok, at) => blok.minuten - free[at] - shorter[at]),
    ruimte: sum(free),
    korter: sum(shorter),
    rest: late - sum(free) - sum(shorter),
  };
}

/**
 * Whole minutes taken from what each has, in proportion and never more; what rounding leaves goes to those it cost most.
 * @param {number} wanted @param {number[]} has
 */
function divide(wanted, has) {
  const all = sum(has);
  const taken = Math.min(wanted, all);
  const exact = has.map((one) => (all ? (one * taken) / all : 0));
  const whole = exact.map(Math.floor);
  const lost = [...whole.keys()].sort((one, other) => exact[other] - whole[other] - (exact[one] - whole[one]));
  for (const at of lost.slice(0, taken - sum(whole))) whole[at] += 1;
  return whole;
}

/** @param {number[]} numbers */
const sum = (numbers) => numbers.reduce((one, other) => one + other, 0);
