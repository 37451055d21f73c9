// What one takes out of a plan: its link, a file, paper, a table, and dates for a calendar.

import { isEmpty } from "../../begeleiden/draaiboek.js";
import { hasMore, hasNotes, writePlan } from "../../begeleiden/link.js";
import { copiesOnPress } from "../../samen/clipboard.js";
import { find, findAll, told } from "../../samen/dom.js";
import { root } from "../../samen/site.js";
import { tooLong } from "../../samen/words.js";
import { RUN_SHEET, ready } from "./papier.js";
import { table } from "./tabel.js";

/** @typedef {import("../staat.js").Staat} Staat */

/** @param {HTMLElement} page @param {Staat} state @param {Promise<void>} filled once the texts are there */
export function takeOut(page, state, filled) {
  const part = find(page, ".plan-uit");
  const copied = find(part, ".gekopieerd");
  const link = find(part, '[data-doe="link"]');
  const long = find(part, ".plan-te-lang");
  const run = find(page, '[data-doe="uitvoeren"]', HTMLAnchorElement);
  const address = () => `${location.href.split("#")[0]}#${writePlan(state.plan)}`;
  copiesOnPress(link, copied, address);
  copiesOnPress(find(part, '[data-doe="tabel"]'), copied, () => table(state.plan, state.aanbod));
  const canCopy = !link.hidden;

  for (const button of findAll(part, "[data-blad]")) {
    button.addEventListener("click", async () => {
      if (isEmpty(state.plan)) {
        state.say("Er staat nog niets in je draaiboek.");
        return;
      }
      // Without the texts a sheet is poorer, and still of use.
      await filled.catch(() => state.say("De stappen en vragen zijn niet geladen, dus die staan er niet bij."));
      const name = told(button, "blad");
      const sheets = name === RUN_SHEET.naam ? [RUN_SHEET] : (await state.fetched(import("./bladen.js")))?.SHEETS;
      const sheet = sheets?.find(({ naam }) => naam === name);
      if (!sheet) return;
      ready(sheet, state.plan, state.aanbod);
      print();
    });
  }
  addEventListener("beforeprint", () => {
    if (!isEmpty(state.plan) && !document.querySelector(".plan-papier")) ready(RUN_SHEET, state.plan, state.aanbod);
  });

  find(part, '[data-doe="agenda"]').addEventListener("click", async () => {
    const making = await state.fetched(import("./uitnodigen.js"));
    making?.invite(page, state, address);
  });

  state.onChange(() => {
    const over = tooLong(address());
    link.hidden = !canCopy || Boolean(over);
    long.textContent = over && `${over} Download liever het bestand.`;
    const more = hasMore(state.plan) ? `?tab=${state.tab}` : "";
    run.href = new URL(`begeleiden/uitvoeren/${more}#${writePlan(state.plan)}`, root).href;
    run.hidden = isEmpty(state.plan);
    find(page, ".plan-notities-blijven").hidden = !hasNotes(state.plan);
  });
}
