// A programme that was opened in the planner: all that it says of the plan that its link began.

import { understand } from "../begeleiden/bestand.js";
import { isWhat } from "../begeleiden/draaiboek.js";
import { writePlan } from "../begeleiden/link.js";
import { fetched } from "../begeleiden/ophalen.js";
import { root } from "../samen/site.js";

/** Take it, as long as that is still the same plan. @param {string} id of the programme @param {import("./staat.js").Staat} state */
export async function take(id, state) {
  const { plan } = state;
  if (!isWhat(id)) return;
  const coming = fetched(new URL(`begeleiden/programma/${id}.json`, root).href).then(understand);
  const whole = await state.fetched(coming);
  if (!whole || state.plan !== plan || writePlan(whole) !== writePlan(plan)) return;
  state.begin({ agenda: plan.agenda, ...whole });
  state.kept();
}
