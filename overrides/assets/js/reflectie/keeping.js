// The part of the page about keeping: on this device or not, a file to take out and put back, and wiping everything.

import { toldApart } from "../samen/apart.js";
import { find, rewrite } from "../samen/dom.js";
import { framed } from "../samen/site.js";
import { NOT_WIPED, forgetWorker } from "../samen/offline/wipe.js";
import { sayDay } from "../samen/words.js";
import { putBack, sentence, takeOut } from "./transfer.js";

/**
 * @param {HTMLElement} panel
 * @param {import("./kept/state.js").State} state
 * @param {(title: string, text: string, yes: string) => Promise<boolean>} ask
 * @param {(sentence: string) => void} tell
 */
export function keeping(panel, state, ask, tell) {
  takeOut(find(panel, ".meenemen"), state);
  const forgetFile = putBack(find(panel, ".terugzetten"), state);
  const show = () => {
    find(panel, ".meenemen").hidden = !state.reflecties.length;
  };
  state.on("list", show);
  state.on("wiped", () => {
    show();
    forgetFile();
  });
  show();
  if (framed) sendElsewhere(panel);
  else onThisDevice(panel, state, ask, tell);
}

/** @param {HTMLElement} panel */
function sendElsewhere(panel) {
  find(panel, ".bewaar-keuze").replaceWith(toldApart(". Bewaren en wissen kan hier niet."));
  find(panel, ".wissen").remove();
}

/**
 * @param {HTMLElement} panel
 * @param {import("./kept/state.js").State} state
 * @param {(title: string, text: string, yes: string) => Promise<boolean>} ask
 * @param {(sentence: string) => void} tell
 */
function onThisDevice(panel, state, ask, tell) {
  const on = find(panel, ".bewaar-aan", HTMLInputElement);
  const reminder = find(panel, ".herinnering");

  on.addEventListener("change", async () => {
    try {
      if (on.checked) {
        state.keep();
        tell("Vanaf nu bewaart je browser je reflecties op dit apparaat.");
      } else if (
        !state.reflecties.length ||
        (await ask(
          "Niet meer bewaren?",
          "Je reflecties verdwijnen van dit apparaat. In deze pagina staan ze nog, tot je de pagina sluit.",
          "Wis ze van dit apparaat",
        ))
      ) {
        state.stopKeeping();
        tell("Er staat niets meer van je op dit apparaat.");
      }
    } catch (error) {
      tell(sentence(error));
    }
    show();
  });

  function show() {
    const { kopie, nieuw } = state.document;
    on.checked = state.keeping;
    on.disabled = state.locked;
    reminder.hidden = !state.keeping || !nieuw || !state.reflecties.length;
    const since = kopie
      ? `Sinds je bestand van ${sayDay(kopie)} is er iets veranderd.`
      : "Je downloadde nog geen bestand.";
    rewrite(find(reminder, "b"), since);
  }
  state.on("list", show);
  state.on("wiped", show);
  show();

  find(panel, "[data-doe=wis]").addEventListener("click", async () => {
    const sure = await ask(
      "Alles wissen?",
      "Je reflecties en notities verdwijnen uit deze pagina, van dit apparaat en uit andere tabbladen. " +
        "Ook de pagina’s van deze site die je browser bewaarde om zonder internet te lezen, gaan weg, en de hele site als je die meenam. " +
        "Een bestand dat je eerder downloadde, blijft bestaan.",
      "Wis alles",
    );
    if (!sure) return;
    state.wipe();
    if (!(await forgetWorker())) tell(NOT_WIPED);
  });
}
