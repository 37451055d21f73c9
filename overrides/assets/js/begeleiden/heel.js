// A plan with all that its link leaves out, from elsewhere than a file.

import { root } from "../samen/site.js";
import { understand } from "./bestand.js";
import { isWhat } from "./draaiboek.js";
import { writePlan } from "./link.js";
import { fetched } from "./ophalen.js";

/** @typedef {import("./draaiboek.js").Draaiboek} Draaiboek */

/** Whether two plans have the same link. @param {Draaiboek} one @param {Draaiboek} other */
export const alike = (one, other) => writePlan(one) === writePlan(other);

/** What a programme of the site plans, with all that it says of each block. @param {string} id */
export async function programme(id) {
  if (!isWhat(id)) throw new Error(`no programme is called ${id}`);
  return understand(await fetched(new URL(`begeleiden/programma/${id}.json`, root).href));
}

/** What a tab remembers; null when nothing, or not by the site as it is now. @param {unknown} plan */
export function remembered(plan) {
  try {
    return understand(plan);
  } catch {
    return null;
  }
}
