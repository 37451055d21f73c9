// What this tab remembers of a meeting that is being led, in the state of its history: it survives a reload, and goes with the tab.

import { understand } from "../begeleiden/bestand.js";
import { replaceState } from "../samen/entry.js";
import { inTab } from "../samen/in-tab.js";
import { randomName } from "../samen/random.js";
import { list, nullable, object, optional, truth, whole, words } from "../samen/readers.js";

/** @typedef {import("./beurten.js").Loop} Loop */
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

/** One that an earlier edition began. */
const UNNAMED = "-";

/** Whether a meeting was begun before the last wiping. @param {string} id */
export const isWiped = (id) => !id.startsWith(lastWiping.get());

// What is not as expected is left where it is, and nobody is told what was.
const moment = whole(0, 8.64e15, "");
const count = whole(0, 10_000, "");
const state = object({
  id: words(16),
  nr: count,
  loop: object({
    beurten: list(
      object({
        id: words(8),
        wat: words(60),
        minuten: count,
        kort: count,
        gestart: nullable(moment),
        stil: optional(moment),
      }),
      1,
    ),
    nu: count,
    stap: count,
    einde: moment,
    pauze: nullable(moment),
    terug: moment,
    gelaten: count,
    klaar: nullable(moment),
  }),
  toon: object({
    stappen: truth,
    kiezen: optional(truth),
    zwart: truth,
    balk: nullable(object({ van: moment, tot: moment })),
  }),
  hoor: truth,
});

/** What is remembered; null when nothing is, or not by the page as it is now. @returns {Kept | null} */
export function kept() {
  try {
    const { plan, ...rest } = history.state.uitvoeren;
    const read = { plan: understand(plan), ...state({ id: UNNAMED, ...rest }, "") };
    const ids = read.plan.bijeenkomsten[read.nr].blokken.map(({ id }) => id);
    const fits = read.loop.beurten.every(({ id }) => ids.includes(id)) && read.loop.nu <= read.loop.beurten.length;
    if (isWiped(read.id)) keep(null);
    else if (fits) return read;
  } catch {
    // Nothing is remembered, or nothing that can be understood.
  }
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
