// Asks the scripts that find ids in links and files which of those that come in they would find again.

import { isWhat } from "../../overrides/assets/js/begeleiden/draaiboek.js";
import { isWritten } from "../../overrides/assets/js/kaarten/geschreven.js";
import { understand } from "../../overrides/assets/js/reflectie/kept/document.js";
import { answering } from "../answering.js";

/** @param {string} id */
const reflected = (id) => {
  const one = {
    id: "a",
    begonnen: "2026-03-09",
    velden: [id],
    vragen: [id],
    bestuurder: false,
    samen: false,
    waar: id,
  };
  const reflecties = [{ ...one, plekken: { [id]: { natuur: 5 } }, notities: { [id]: "Iets." } }];
  try {
    return Boolean(understand({ schema: 2, kopie: null, nieuw: false, reflecties }));
  } catch {
    return false;
  }
};
const told = (id) => ({ plan: isWhat(id), reflectie: reflected(id), kaart: !isWritten(id) });
answering((ids) => ids.map(told));
