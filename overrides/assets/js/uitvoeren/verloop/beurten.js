// Where a meeting is: which block has its turn, since when, and how long each takes by now. Pure: each step gives a new state.
// Moments are ms since 1970.

import { MINUTE, catchUp, forecast } from "./verloop.js";

/**
 * @typedef {object} Beurt the turn of one block
 * @property {string} id of the block in the plan
 * @property {string} wat
 * @property {number} minuten what it takes now
 * @property {number} kort to what it may shrink
 * @property {number | null} gestart
 * @property {number} [stil] ms that its clock stood still since
 */
/**
 * @typedef {object} Loop
 * @property {readonly Beurt[]} beurten
 * @property {number} nu which turn it is; past the last one when all is done
 * @property {number} stap
 * @property {number} einde when it is to end
 * @property {number | null} pauze since when the clock stands still
 * @property {number} terug when one last went back
 * @property {number} gelaten minutes late that one has agreed to
 * @property {number | null} klaar when it was done
 */
/** @typedef {{ over: number, eindigt: number, laat: number, voorstel: ReturnType<typeof catchUp> | null }} Stand ms left of this block; the end by now; minutes late; what could be done, when there is something to say */

/** Less than this many minutes late or early is nothing to talk about. */
const SLIGHT = 2;
/** So many minutes worse than what one has agreed to is told again. */
const WORSE = 5;

/** @param {readonly Omit<Beurt, "gestart">[]} blokken @param {number} einde @param {number} now @returns {Loop} */
export function begin(blokken, einde, now) {
  const beurten = blokken.map((blok) => ({ ...blok, gestart: null }));
  return turn({ beurten, nu: -1, stap: 0, einde, pauze: null, terug: 0, gelaten: 0, klaar: null }, 0, now);
}

/** How it stands. @param {Loop} loop @param {number} now @returns {Stand} */
export function standing(loop, now) {
  const { beurten, nu, pauze, einde, gelaten } = loop;
  const rest = beurten.slice(nu + 1);
  const over = endOf(beurten[nu]) - (pauze ?? now);
  const eindigt = forecast(now, over, rest);
  const laat = Math.round((eindigt - einde) / MINUTE);
  const telling = laat < 0 ? laat <= -SLIGHT : laat >= SLIGHT && laat >= (gelaten ? gelaten + WORSE : 0);
  return { over, eindigt, laat, voorstel: telling ? catchUp(rest, Math.max(0, laat)) : null };
}

/** When a turn that was begun is over. @param {Beurt} beurt */
export const endOf = ({ gestart, stil = 0, minuten }) => (gestart ?? 0) + stil + minuten * MINUTE;

/** The next turn, past those that have no minutes left; as many as there are when this is the last. @param {Loop} loop */
export function following({ beurten, nu }) {
  const at = beurten.findIndex((beurt, place) => place > nu && beurt.minuten > 0);
  return at < 0 ? beurten.length : at;
}

/** The turn before this one that was had; -1 when there is none. @param {Loop} loop */
export const preceding = ({ beurten, nu }) => beurten.findLastIndex((beurt, at) => at < nu && beurt.gestart !== null);

/**
 * Go on to the next block, or past the last one. Who went back by mistake and comes at once finds its clock as it was.
 * @param {Loop} loop @param {number} now
 */
export function onward(loop, now) {
  const at = following(loop);
  const resumed = resume(loop, now);
  if (at === loop.beurten.length) return { ...resumed, nu: at, stap: 0, klaar: now };
  const kept = loop.beurten[at].gestart !== null && now - loop.terug < MINUTE;
  return kept ? { ...resumed, nu: at, stap: 0 } : turn(resumed, at, now);
}

/** Go back to the block before. @param {Loop} loop @param {number} stap its last one @param {number} now @returns {Loop} */
export function back(loop, stap, now) {
  const at = preceding(loop);
  return at < 0 ? loop : { ...resume(loop, now), nu: at, stap, terug: now, klaar: null };
}

/** Give this block more minutes. @param {Loop} loop @param {number} minuten @returns {Loop} */
export const longer = (loop, minuten) =>
  changed(loop, loop.nu, (beurt) => ({ ...beurt, minuten: beurt.minuten + minuten }));

/** @param {Loop} loop @param {number} now @returns {Loop} */
export const pause = (loop, now) => ({ ...loop, pauze: loop.pauze ?? now });

/** Have the clock of this block go on where it stood. @param {Loop} loop @param {number} now @returns {Loop} */
export function resume(loop, now) {
  const { pauze } = loop;
  if (pauze === null) return loop;
  const later = changed(loop, loop.nu, (beurt) => ({ ...beurt, stil: (beurt.stil ?? 0) + now - pauze }));
  return { ...later, pauze: null };
}

/** Have the blocks to come take what is proposed. @param {Loop} loop @param {number} now @returns {Loop} */
export function take(loop, now) {
  const { voorstel } = standing(loop, now);
  if (!voorstel) return loop;
  const { minuten, rest } = voorstel;
  const beurten = loop.beurten.map((beurt, at) =>
    at > loop.nu ? { ...beurt, minuten: minuten[at - loop.nu - 1] } : beurt,
  );
  return { ...loop, beurten, gelaten: rest };
}

/** Agree to being as late as it is. @param {Loop} loop @param {number} now @returns {Loop} */
export const leave = (loop, now) => ({ ...loop, gelaten: standing(loop, now).laat });

/** All is done, or one stops before it is. @param {Loop} loop @param {number} now @returns {Loop} */
export const stop = (loop, now) => ({ ...loop, klaar: now });

/** Put a block that was kept in reserve behind this one. @param {Loop} loop @param {Omit<Beurt, "gestart">} blok @returns {Loop} */
export const insert = (loop, blok) => ({
  ...loop,
  beurten: loop.beurten.toSpliced(loop.nu + 1, 0, { ...blok, gestart: null }),
});

/** @param {Loop} loop @param {number} at @param {number} now @returns {Loop} */
const turn = (loop, at, now) => ({
  ...changed(loop, at, (beurt) => ({ ...beurt, gestart: now, stil: 0 })),
  nu: at,
  stap: 0,
});

/** @param {Loop} loop @param {number} at @param {(beurt: Beurt) => Beurt} change @returns {Loop} */
const changed = (loop, at, change) => ({
  ...loop,
  beurten: loop.beurten.map((beurt, place) => (place === at ? change(beurt) : beurt)),
});
