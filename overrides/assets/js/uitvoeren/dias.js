// What who leads reads of a block, one thing at a time: what it is for, then its steps, its questions, and those for afterwards. Pure.

/** @typedef {import("../begeleiden/draaiboek.js").Blok} Blok */
/** @typedef {import("../begeleiden/blokken.js").Aanbod} Aanbod */
/** @typedef {{ soort: "doel" | "stap" | "vraag", naam: string, tekst: string }} Dia `naam` says which of how many it is */

/** @param {Aanbod} aanbod @param {Blok} blok @returns {Dia[]} at least one */
export function slides(aanbod, blok) {
  const card = aanbod.of(blok);
  const later = [
    ...numbered("stap", "Stap", aanbod.steps(blok)),
    ...numbered("vraag", "Vraag", questions(aanbod, blok)),
    ...numbered("vraag", "Nabespreken, vraag", card?.nabespreken),
  ];
  const tekst = [aanbod.purpose(blok), card?.tekst, card?.vooraf].filter(Boolean).join("\n");
  return tekst || !later.length ? [{ soort: "doel", naam: "", tekst }, ...later] : later;
}

/** @param {"stap" | "vraag"} soort @param {string} naam of each @param {string[]} teksten @returns {Dia[]} */
const numbered = (soort, naam, teksten = []) =>
  teksten.map((tekst, at) => ({ soort, naam: `${naam} ${at + 1} van ${teksten.length}`, tekst }));

/** Those that are asked in it, of which those of a whole field are only to choose from. @param {Aanbod} aanbod @param {Blok} blok */
function questions(aanbod, blok) {
  const card = aanbod.of(blok);
  const asked = aanbod.questions(blok);
  if (!card || blok.vragen) return asked;
  if (card.polen) return [];
  // A question that has another title stands nowhere else.
  return card.soort === "vraag" && blok.titel ? [card.titel, ...asked] : asked;
}

/** What one chooses from in it, unless it says what is asked. @param {Aanbod} aanbod @param {Blok} blok */
export function choices(aanbod, blok) {
  const { polen, vragen = [], kiezen = [] } = aanbod.of(blok) ?? {};
  return polen && !blok.vragen ? vragen : kiezen;
}

/**
 * What the group may see of it; of the steps, which are for who leads, and of what one chooses from only when that is asked.
 * @param {Aanbod} aanbod @param {Blok} blok @param {number} stap @param {{ stappen: boolean, kiezen?: boolean }} shown
 * @param {string} verder when a break is over; empty while the clock stands still
 */
export function forGroup(aanbod, blok, stap, shown, verder) {
  if (blok.wat === "ruimte") return { titel: "", tekst: "" };
  const titel = aanbod.title(blok);
  if (blok.wat === "pauze") return { titel, tekst: verder && `We gaan verder om ${verder}.` };
  const dia = slides(aanbod, blok)[stap];
  const tekst = dia?.soort === "vraag" || (shown.stappen && dia?.soort === "stap") ? dia.tekst : "";
  return { titel, tekst, polen: aanbod.of(blok)?.polen, kiezen: shown.kiezen ? choices(aanbod, blok) : [] };
}
