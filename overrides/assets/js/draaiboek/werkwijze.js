// How a block is done, part by part, for paper, the page and a table alike.

import { h } from "../samen/dom.js";

/** @typedef {[kop: string, teksten: string[], soort?: "ol" | "ul"]} Deel its heading, and whether it is a list with numbers, one without, or plain text */

/** @typedef {import("../begeleiden/draaiboek.js").Blok} Blok */
/** @typedef {import("../begeleiden/blokken.js").Aanbod} Aanbod */

/** @param {Aanbod} aanbod @param {Blok} blok @returns {Deel[]} those that there is something to tell of */
function howTo(aanbod, blok) {
  const {
    tekst = "",
    vooraf = "",
    opstelling = "",
    regels = [],
    nabespreken = [],
    kiezen = [],
    soort,
  } = aanbod.of(blok) ?? {};
  /** @type {Deel[]} */
  const parts = [
    ["", [tekst]],
    ["Vooraf", [vooraf]],
    ["Groep", [opstelling]],
    ["Stappen", aanbod.steps(blok), "ol"],
    ["Om uit te kiezen", [kiezen.join(", ")]],
    ["Spelregels", regels, "ul"],
    [soort === "oefening" ? "Vragen tijdens de oefening" : "Vragen", aanbod.questions(blok), "ul"],
    ["Nabespreken", nabespreken, "ul"],
  ];
  return parts.filter(([, teksten]) => teksten[0]);
}

/** The same as elements. @param {Aanbod} aanbod @param {Blok} blok */
export const laidOut = (aanbod, blok) =>
  howTo(aanbod, blok).flatMap(([kop, teksten, soort]) => {
    if (!soort) return [h("p", {}, kop && h("b", {}, kop), kop && ": ", teksten[0])];
    return [h("p", { class: "deelkop" }, h("b", {}, kop)), h(soort, {}, ...teksten.map((one) => h("li", {}, one)))];
  });

/** The same as lines of text. @param {Aanbod} aanbod @param {Blok} blok */
export const inLines = (aanbod, blok) =>
  howTo(aanbod, blok)
    .flatMap(([kop, teksten, soort]) => {
      if (!soort) return `${kop && `${kop}: `}${teksten[0]}`;
      return [`${kop}: `, ...teksten.map((one, at) => (soort === "ol" ? `${at + 1}. ${one}` : one))];
    })
    .join("\n");
