// A plan in a file, with what the link leaves out; and a file back into a plan.

import { blocksOf } from "../begeleiden/draaiboek.js";
import { find } from "../samen/dom.js";
import { handOver } from "../samen/file.js";
import { amount, today } from "../samen/words.js";

/** @typedef {import("./staat.js").Staat} Staat */

/** @param {HTMLElement} part @param {Staat} state @param {(title: string, text: string, yes: string) => Promise<boolean>} ask */
export function files(part, state, ask) {
  find(part, '[data-doe="bestand"]').addEventListener("click", () => {
    const made = new Blob([JSON.stringify(state.plan, null, 1)], { type: "application/json" });
    handOver(made, `draaiboek-${today()}.json`);
    state.kept();
    state.say("Het bestand staat bij je downloads, met je notities erin.");
  });
  const input = find(part, '[type="file"]', HTMLInputElement);
  input.addEventListener("change", async () => {
    const file = input.files?.[0];
    if (!file) return;
    const reading = await state.fetched(import("../begeleiden/bestand.js"));
    try {
      if (!reading) return;
      const plan = await reading.readPlanFile(file);
      const lost = "Wat je hier typte, staat nog niet in een bestand. Het maakt plaats voor wat in dit bestand staat.";
      if (state.unsaved && !(await ask("Dit draaiboek openen?", lost, "Open het bestand"))) {
        state.say("Er is niets veranderd.");
        return;
      }
      state.replace(
        "Bestand geopend",
        plan,
        `Geopend: ${amount(blocksOf(plan).length, "blok", "blokken")}. Ongedaan maken kan.`,
      );
      state.kept();
    } catch (error) {
      if (!reading || !(error instanceof reading.Refusal)) throw error;
      state.say(error.message);
    } finally {
      // The same file can then be chosen again.
      input.value = "";
    }
  });
}
