// What was planned beside what it became, once a meeting is over.

import { h } from "../samen/dom.js";
import { MINUTE } from "./verloop.js";

/**
 * A row for each block that had or would have had its turn.
 * @param {import("./beurten.js").Loop} loop
 * @param {(id: string) => { titel: string, minuten: number }} planned
 * @param {string} skipped what is said of one that had no turn
 */
export function results({ beurten, klaar }, planned, skipped) {
  const begun = [...beurten.map(({ gestart }) => gestart), klaar];
  return beurten.map(({ id, gestart }, at) => {
    const { titel, minuten } = planned(id);
    const until = begun.slice(at + 1).find((moment) => moment !== null) ?? klaar;
    const took = gestart === null || until === null ? skipped : String(Math.round((until - gestart) / MINUTE));
    return h("tr", {}, h("th", { scope: "row" }, titel), h("td", {}, String(minuten)), h("td", {}, took));
  });
}
