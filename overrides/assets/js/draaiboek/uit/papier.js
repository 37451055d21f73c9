// A plan on paper, and the run sheet for who leads; the other sheets are in bladen.js.

import { UNTITLED, meetingName } from "../../begeleiden/draaiboek.js";
import { atHand, beginTimes, endTime, planned } from "../../begeleiden/tijden.js";
import { find, h, told } from "../../samen/dom.js";
import { amount, sayDay } from "../../samen/words.js";
import { ESTIMATE, deckName, decks, materials } from "../telling.js";
import { laidOut } from "../werkwijze.js";

/** @typedef {import("../../begeleiden/draaiboek.js").Draaiboek} Draaiboek */
/** @typedef {import("../../begeleiden/draaiboek.js").Bijeenkomst} Bijeenkomst */
/** @typedef {import("../../begeleiden/draaiboek.js").Blok} Blok */
/** @typedef {import("../../begeleiden/blokken.js").Aanbod} Aanbod */
/**
 * @typedef {object} Blad
 * @property {string} naam
 * @property {string} vel its rule for the sheet, in CSS
 * @property {(plan: Draaiboek, meeting: Bijeenkomst, aanbod: Aanbod, head: typeof heading) => HTMLElement} maak what it says of a
 *   meeting; `head` makes what stands above it
 */

/** What the page is called; while a sheet is printed it is called after the plan, by which a browser names the file. */
const { title } = document;
const NUMBERED = '@bottom-right { content: "blad " counter(page) " van " counter(pages); font-size: 8pt; }';
const HEADS = ["Tijd", "Wat en waarvoor", "Zo doe je het", "Nodig", "Wie", "Zelf noteren"];

/** Lay out a sheet that takes the place of the page on paper, until it has been printed. @param {Blad} sheet @param {Draaiboek} plan @param {Aanbod} aanbod */
export function ready({ naam, vel, maak }, plan, aanbod) {
  document.querySelector(".plan-papier")?.remove();
  const paper = h(
    "div",
    { class: `plan-papier plan-${naam}` },
    ...plan.bijeenkomsten.filter((one) => one.blokken.length).map((one) => maak(plan, one, aanbod, heading)),
  );
  document.body.append(paper);
  const rules = new CSSStyleSheet();
  rules.replaceSync(vel);
  document.adoptedStyleSheets = [rules];
  document.title = plan.titel || UNTITLED;
  addEventListener(
    "afterprint",
    () => {
      paper.remove();
      document.adoptedStyleSheets = [];
      document.title = title;
    },
    { once: true },
  );
}

/**
 * What stands above a sheet, with the times that its rows have.
 * @param {Draaiboek} plan @param {Bijeenkomst} meeting
 * @param {(clock: string) => string} [rounded] not for who leads, who gets it to the minute, with the end that was set and how many
 *   people come
 */
function heading(plan, meeting, rounded) {
  const leads = !rounded;
  const [begin, end] = [meeting.begin, endTime(meeting)].map((clock) => rounded?.(clock) ?? clock);
  const several = plan.bijeenkomsten.length > 1 || meeting.titel;
  const facts = [
    meeting.datum ? sayDay(meeting.datum) : "",
    `${begin} tot ${end}`,
    leads && meeting.einde && meeting.einde !== end ? `moet klaar zijn om ${meeting.einde}` : "",
    leads && plan.groep ? amount(plan.groep, "mens", "mensen") : "",
  ];
  return h(
    "header",
    {},
    h("h1", {}, plan.titel || UNTITLED),
    ...(several ? [h("h2", {}, meetingName(plan, meeting))] : []),
    h("p", {}, facts.filter(Boolean).join(" · ")),
  );
}

/** @param {Draaiboek} plan @param {Bijeenkomst} meeting @param {Aanbod} aanbod */
function runSheet(plan, meeting, aanbod) {
  const bring = materials([meeting], aanbod, plan.groep);
  const cards = decks([meeting], aanbod);
  const clock = beginTimes(meeting);
  const spare = atHand(meeting);
  const toPrint = (/** @type {string} */ name, /** @type {boolean} */ needed) => {
    const names = cards.filter((one) => one.needed === needed).map(deckName);
    return names.length ? [h("p", {}, h("b", {}, `${name}: `), `${names.join("; ")}.`)] : [];
  };
  return h(
    "section",
    {},
    heading(plan, meeting),
    ...(bring.length ? [h("p", {}, h("b", {}, "Meenemen: "), `${bring.join("; ")}.`)] : []),
    ...toPrint("Printen", true),
    ...toPrint("Past erbij", false),
    h("p", {}, told(find(document, "draai-boek"), "gevaar")),
    h(
      "table",
      {},
      h("thead", {}, h("tr", {}, ...HEADS.map((head) => h("th", { scope: "col" }, head)))),
      h("tbody", {}, ...planned(meeting).map((blok) => row(blok, clock.get(blok.id) ?? "", aanbod))),
    ),
    ...(spare.length
      ? [h("h2", {}, "Achter de hand"), h("table", {}, h("tbody", {}, ...spare.map((blok) => row(blok, "", aanbod))))]
      : []),
    h("p", { class: "klein" }, `${ESTIMATE} Tijden zijn berekend.`),
  );
}

/** @param {Blok} blok @param {string} time @param {Aanbod} aanbod */
function row(blok, time, aanbod) {
  const minutes = blok.minuten ? `${aanbod.minutes(blok)} min` : "reserve";
  const sign = aanbod.sign(blok);
  return h(
    "tr",
    {},
    h("th", { scope: "row" }, time, time ? h("br", {}) : "", h("small", {}, minutes)),
    h("td", {}, h("div", {}, h("b", {}, aanbod.title(blok)), ...paragraphs([aanbod.purpose(blok)]))),
    h("td", {}, ...laidOut(aanbod, blok), ...(sign ? [h("div", { class: "door" }, ...paragraphs([sign]))] : [])),
    h("td", {}, ...paragraphs(aanbod.needs(blok))),
    h("td", {}, blok.wie ?? ""),
    h("td", {}, ...paragraphs([blok.notitie ?? ""])),
  );
}

/** @param {string[]} texts */
const paragraphs = (texts) =>
  texts
    .flatMap((text) => text.split("\n"))
    .filter(Boolean)
    .map((text) => h("p", {}, text));

/** @type {Blad} */
export const RUN_SHEET = {
  naam: "draaiboek",
  vel: `@page { size: A4 landscape; margin: 12mm 13mm 14mm; ${NUMBERED} }`,
  maak: runSheet,
};
