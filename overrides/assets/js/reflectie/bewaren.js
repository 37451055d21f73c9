// The part of the page about keeping: on this device or not, a file to take out and put back, and wiping everything.

import { Weigering } from "./document.js";
import { geefBestand, leesBestand, maakBestand } from "./bestand.js";
import { framed } from "../samen/site.js";
import { vergeet } from "../offline.js";
import { vandaag } from "./stand.js";
import { kanVersleutelen } from "./versleutel.js";
import { datum, tel } from "./woorden.js";

/** @typedef {import("./stand.js").Stand} Stand */

/**
 * @param {HTMLElement} panel
 * @param {Stand} stand
 * @param {(title: string, text: string, yes: string) => Promise<boolean>} ask
 * @param {(sentence: string) => void} tell
 */
export function bewaren(panel, stand, ask, tell) {
  takeOut(panel.querySelector(".meenemen"), stand);
  const laatMaar = putBack(panel.querySelector(".terugzetten"), stand);
  const show = () => {
    panel.querySelector(".meenemen").hidden = !stand.reflecties.length;
  };
  stand.addEventListener("lijst", show);
  stand.addEventListener("gewist", () => {
    show();
    laatMaar();
  });
  show();
  if (framed) sendElsewhere(panel);
  else onThisDevice(panel, stand, ask, tell);
}

/** @param {HTMLElement} panel */
function sendElsewhere(panel) {
  const away = document.createElement("a");
  Object.assign(away, { href: location.href, target: "_blank", rel: "noopener" });
  away.textContent = "Open haar in een eigen tabblad";
  const told = document.createElement("p");
  told.append("Deze pagina staat in een kader van een andere. Bewaren en wissen kan hier niet. ", away, ".");
  panel.querySelector(".bewaar-keuze").replaceWith(told);
  panel.querySelector(".wissen").remove();
}

/**
 * @param {HTMLElement} panel
 * @param {Stand} stand
 * @param {(title: string, text: string, yes: string) => Promise<boolean>} ask
 * @param {(sentence: string) => void} tell
 */
function onThisDevice(panel, stand, ask, tell) {
  const $ = (selector) => panel.querySelector(selector);
  const on = /** @type {HTMLInputElement} */ ($(".bewaar-aan"));

  on.addEventListener("change", async () => {
    try {
      if (on.checked) {
        stand.zetAan();
        tell("Vanaf nu bewaart je browser je reflecties op dit apparaat.");
      } else if (
        !stand.reflecties.length ||
        (await ask(
          "Niet meer bewaren?",
          "Je reflecties gaan van dit apparaat af. In deze pagina staan ze nog, tot je haar sluit.",
          "Haal ze van dit apparaat",
        ))
      ) {
        stand.zetUit();
        tell("Er staat niets meer van je op dit apparaat.");
      }
    } catch (error) {
      tell(sentence(error));
    }
    show();
  });

  function show() {
    on.checked = stand.aan;
    on.disabled = stand.vast;
    const reminder = $(".herinnering");
    reminder.hidden = !stand.aan || !stand.document.nieuw || !stand.reflecties.length;
    $(".herinnering b").textContent = stand.document.kopie
      ? `Sinds je kopie van ${datum(stand.document.kopie)} is er iets veranderd.`
      : "Je hebt nog geen kopie.";
  }
  stand.addEventListener("lijst", show);
  stand.addEventListener("gewist", show);
  show();

  $("[data-doe=wis]").addEventListener("click", async () => {
    if (
      !(await ask(
        "Alles wissen?",
        "Je reflecties en notities verdwijnen uit deze pagina, van dit apparaat en uit andere tabbladen. " +
          "Ook wat deze pagina zonder internet laat werken, gaat weg. Een bestand dat je eerder meenam, blijft bestaan.",
        "Wis alles",
      ))
    )
      return;
    stand.wis();
    await vergeet();
  });
}

/** A password that can't be asked for again had better be read over. @param {HTMLElement} part */
function showPassword(part) {
  part.querySelector(".toon").addEventListener("change", ({ target }) => {
    part.querySelector(".wachtwoord input").type = target.checked ? "text" : "password";
  });
}

/** @param {HTMLElement} part @param {Stand} stand */
function takeOut(part, stand) {
  const wanted = /** @type {HTMLInputElement} */ (part.querySelector(".met-wachtwoord"));
  const password = /** @type {HTMLInputElement} */ (part.querySelector(".wachtwoord input"));
  showPassword(part);
  const outcome = part.querySelector(".uitkomst");
  wanted.addEventListener("change", () => {
    password.parentElement.hidden = part.querySelector(".wachtwoord-uitleg").hidden = !wanted.checked;
    outcome.textContent =
      wanted.checked && !kanVersleutelen() ? "Een wachtwoord kan alleen over een beveiligde verbinding (https)." : "";
    if (wanted.checked) password.focus();
  });
  part.querySelector("form").addEventListener("submit", async (event) => {
    event.preventDefault();
    if (wanted.checked && !password.value) {
      outcome.textContent = "Vul een wachtwoord in, of haal het vinkje weg.";
      password.focus();
      return;
    }
    try {
      stand.schrijf();
      geefBestand(
        await maakBestand(stand.document, wanted.checked ? password.value : undefined),
        `reflectie-${vandaag()}.json`,
      );
      stand.kopie();
      outcome.textContent = "Het bestand staat bij je downloads.";
      password.value = "";
    } catch (error) {
      outcome.textContent = sentence(error, "Het bestand maken lukte niet: probeer het nog eens.");
    }
  });
}

/** @param {HTMLElement} part @param {Stand} stand @returns {() => void} forget the file */
function putBack(part, stand) {
  const input = /** @type {HTMLInputElement} */ (part.querySelector("[type=file]"));
  const password = /** @type {HTMLInputElement} */ (part.querySelector(".wachtwoord input"));
  showPassword(part);
  const [open, confirm] = part.querySelectorAll(".knoppen");
  const outcome = part.querySelector(".uitkomst");
  /** @type {import("./document.js").Document | null} */
  let read = null;

  function forget() {
    read = null;
    input.value = password.value = outcome.textContent = "";
    password.parentElement.hidden = open.hidden = confirm.hidden = true;
  }

  async function look() {
    const file = input.files[0];
    read = null;
    confirm.hidden = true;
    if (!file) return;
    try {
      const found = await leesBestand(file, password.value);
      // Another file may have been chosen in the meantime.
      if (file !== input.files[0]) return;
      const days = found.reflecties.map((one) => one.begonnen).sort();
      if (!days.length) throw new Weigering("In dit bestand staan geen reflecties: er is niets veranderd.");
      read = found;
      outcome.textContent =
        `In dit bestand ${tel(days.length, "zit 1 reflectie", "zitten # reflecties")}, ` +
        `${days[0] === days.at(-1) ? `van ${datum(days[0])}` : `van ${datum(days[0])} tot ${datum(days.at(-1))}`}.`;
      confirm.hidden = false;
      confirm.querySelector("button").focus();
    } catch (error) {
      if (file !== input.files[0]) return;
      const locked = error.soort === "wachtwoord";
      password.parentElement.hidden = open.hidden = !locked;
      outcome.textContent = sentence(error, "Dit bestand is niet te lezen: er is niets veranderd.");
      if (locked) password.focus();
    }
  }

  input.addEventListener("change", () => {
    password.value = "";
    password.parentElement.hidden = open.hidden = true;
    look();
  });
  part.querySelector("form").addEventListener("submit", (event) => {
    event.preventDefault();
    look();
  });
  part.querySelector("[data-doe=laat-maar]").addEventListener("click", forget);
  part.querySelector("[data-doe=zet-erbij]").addEventListener("click", () => {
    try {
      const { erbij, gelijk, anders } = stand.voegToe(read);
      forget();
      outcome.textContent = [
        tel(erbij + anders, "1 reflectie staat er nu bij.", "# reflecties staan er nu bij.", "Er kwam niets bij."),
        gelijk && tel(gelijk, "1 stond er al.", "# stonden er al."),
        anders &&
          tel(
            anders,
            "1 stond er al anders in, en staat er nu twee keer.",
            "# stonden er al anders in, en staan er nu twee keer.",
          ),
      ]
        .filter(Boolean)
        .join(" ");
    } catch (error) {
      outcome.textContent = sentence(error);
    }
  });
  return forget;
}

/** @param {Error} error @param {string} [otherwise] for what nobody foresaw */
function sentence(error, otherwise) {
  if (error instanceof Weigering) return error.message;
  if (otherwise) return otherwise;
  throw error;
}
