// A plan in another tab of this browser: what one takes from a page goes there, if one wants. Only a link goes across, read as any
// other.

import { readPlan, writePlan } from "../begeleiden/link.js";
import { find } from "../samen/dom.js";
import { own } from "../samen/site.js";
import { amount } from "../samen/words.js";
import * as stappen from "./stappen.js";

/** @typedef {import("./staat.js").Staat} Staat */

/** @param {HTMLElement} page @param {Staat} state */
export function otherTabs(page, state) {
  const channel = new BroadcastChannel(own("draaiboek"));
  const me = crypto.randomUUID();
  const part = find(page, ".plan-ander");
  const button = find(part, "button");
  const count = () => state.plan.bijeenkomsten.reduce((sum, { blokken }) => sum + blokken.length, 0);
  let other = "";

  channel.addEventListener("message", ({ data }) => {
    if (data?.soort === "wie" && count() > 1) {
      channel.postMessage({ soort: "hier", van: me, aan: data.van, aantal: count() });
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
  button.addEventListener("click", () => {
    channel.postMessage({ soort: "zet", van: me, aan: other, link: writePlan(state.plan) });
  });
  // Who comes from a page with one thing to plan may have begun elsewhere.
  if (count() === 1) channel.postMessage({ soort: "wie", van: me });
}
