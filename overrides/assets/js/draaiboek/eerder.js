// Offering to go on with a plan that one began before, to who comes with one block or none.

import { blocksOf } from "../begeleiden/draaiboek.js";
import { find, hide } from "../samen/dom.js";
import { randomName } from "../samen/random.js";
import { channel } from "../samen/site.js";
import { amount } from "../samen/words.js";

/** @typedef {import("../begeleiden/draaiboek.js").Draaiboek} Draaiboek */
/** @typedef {import("../begeleiden/draaiboek.js").Blok} Blok */

/**
 * @param {HTMLElement} page @param {import("./staat.js").Staat} state @param {(blok: Blok) => boolean} add whether there was room
 * @param {Draaiboek | undefined} earlier the plan of this tab before this one @param {() => string} link what the plan is in an address
 */
export function offerEarlier(page, state, add, earlier, link) {
  const [blok, more] = blocksOf(state.plan);
  // Meanwhile somebody went on with what is here.
  if (more) return;
  const me = randomName(16);
  const part = find(page, ".plan-ander");
  const [told, button] = [find(part, "p"), find(part, "button")];
  /** @param {string} where @param {number} count */
  const offer = (where, count) => {
    told.textContent = `${where} al een draaiboek, met ${amount(count, "blok", "blokken")}.`;
    button.hidden = false;
  };
  const close = () => {
    told.textContent = "";
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
