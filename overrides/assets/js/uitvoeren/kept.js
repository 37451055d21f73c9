// What this tab remembers of a meeting that is being led, in the state of its history: it survives a reload, and goes with the tab.

import { replaceState } from "../samen/address/entry.js";
import { inTab } from "../samen/in-tab.js";
import { randomName } from "../samen/random.js";

/** @typedef {import("./verloop/beurten.js").Loop} Loop */
/** @typedef {import("./groep.js").Toon} Toon */
/**
 * @typedef {{ id: string, plan: import("../begeleiden/draaiboek.js").Draaiboek, nr: number, loop: Loop, toon: Toon, hoor: boolean }} Kept
 *   `id` as it was `named`
 */

// Every place in the history of a tab may remember a meeting, and only the one where one is can be emptied. So a wiping leaves a name
// behind, with which that of each later meeting begins, and one that begins otherwise is refused.
const lastWiping = inTab("uitvoeren-gewist", "");

/** A name for a meeting that begins now. */
export const named = () => lastWiping.get() + randomName(4);

/** Whether a meeting was begun before the last wiping. @param {string} id */
export const isWiped = (id) => !id.startsWith(lastWiping.get());

/** The meeting that is remembered; null when none is, or not by the page as it is now. @returns {Promise<Kept | null>} */
export async function kept() {
  const raw = history.state?.uitvoeren;
  if (!raw) return null;
  if (!isWiped(String(raw.id))) return (await import("./lezen.js")).led(raw);
  keep(null);
  return null;
}

/** What the windows of groups know this tab by; the same after a reload. */
export const tab = history.state?.tab ?? randomName(4);

/** @param {Kept | null} now null to forget it */
export const keep = (now) => replaceState({ ...history.state, uitvoeren: now, tab });

/** Forget all that this tab remembers, in every place of its history. */
export function wipe() {
  lastWiping.set(randomName(4));
  keep(null);
}
