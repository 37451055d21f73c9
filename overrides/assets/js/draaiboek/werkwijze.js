// How a block is done, part by part, for paper, the page and a table alike.

import { h } from "../samen/dom.js";

/** @typedef {{ kop: string, teksten: string[], soort: "" | "ol" | "ul" }} Deel its heading, and whether it is a list with numbers, one without, or plain text */

/** @param {import("../begeleiden/blokken.js").Kaart | null} card @returns {Deel[]} those that there is something to tell of */
export function howTo(card) {
  if (!card) return [];
  const { tekst, vooraf = "", opstelling = "", stappen, regels = [], vragen, nabespreken = [], kiezen } = card;
  return /** @type {Deel[]} */ ([
    { kop: "", teksten: [tekst], soort: "" },
    { kop: "Vooraf", teksten: [vooraf], soort: "" },
    { kop: "Groep", teksten: [opstelling], soort: "" },
    { kop: "Stappen", teksten: stappen, soort: "ol" },
    { kop: "Om uit te kiezen", teksten: [kiezen.join(", ")], soort: "" },
    { kop: "Spelregels", teksten: regels, soort: "ul" },
    { kop: card.soort === "oefening" ? "Vragen tijdens de oefening" : "Vragen", teksten: vragen, soort: "ul" },
    { kop: "Nabespreken", teksten: nabespreken, soort: "ul" },
  ])
    .map((part) => ({ ...part, teksten: part.teksten.filter(Boolean) }))
    .filter(({ teksten }) => teksten.length);
}

/** The same as elements. @param {import("../begeleiden/blokken.js").Kaart | null} card */
export const laidOut = (card) =>
  howTo(card).flatMap(({ kop, teksten, soort }) => {
    if (!soort) return [h("p", {}, ...(kop ? [h("b", {}, kop), ": "] : []), teksten[0])];
    return [h("p", { class: "deelkop" }, h("b", {}, kop)), h(soort, {}, ...teksten.map((one) => h("li", {}, one)))];
  });

/** The same on one line. @param {import("../begeleiden/blokken.js").Kaart | null} card */
export const onOneLine = (card) =>
  howTo(card)
    .map(({ kop, teksten }) => `${kop ? `${kop}: ` : ""}${teksten.join(" ")}`)
    .join(" ");
