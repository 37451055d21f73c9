// All that belongs to the plan that a link began: what this tab remembers of it, or what a programme of the site says.

import { Refusal } from "../../begeleiden/bestand.js";
import { alike, programme, remembered } from "../../begeleiden/heel.js";
import { find, h } from "../../samen/dom.js";

/**
 * Take it, as long as that is still the same plan.
 * @param {HTMLElement} page @param {import("../staat.js").Staat} state
 * @param {string | null} programma id of the programme that was opened @param {unknown} before what this tab wrote down
 */
export async function take(page, state, programma, before) {
  const { plan } = state;
  const kept = remembered(before);
  if (kept && alike(kept, plan)) state.begin(kept);
  const whole = programma && (await state.fetched(programme(programma).catch((error) => told(error, state))));
  if (!whole || !alike(whole, plan)) return;
  const link = find(page, ".plan-link");
  const there = page.querySelector(`[data-programma="${programma}"]`)?.getAttribute("href");
  const name = "bij het programma";
  link.replaceChildren(
    `Dit is ‘${whole.titel}’. Verander gerust, het programma zelf blijft staan. Wat je vooraf doet, hoe de zaal staat, wat je kunt weglaten en wat je daarna doet, lees je `,
    there
      ? h(
          "a",
          { href: there, target: "_blank", rel: "noopener" },
          name,
          h("span", { class: "vh" }, " (in een nieuw tabblad)"),
        )
      : name,
    ".",
  );
  link.hidden = false;
  if (state.plan !== plan) return;
  state.begin({ agenda: plan.agenda, ...whole });
  state.kept();
}

/** No plan, where what came is none that the planner takes: no internet mends that. @param {unknown} error @param {import("../staat.js").Staat} state */
function told(error, state) {
  if (!(error instanceof Refusal)) throw error;
  state.say(`Uit het programma is alleen overgenomen wat in de link staat. ${error.message}`);
  return null;
}
