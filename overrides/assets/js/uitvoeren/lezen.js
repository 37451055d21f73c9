// What is read strictly, once there is any: what this tab remembers, what belongs to the plan in the address, and a file. Few bring
// any of it, and it takes as much script as the clock does.

import { Refusal, readPlanFile, understand } from "../begeleiden/bestand.js";
import { alike, programme, remembered } from "../begeleiden/heel.js";
import { replaceAddress } from "../samen/address/entry.js";
import { list, nullable, object, optional, truth, whole as number, words } from "../samen/readers.js";
import { channel } from "../samen/site.js";

/** @typedef {import("../begeleiden/draaiboek.js").Draaiboek} Draaiboek */

/** ms in which the tab with the planner answers. */
const ANSWERED = 3000;

/** The name of a meeting that an earlier edition began. */
const UNNAMED = "-";

// What is not as expected is left where it is, and nobody is told what was.
const moment = number(0, 8.64e15, "");
const count = number(0, 10_000, "");
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

/** The meeting that a tab remembers; null when it is none, or not of the page as it is now. @param {any} raw @returns {import("./kept.js").Kept | null} */
export function led({ plan, ...rest }) {
  try {
    const read = { plan: understand(plan), ...state({ id: UNNAMED, ...rest }, "") };
    const ids = read.plan.bijeenkomsten[read.nr].blokken.map(({ id }) => id);
    const fits = read.loop.beurten.every(({ id }) => ids.includes(id)) && read.loop.nu <= read.loop.beurten.length;
    return fits ? read : null;
  } catch {
    return null;
  }
}

/**
 * All that belongs to the plan in the address: of a programme, or of the tab in which it was made. That plan itself when what there
 * is belongs to another by now.
 * @param {Draaiboek} plan @param {string} me what the other tab knows this one by
 * @param {string} name by which this tab is to remember it, until it begins
 * @throws when it doesn't come
 */
export async function whole(plan, me, name) {
  const asked = new URLSearchParams(location.search);
  const [programma, planner] = [asked.get("programma"), asked.get("tab")];
  const found = programma
    ? await programme(programma)
    : planner
      ? understand(await answer(planner, me))
      : remembered(history.state.uitvoeren.plan);
  if (!found || !alike(found, plan)) return plan;
  // The other tab may close.
  if (planner) {
    replaceAddress(location.pathname + location.hash, { ...history.state, uitvoeren: { id: name, plan: found } });
  }
  return found;
}

/** @param {string} planner @param {string} me */
const answer = (planner, me) =>
  new Promise((resolve, reject) => {
    const tell = channel("draaiboek", (data) => data?.aan === me && resolve(data.plan));
    tell({ soort: "heel", van: me, aan: planner });
    setTimeout(reject, ANSWERED);
  });

/**
 * The plan in a file, or why there is none.
 * @param {File} file @returns {Promise<{ plan: Draaiboek, trouble?: undefined } | { plan?: undefined, trouble: string }>}
 */
export async function fromFile(file) {
  try {
    return { plan: await readPlanFile(file) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { trouble: error.message };
  }
}
