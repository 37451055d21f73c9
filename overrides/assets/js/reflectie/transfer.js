// The parts of the page for a file: taking one out, and putting one back.

import { find, findAll, hide } from "../samen/dom.js";
import { handOver } from "../samen/file.js";
import { sayDay, today } from "../samen/words.js";
import { canEncrypt } from "./kept/encryption.js";
import { makeFile, readFile } from "./kept/file.js";
import { Refusal } from "../samen/readers.js";

/** @typedef {import("./kept/state.js").State} State */

/** A password that can't be asked for again had better be read over. @param {HTMLElement} part */
function passwordOf(part) {
  const field = find(part, ".wachtwoord input", HTMLInputElement);
  const shown = find(part, ".toon", HTMLInputElement);
  shown.addEventListener("change", () => {
    field.type = shown.checked ? "text" : "password";
  });
  return { field, row: find(part, ".wachtwoord") };
}

/** @param {HTMLElement} part @param {State} state */
export function takeOut(part, state) {
  const wanted = find(part, ".met-wachtwoord", HTMLInputElement);
  const password = passwordOf(part);
  const outcome = find(part, ".uitkomst");
  wanted.addEventListener("change", () => {
    password.row.hidden = find(part, ".wachtwoord-uitleg").hidden = !wanted.checked;
    const impossible = wanted.checked && !canEncrypt();
    outcome.textContent = impossible ? "Een wachtwoord kan alleen over een beveiligde verbinding (https)." : "";
    if (wanted.checked) password.field.focus();
  });
  find(part, "form").addEventListener("submit", async (event) => {
    event.preventDefault();
    if (wanted.checked && !password.field.value) {
      outcome.textContent = "Vul een wachtwoord in, of zet het vinkje uit.";
      password.field.focus();
      return;
    }
    try {
      state.write();
      const taken = state.document;
      const file = await makeFile(taken, wanted.checked ? password.field.value : undefined);
      handOver(file, `reflectie-${today()}.json`);
      state.copied(taken);
      outcome.textContent = "Het bestand staat bij je downloads.";
      password.field.value = "";
    } catch (error) {
      outcome.textContent = sentence(error, "Het bestand maken lukte niet: probeer het nog eens.");
    }
  });
}

/** @param {HTMLElement} part @param {State} state @returns {() => void} forget the file */
export function putBack(part, state) {
  const input = find(part, "[type=file]", HTMLInputElement);
  const password = passwordOf(part);
  const [open, confirm] = findAll(part, ".knoppen");
  const outcome = find(part, ".uitkomst");
  /** @type {File | null} */
  let file = null;
  /** @type {import("./kept/document.js").Document | null} */
  let read = null;

  function forget() {
    file = read = null;
    password.field.value = outcome.textContent = "";
    for (const row of [password.row, open, confirm]) hide(row, true, input);
  }

  async function look() {
    const looked = file;
    read = null;
    confirm.hidden = true;
    if (!looked) return;
    try {
      const found = await readFile(looked, password.field.value);
      // Another file may have been chosen in the meantime.
      if (looked !== file) return;
      const days = found.reflecties.map((one) => one.begonnen).sort();
      if (!days.length) throw new Refusal("In dit bestand staan geen reflecties: er is niets veranderd.");
      read = found;
      const many = days.length === 1 ? "zit 1 reflectie" : `zitten ${days.length} reflecties`;
      const [first, last] = [sayDay(days[0]), sayDay(days[days.length - 1])];
      outcome.textContent = `In dit bestand ${many}, ${first === last ? `van ${first}` : `van ${first} tot ${last}`}.`;
      confirm.hidden = false;
      find(confirm, "button").focus();
    } catch (error) {
      if (looked !== file) return;
      const locked = error instanceof Refusal && error.kind === "password";
      password.row.hidden = open.hidden = !locked;
      outcome.textContent = sentence(error, "Dit bestand is niet te lezen: er is niets veranderd.");
      if (locked) password.field.focus();
    }
  }

  input.addEventListener("change", () => {
    file = input.files?.[0] ?? null;
    // The same file can then be chosen again.
    input.value = "";
    password.field.value = "";
    password.row.hidden = open.hidden = true;
    look();
  });
  find(part, "form").addEventListener("submit", (event) => {
    event.preventDefault();
    look();
  });
  find(part, "[data-doe=laat-maar]").addEventListener("click", forget);
  find(part, "[data-doe=zet-erbij]").addEventListener("click", () => {
    if (!read) return;
    try {
      const counts = state.add(read);
      forget();
      outcome.textContent = sayAdded(counts);
    } catch (error) {
      outcome.textContent = sentence(error);
    }
  });
  return forget;
}

/** @param {{ added: number, same: number, different: number }} counts */
function sayAdded({ added, same, different }) {
  const all = added + different;
  return [
    !all ? "Er kwam niets bij." : all === 1 ? "1 reflectie staat er nu bij." : `${all} reflecties staan er nu bij.`,
    same === 1 ? "1 stond er al." : same ? `${same} stonden er al.` : "",
    different === 1
      ? "1 stond er al, maar anders, en staat er nu twee keer."
      : different
        ? `${different} stonden er al, maar anders, en staan er nu twee keer.`
        : "",
  ]
    .filter(Boolean)
    .join(" ");
}

/** @param {unknown} error @param {string} [otherwise] for what nobody foresaw */
export function sentence(error, otherwise) {
  if (error instanceof Refusal) return error.message;
  if (otherwise) return otherwise;
  throw error;
}
