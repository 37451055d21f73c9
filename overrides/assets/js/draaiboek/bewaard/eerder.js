// Offering to go on with a plan that one began before, to who comes with one block or none.

import { blocksOf, isEmpty } from "../../begeleiden/draaiboek.js";
import { alike, remembered } from "../../begeleiden/heel.js";
import { find, hide } from "../../samen/dom.js";
import { randomName } from "../../samen/random.js";
import { channel } from "../../samen/site.js";
import { amount } from "../../samen/words.js";

/** @typedef {import("../../begeleiden/draaiboek.js").Draaiboek} Draaiboek */
/** @typedef {import("../../begeleiden/draaiboek.js").Blok} Blok */

/** The plan that this tab had before, unless it is this one. @param {Draaiboek} now */
function before(now) {
  // The addresses in the history of a tab are hidden from pages that tell nobody where one comes from, as these do. What a page
  // itself says of its place in there is not. Where a browser has no such places, one goes back to the plan.
  const { navigation } = /** @type {any} */ (globalThis);
  /** @type {Draaiboek | null | undefined} */
  const plan = navigation
    ?.entries()
    .slice(0, navigation.currentEntry.index)
    .map((/** @type {any} */ entry) => remembered(entry.getState()?.draaiboek))
    .findLast((/** @type {Draaiboek | null} */ one) => one && !isEmpty(one));
  return plan && !alike(plan, now) ? plan : undefined;
}

/**
 * @param {HTMLElement} page @param {import("../staat.js").Staat} state @param {(blok: Blok) => boolean} add whether there was room
 * @param {() => string} link what the plan is in an address
 */
export function offerEarlier(page, state, add, link) {
  const [blok, more] = blocksOf(state.plan);
  // Meanwhile somebody went on with what is here.
  if (more) return;
  const earlier = before(state.plan);
  const me = randomName(16);
  const part = find(page, ".plan-ander");
  const [sentence, button] = [find(part, "p"), find(part, "button")];
  /** @param {string} where @param {number} count */
  const offer = (where, count) => {
    sentence.textContent = `${where} al een draaiboek, met ${amount(count, "blok", "blokken")}.`;
    button.hidden = false;
  };
  const close = () => {
    sentence.textContent = "";
    hide(button, true, find(page, "#je-draaiboek"));
  };

  if (earlier) {
    offer("Je begon hier", blocksOf(earlier).length);
    button.textContent = blok ? "Zet dit daarbij" : "Ga daarmee verder";
    button.addEventListener("click", () => {
      state.replace("Verdergegaan", earlier, "Je draaiboek staat er weer.");
      if (blok) add(blok);
    });
    // Who goes on with what is here has chosen.
    state.onChange(close);
  } else if (blok) {
    let other = "";
    const tell = channel("draaiboek", (data) => {
      if (data?.aan !== me) return;
      if (data.soort === "hier" && !other && Number.isInteger(data.aantal)) {
        other = data.van;
        offer("In een ander tabblad staat", data.aantal);
      } else if (data.soort === "gedaan") {
        close();
        state.say("Het staat nu in het andere tabblad. Dit tabblad kun je sluiten.");
      }
    });
    button.addEventListener("click", () => {
      tell({ soort: "zet", van: me, aan: other, link: link() });
    });
    tell({ soort: "wie", van: me });
  }
}
