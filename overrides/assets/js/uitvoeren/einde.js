// What was planned beside what it became, once a meeting is over.

import { find, h } from "../samen/dom.js";
import { MINUTE } from "./verloop/verloop.js";

/**
 * Tell it with a row for each block that had or would have had its turn.
 * @param {import("../samen/steps.js").Page} page @param {import("./scherm.js").Scherm} scherm @param {import("./verloop/beurten.js").Loop} loop
 */
export function tellResults(page, scherm, { beurten, klaar, pauze }) {
  // Who stops while the clock stands still is done when it came to stand still.
  const done = pauze ?? klaar;
  const begun = [...beurten.map(({ gestart }) => gestart), done];
  const rows = beurten.map(({ id, gestart, stil = 0 }, at) => {
    const blok = scherm.blokken.get(id);
    const until = begun.slice(at + 1).find((moment) => moment !== null) ?? done;
    const skipped = gestart === null || until === null;
    const took = skipped ? page.sentence("overgeslagen") : String(Math.round((until - gestart - stil) / MINUTE));
    const planned = String(blok?.minuten ?? 0);
    return h("tr", {}, h("th", { scope: "row" }, scherm.title(blok)), h("td", {}, planned), h("td", {}, took));
  });
  find(page.root, "[data-geworden]").replaceChildren(...rows);
  find(page.root, ".loop-tabel").hidden = false;
}
