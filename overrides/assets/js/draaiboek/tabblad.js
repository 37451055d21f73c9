// A plan that one began before, in this tab or in another: what one takes from a page goes there, if one wants. Only a link goes
// across, read as any other.

import { blocksOf, isEmpty } from "../begeleiden/draaiboek.js";
import { readPlan, writePlan } from "../begeleiden/link.js";
import { find, hide } from "../samen/dom.js";
import { randomName } from "../samen/random.js";
import { channel } from "../samen/site.js";
import { amount } from "../samen/words.js";

/** @typedef {import("../begeleiden/draaiboek.js").Draaiboek} Draaiboek */
/** @typedef {import("../begeleiden/draaiboek.js").Blok} Blok */

// The addresses in the history of a tab are hidden from pages that tell nobody where one comes from, as these do. What a page
// itself says of its place in there is not. Where a browser has no such places, one goes back to the plan.
const { navigation } = /** @type {any} */ (globalThis);

/** Have the history of this tab know the plan that stands in the address. @param {string} link its fragment */
export const mark = (link) => navigation?.updateCurrentEntry({ state: { draaiboek: link } });

/** The plan that this tab had before. @returns {Draaiboek | undefined} */
const before = () =>
  navigation
    ?.entries()
    .slice(0, navigation.currentEntry.index)
    .map((/** @type {any} */ entry) => readPlan(String(entry.getState()?.draaiboek ?? ""))?.plan)
    .findLast((/** @type {Draaiboek | undefined} */ plan) => plan && !isEmpty(plan));

/** @param {HTMLElement} page @param {import("./staat.js").Staat} state @param {(blok: Blok) => boolean} add whether there was room */
export function earlierPlans(page, state, add) {
  const me = randomName(16);
  const part = find(page, ".plan-ander");
  const [told, button] = [find(part, "p"), find(part, "button")];
  let other = "";
  /** @param {string} where @param {number} count */
  const offer = (where, count) => {
    told.textContent = `${where} al een draaiboek, met ${amount(count, "blok", "blokken")}.`;
    button.hidden = false;
  };
  const close = () => {
    told.textContent = "";
    hide(button, true, find(page, "#je-draaiboek"));
  };

  const tell = channel("draaiboek", (data) => {
    const count = blocksOf(state.plan).length;
    if (data?.soort === "wie" && count > 1) {
      tell({ soort: "hier", van: me, aan: data.van, aantal: count });
    } else if (data?.soort === "hier" && data.aan === me && !other && Number.isInteger(data.aantal)) {
      other = data.van;
      offer("In een ander tabblad staat", data.aantal);
    } else if (data?.soort === "zet" && data.aan === me && typeof data.link === "string") {
      const [blok] = readPlan(data.link)?.plan.bijeenkomsten[0]?.blokken ?? [];
      if (blok && add(blok)) tell({ soort: "gedaan", aan: data.van });
    } else if (data?.soort === "gedaan" && data.aan === me) {
      close();
      state.say("Het staat nu in het andere tabblad. Dit tabblad kun je sluiten.");
    }
  });

  const [blok, more] = blocksOf(state.plan);
  // Whoever opens a whole plan, such as that of a colleague, wants that one.
  find(page, ".plan-link").hidden = !more;
  if (more) return;
  const earlier = before();
  if (earlier && writePlan(earlier) !== writePlan(state.plan)) {
    offer("Je begon hier", blocksOf(earlier).length);
    button.textContent = blok ? "Zet dit daarbij" : "Ga daarmee verder";
    button.addEventListener("click", () => {
      state.replace("Verdergegaan", earlier, "Je draaiboek staat er weer.");
      if (blok) add(blok);
    });
    // Who goes on with what is here has chosen.
    state.onChange(close);
  } else if (blok) {
    button.addEventListener("click", () => {
      tell({ soort: "zet", van: me, aan: other, link: writePlan(state.plan) });
    });
    tell({ soort: "wie", van: me });
  }
}
