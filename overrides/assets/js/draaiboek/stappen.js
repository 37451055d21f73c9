// What one can do to a plan: each step gives a new plan and leaves the old one as it was. Pure.

import { BEGIN, MOST_MEETINGS } from "../begeleiden/draaiboek.js";

/** @typedef {import("../begeleiden/draaiboek.js").Draaiboek} Draaiboek */
/** @typedef {import("../begeleiden/draaiboek.js").Bijeenkomst} Bijeenkomst */
/** @typedef {import("../begeleiden/draaiboek.js").Blok} Blok */

/** Where a block is. @param {Draaiboek} plan @param {string} id @returns {{ meeting: Bijeenkomst, at: number, blok: Blok }} */
export function placeOf(plan, id) {
  for (const meeting of plan.bijeenkomsten) {
    const at = meeting.blokken.findIndex((blok) => blok.id === id);
    if (at >= 0) return { meeting, at, blok: meeting.blokken[at] };
  }
  throw new Error(`there is no block ${id}`);
}

/** @param {Draaiboek} plan @param {string} id @param {(blokken: Blok[]) => Blok[]} change @returns {Draaiboek} */
const inMeeting = (plan, id, change) => ({
  ...plan,
  bijeenkomsten: plan.bijeenkomsten.map((one) => (one.id === id ? { ...one, blokken: change(one.blokken) } : one)),
});

/** @param {Draaiboek} plan */
export const hasRoomForMeeting = (plan) => plan.bijeenkomsten.length < MOST_MEETINGS;

/** Put a block at the end of a meeting. @param {Draaiboek} plan @param {string} meeting @param {Omit<Blok, "id">} blok @returns {[Draaiboek, string]} and its id */
export function add(plan, meeting, blok) {
  const teller = plan.teller + 1;
  const made = { id: `b${teller}`, ...blok };
  return [inMeeting({ ...plan, teller }, meeting, (blokken) => [...blokken, made]), made.id];
}

/** @param {Draaiboek} plan @param {string} id @param {Partial<Blok>} changes undefined takes a part away @returns {Draaiboek} */
export function change(plan, id, changes) {
  const { meeting } = placeOf(plan, id);
  return inMeeting(plan, meeting.id, (blokken) =>
    blokken.map((blok) => (blok.id === id ? tidy({ ...blok, ...changes }) : blok)),
  );
}

/** Without parts that say nothing. @template {object} T @param {T} part @returns {T} */
function tidy(part) {
  const told = Object.entries(part).filter(
    ([name, value]) => value !== undefined && (value !== "" || name === "titel"),
  );
  const read = /** @type {any} */ (Object.fromEntries(told));
  // A block has its own title only when it says one; a meeting always has one, perhaps empty.
  if (read.titel === "" && "wat" in read) delete read.titel;
  if (read.kort !== undefined && read.kort >= read.minuten) delete read.kort;
  return read;
}

/** @param {Draaiboek} plan @param {string} id @returns {Draaiboek} */
export const remove = (plan, id) =>
  inMeeting(plan, placeOf(plan, id).meeting.id, (blokken) => blokken.filter((blok) => blok.id !== id));

/** Put a block at another place in its meeting. @param {Draaiboek} plan @param {string} id @param {number} to @returns {Draaiboek} */
export function moveTo(plan, id, to) {
  const { meeting, blok } = placeOf(plan, id);
  return inMeeting(plan, meeting.id, (blokken) =>
    blokken.filter((one) => one.id !== id).toSpliced(Math.max(0, Math.min(to, blokken.length - 1)), 0, blok),
  );
}

/** Put a block at the end of another meeting. @param {Draaiboek} plan @param {string} id @param {string} meeting @returns {Draaiboek} */
export function toMeeting(plan, id, meeting) {
  const { blok } = placeOf(plan, id);
  return inMeeting(remove(plan, id), meeting, (blokken) => [...blokken, blok]);
}

/** A meeting more, that begins when the last one does. @param {Draaiboek} plan @returns {[Draaiboek, string]} and its id */
export function addMeeting(plan) {
  const teller = plan.teller + 1;
  const begin = plan.bijeenkomsten.at(-1)?.begin ?? BEGIN;
  const made = { id: `m${teller}`, titel: "", begin, blokken: [] };
  return [{ ...plan, teller, bijeenkomsten: [...plan.bijeenkomsten, made] }, made.id];
}

/** @param {Draaiboek} plan @param {string} id @returns {Draaiboek} */
export const removeMeeting = (plan, id) => ({
  ...plan,
  bijeenkomsten: plan.bijeenkomsten.filter((one) => one.id !== id),
});

/** @param {Draaiboek} plan @param {string} id @param {Partial<Bijeenkomst>} changes undefined takes a part away @returns {Draaiboek} */
export const changeMeeting = (plan, id, changes) => ({
  ...plan,
  bijeenkomsten: plan.bijeenkomsten.map((one) => (one.id === id ? tidy({ ...one, ...changes }) : one)),
});

/** @param {Draaiboek} plan @param {{ titel?: string, groep?: number | undefined }} changes @returns {Draaiboek} */
export const changePlan = (plan, changes) => tidy({ ...plan, ...changes });
