// A plan that one began before, in this tab or in another: what one takes from a page goes there, if one wants. Only a link goes
// across, read as any other.

import { MOST_BLOCKS, isEmpty } from "../begeleiden/draaiboek.js";
import { readPlan, writePlan } from "../begeleiden/link.js";
import { find } from "../samen/dom.js";
import { own } from "../samen/site.js";
import { amount } from "../samen/words.js";
import * as stappen from "./stappen.js";

/** @typedef {import("./staat.js").Staat} Staat */
/** @typedef {import("../begeleiden/draaiboek.js").Draaiboek} Draaiboek */

/** How many blocks a plan has. @param {Draaiboek} plan */
const size = ({ bijeenkomsten }) => bijeenkomsten.reduce((sum, { blokken }) => sum + blokken.length, 0);

// The addresses in the history of a tab are hidden from pages that tell nobody where one comes from, as these do. What a page
// itself says of its place in there is not. Where a browser has no such places, one goes back to the plan.
const { navigation } = /** @type {any} */ (globalThis);

/** Have the history of this tab know the plan that stands in the address. @param {string} fragment */
export const mark = (fragment) => navigation?.updateCurrentEntry({ state: { draaiboek: fragment } });

/** The plan that this tab had last. @returns {Draaiboek | null} */
function before() {
  /** @type {{ getState: () => any }[]} */
  const entries = navigation?.entries().slice(0, navigation.currentEntry.index) ?? [];
  for (const entry of entries.reverse()) {
    const plan = readPlan(String(entry.getState()?.draaiboek ?? ""))?.plan;
    if (plan && !isEmpty(plan)) return plan;
  }
  return null;
}

/** Offer the plan of this tab to who comes with nothing or with one thing. @param {HTMLElement} part @param {Staat} state @returns {boolean} */
function ownTab(part, state) {
  const earlier = size(state.plan) > 1 ? null : before();
  if (!earlier || writePlan(earlier) === writePlan(state.plan)) return false;
  const [blok] = state.plan.bijeenkomsten.flatMap(({ blokken }) => blokken);
  const button = find(part, "button");
  find(part, "p").textContent = `Je begon hier al een draaiboek, met ${amount(size(earlier), "blok", "blokken")}.`;
  button.textContent = blok ? "Zet dit daarbij" : "Ga daarmee verder";
  part.hidden = false;
  // Who goes on with what is here has chosen.
  state.onChange(() => {
    part.hidden = true;
  });
  button.addEventListener("click", () => {
    const into = earlier.bijeenkomsten[earlier.bijeenkomsten.length - 1];
    if (!blok) state.change("Verdergegaan", earlier, "Je draaiboek staat er weer.");
    else if (!stappen.hasRoom(into)) state.say(`In een bijeenkomst passen hoogstens ${MOST_BLOCKS} blokken.`);
    else {
      const { id: _, ...rest } = blok;
      const [plan] = stappen.add(earlier, into.id, rest);
      state.change("Bij elkaar gezet", plan, `‘${state.aanbod.title(blok)}’ staat nu in je draaiboek.`);
    }
    document.getElementById("je-draaiboek")?.focus();
  });
  return true;
}

/** Offer what one comes with to a plan in another tab, and take what comes from there. @param {HTMLElement} part @param {Staat} state */
export function earlierPlan(part, state) {
  const channel = new BroadcastChannel(own("draaiboek"));
  const me = crypto.randomUUID();
  const button = find(part, "button");
  let other = "";

  channel.addEventListener("message", ({ data }) => {
    if (data?.soort === "wie" && size(state.plan) > 1) {
      channel.postMessage({ soort: "hier", van: me, aan: data.van, aantal: size(state.plan) });
    } else if (data?.soort === "hier" && data.aan === me && !other && Number.isInteger(data.aantal)) {
      other = data.van;
      find(part, "p").textContent =
        `In een ander tabblad staat al een draaiboek, met ${amount(data.aantal, "blok", "blokken")}.`;
      part.hidden = false;
    } else if (data?.soort === "zet" && data.aan === me && typeof data.link === "string") {
      const [blok] = readPlan(data.link)?.plan.bijeenkomsten[0]?.blokken ?? [];
      const into = state.plan.bijeenkomsten.find(({ id }) => id === state.meeting);
      if (!blok || !into || !stappen.hasRoom(into)) return;
      const { id: _, ...rest } = blok;
      const [plan] = stappen.add(state.plan, into.id, rest);
      const title = state.aanbod.title(blok);
      state.change(`${title} erbij`, plan, `‘${title}’ kwam erbij uit een ander tabblad.`);
      channel.postMessage({ soort: "gedaan", aan: data.van });
    } else if (data?.soort === "gedaan" && data.aan === me) {
      part.hidden = true;
      state.say("Het staat nu in het andere tabblad. Dit tabblad kun je sluiten.");
    }
  });
  if (ownTab(part, state)) return;
  button.addEventListener("click", () => {
    channel.postMessage({ soort: "zet", van: me, aan: other, link: writePlan(state.plan) });
  });
  // Who comes from a page with one thing to plan may have begun elsewhere.
  if (size(state.plan) === 1) channel.postMessage({ soort: "wie", van: me });
}
