// What this tab remembers of a meeting that is being led, in the state of its history: it survives a reload, and goes with the tab.

import { understand } from "../begeleiden/bestand.js";
import { replaceState } from "../samen/entry.js";
import { randomName } from "../samen/random.js";
import { list, nullable, object, optional, truth, whole, words } from "../samen/readers.js";

/** @typedef {import("./beurten.js").Loop} Loop */
/** @typedef {import("./groep.js").Toon} Toon */
/** @typedef {{ plan: import("../begeleiden/draaiboek.js").Draaiboek, nr: number, loop: Loop, toon: Toon, hoor: boolean }} Kept */

// What is not as expected is left where it is, and nobody is told what was.
const moment = whole(0, 8.64e15, "");
const minutes = whole(0, 10_000, "");
const place = whole(0, 200, "");
const state = object({
  nr: place,
  loop: object({
    beurten: list(
      object({ id: words(8), wat: words(60), minuten: minutes, kort: minutes, gestart: nullable(moment) }),
      1,
    ),
    nu: place,
    stap: place,
    einde: moment,
    pauze: nullable(moment),
    terug: moment,
    gelaten: minutes,
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
    const read = { plan: understand(plan), ...state(rest, "") };
    const ids = read.plan.bijeenkomsten[read.nr].blokken.map(({ id }) => id);
    return read.loop.beurten.every(({ id }) => ids.includes(id)) && read.loop.nu <= read.loop.beurten.length
      ? read
      : null;
  } catch {
    return null;
  }
}

/** What the windows of groups know this tab by; the same after a reload. */
export const tab = history.state?.tab ?? randomName(4);

/** @param {Kept | null} now null to forget it */
export const keep = (now) => replaceState({ ...history.state, uitvoeren: now, tab });
