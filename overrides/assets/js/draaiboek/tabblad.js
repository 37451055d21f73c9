// A plan that one began before, in this tab or in another: what one takes from a page goes there, if one wants. Only a link goes
// across, read as any other.

import { blocksOf, isEmpty } from "../begeleiden/draaiboek.js";
import { readPlan, writePlan } from "../begeleiden/link.js";
import { find } from "../samen/dom.js";
import { randomName } from "../samen/random.js";
import { channel } from "../samen/site.js";

/** @typedef {import("../begeleiden/draaiboek.js").Draaiboek} Draaiboek */
/** @typedef {import("../begeleiden/draaiboek.js").Blok} Blok */

// The addresses in the history of a tab are hidden from pages that tell nobody where one comes from, as these do. What a page
// itself says of its place in there is not. Where a browser has no such places, one goes back to the plan.
const { navigation } = /** @type {any} */ (globalThis);

/** Have the history of this tab know the plan that stands in the address. @param {string} link its fragment */
export const mark = (link) => navigation?.updateCurrentEntry({ state: { draaiboek: link } });

/** The plan that this tab had before, unless it is this one. @param {string} link what this one is in an address */
function before(link) {
  /** @type {Draaiboek | undefined} */
  const plan = navigation
    ?.entries()
    .slice(0, navigation.currentEntry.index)
    .map((/** @type {any} */ entry) => readPlan(String(entry.getState()?.draaiboek ?? ""))?.plan)
    .findLast((/** @type {Draaiboek | undefined} */ one) => one && !isEmpty(one));
  return plan && writePlan(plan) !== link ? plan : undefined;
}

/**
 * Take what another tab puts in this plan, and offer what one began before.
 * @param {HTMLElement} page @param {import("./staat.js").Staat} state @param {(blok: Blok) => boolean} add whether there was room
 */
export function earlierPlans(page, state, add) {
  const me = randomName(16);
  const link = () => writePlan(state.plan);
  const tell = channel("draaiboek", (data) => {
    const count = blocksOf(state.plan).length;
    if (data?.soort === "wie" && count > 1) {
      tell({ soort: "hier", van: me, aan: data.van, aantal: count });
    } else if (data?.soort === "zet" && data.aan === me && typeof data.link === "string") {
      const [blok] = readPlan(data.link)?.plan.bijeenkomsten[0]?.blokken ?? [];
      if (blok && add(blok)) tell({ soort: "gedaan", aan: data.van });
    }
  });

  const [, more] = blocksOf(state.plan);
  find(page, ".plan-link").hidden = !more;
  // Whoever opens a whole plan, such as that of a colleague, wants that one. Without the offer one still plans.
  if (!more)
    import("./eerder.js").then(
      (it) => it.offerEarlier(page, state, add, before(link()), link),
      () => {},
    );
}
