// What who leads reads of a block, one thing at a time: what it is for, then its steps, then its questions. Pure.

/** @typedef {import("../begeleiden/draaiboek.js").Blok} Blok */
/** @typedef {import("../begeleiden/blokken.js").Aanbod} Aanbod */
/** @typedef {{ soort: "doel" | "stap" | "vraag", naam: string, tekst: string }} Dia `naam` says which of how many it is */

/** @param {Aanbod} aanbod @param {Blok} blok @returns {Dia[]} at least one */
export function slides(aanbod, blok) {
  const card = aanbod.of(blok);
  const later = [...numbered("stap", card?.stappen), ...numbered("vraag", card?.vragen)];
  const tekst = [aanbod.purpose(blok), card?.tekst].filter(Boolean).join("\n");
  return tekst || !later.length ? [{ soort: "doel", naam: "", tekst }, ...later] : later;
}

/** @param {"stap" | "vraag"} soort @param {string[]} teksten @returns {Dia[]} */
const numbered = (soort, teksten = []) =>
  teksten.map((tekst, at) => ({
    soort,
    naam: `${soort === "stap" ? "Stap" : "Vraag"} ${at + 1} van ${teksten.length}`,
    tekst,
  }));

/** What there is to bring. @param {Aanbod} aanbod @param {Blok} blok */
export const needed = (aanbod, blok) => [
  ...(aanbod.of(blok)?.nodig ?? []),
  ...(blok.materiaal ? [blok.materiaal] : []),
];

/** What one chooses from in it. @param {Aanbod} aanbod @param {Blok} blok */
export const choices = (aanbod, blok) => aanbod.of(blok)?.kiezen ?? [];

/**
 * What the group may see of it; of the steps, which are for who leads, and of what one chooses from only when that is asked.
 * @param {Aanbod} aanbod @param {Blok} blok @param {number} stap @param {{ stappen: boolean, kiezen?: boolean }} shown
 * @param {string} verder when a break is over
 */
export function forGroup(aanbod, blok, stap, shown, verder) {
  if (blok.wat === "ruimte") return { titel: "", tekst: "" };
  const titel = aanbod.title(blok);
  if (blok.wat === "pauze") return { titel, tekst: `We gaan verder om ${verder}.` };
  const dia = slides(aanbod, blok)[stap];
  const tekst = dia?.soort === "vraag" || (shown.stappen && dia?.soort === "stap") ? dia.tekst : "";
  return { titel, tekst, kiezen: shown.kiezen ? choices(aanbod, blok) : [] };
}
