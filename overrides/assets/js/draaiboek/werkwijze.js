// How a block is done, part by part, for paper, the page and a table alike.

import { h } from "../samen/dom.js";

/** @typedef {[kop: string, teksten: string[], soort?: "ol" | "ul"]} Deel its heading, and whether it is a list with numbers, one without, or plain text */

/** @param {import("../begeleiden/blokken.js").Kaart | null} card @returns {Deel[]} those that there is something to tell of */
function howTo(card) {
  if (!card) return [];
  const { tekst, vooraf = "", opstelling = "", stappen, regels = [], vragen, nabespreken = [], kiezen } = card;
  /** @type {Deel[]} */
  const parts = [
    ["", [tekst]],
    ["Vooraf", [vooraf]],
    ["Groep", [opstelling]],
    ["Stappen", stappen, "ol"],
    ["Om uit te kiezen", [kiezen.join(", ")]],
    ["Spelregels", regels, "ul"],
    [card.soort === "oefening" ? "Vragen tijdens de oefening" : "Vragen", vragen, "ul"],
    ["Nabespreken", nabespreken, "ul"],
  ];
  return parts.filter(([, teksten]) => teksten[0]);
}

/** The same as elements. @param {import("../begeleiden/blokken.js").Kaart | null} card */
export const laidOut = (card) =>
  howTo(card).flatMap(([kop, teksten, soort]) => {
    if (!soort) return [h("p", {}, kop && h("b", {}, kop), kop && ": ", teksten[0])];
    return [h("p", { class: "deelkop" }, h("b", {}, kop)), h(soort, {}, ...teksten.map((one) => h("li", {}, one)))];
  });

/** The same as lines of text. @param {import("../begeleiden/blokken.js").Kaart | null} card */
export const inLines = (card) =>
  howTo(card)
    .flatMap(([kop, teksten, soort]) => {
      if (!soort) return `${kop && `${kop}: `}${teksten[0]}`;
      return [`${kop}: `, ...teksten.map((one, at) => (soort === "ol" ? `${at + 1}. ${one}` : one))];
    })
    .join("\n");
