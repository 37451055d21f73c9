// A plan that one began before, in this tab or in another: what one takes from a page goes there, if one wants, as a link that is
// read as any other. The whole plan goes only to the tab in which it is led.

import { blocksOf } from "../../begeleiden/draaiboek.js";
import { readPlan, writePlan } from "../../begeleiden/link.js";
import { find } from "../../samen/dom.js";
import { channel } from "../../samen/site.js";

/** @typedef {import("../../begeleiden/draaiboek.js").Blok} Blok */

/** Have the history of this tab know the plan. @param {import("../../begeleiden/draaiboek.js").Draaiboek} plan */
export const mark = (plan) =>
  /** @type {any} */ (globalThis).navigation?.updateCurrentEntry({ state: { draaiboek: plan } });

/**
 * Take what another tab puts in this plan, and offer what one began before.
 * @param {HTMLElement} page @param {import("../staat.js").Staat} state @param {(blok: Blok) => boolean} add whether there was room
 */
export function earlierPlans(page, state, add) {
  const me = state.tab;
  const link = () => writePlan(state.plan);
  const tell = channel("draaiboek", (data) => {
    const count = blocksOf(state.plan).length;
    if (data?.soort === "wie" && count > 1) {
      tell({ soort: "hier", van: me, aan: data.van, aantal: count });
    } else if (data?.soort === "zet" && data.aan === me && typeof data.link === "string") {
      const [blok] = readPlan(data.link)?.plan.bijeenkomsten[0]?.blokken ?? [];
      if (blok && add(blok)) tell({ soort: "gedaan", aan: data.van });
    } else if (data?.soort === "heel" && data.aan === me) {
      tell({ aan: data.van, plan: state.plan });
    }
  });

  const [, more] = blocksOf(state.plan);
  // Of a programme its own file says what it is.
  find(page, ".plan-link").hidden = !more || Boolean(location.search);
  // Whoever opens a whole plan, such as that of a colleague, wants that one. Without the offer one still plans.
  if (!more)
    import("./eerder.js").then(
      (it) => it.offerEarlier(page, state, add, link),
      () => {},
    );
}
