// Opening a file with a plan in the place of the plan that is there, once it may have that place.

import { Refusal, readPlanFile } from "../../begeleiden/bestand.js";
import { blocksOf } from "../../begeleiden/draaiboek.js";
import { ask } from "../../samen/ask.js";
import { amount } from "../../samen/words.js";

const LOST = "Wat je hier typte, staat nog niet in een bestand. Het maakt plaats voor wat in dit bestand staat.";

/** @param {File} file @param {import("../staat.js").Staat} state @param {HTMLDialogElement} dialog to ask in */
export async function open(file, state, dialog) {
  try {
    const plan = await readPlanFile(file);
    if (state.unsaved && !(await ask(dialog, "Dit draaiboek openen?", LOST, "Open het bestand"))) {
      state.say("Er is niets veranderd.");
      return;
    }
    const blocks = amount(blocksOf(plan).length, "blok", "blokken");
    state.replace("Bestand geopend", plan, `Geopend: ${blocks}. ${state.regret}`, true);
    state.kept();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    state.say(error.message);
  }
}
