// A plan in a file, with what the link leaves out; and a file back into a plan.

import { find } from "../../samen/dom.js";
import { handOver } from "../../samen/file.js";
import { today } from "../../samen/words.js";

/** @param {HTMLElement} page @param {import("../staat.js").Staat} state */
export function files(page, state) {
  find(page, '[data-doe="bestand"]').addEventListener("click", () => {
    const made = new Blob([JSON.stringify(state.plan, null, 1)], { type: "application/json" });
    handOver(made, `draaiboek-${today()}.json`);
    state.kept();
    state.say("Het bestand staat bij je downloads, met je notities erin.", true);
  });
  const input = find(page, '.plan-uit [type="file"]', HTMLInputElement);
  input.addEventListener("change", async () => {
    const file = input.files?.[0];
    if (!file) return;
    try {
      const opening = await state.fetched(import("./openen.js"));
      await opening?.open(file, state, find(page, "dialog", HTMLDialogElement));
    } finally {
      // The same file can then be chosen again.
      input.value = "";
    }
  });
}
