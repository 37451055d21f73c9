// A plan on paper: the run sheet for who leads, the programme for who takes part, and a small card with the times.

import { UNTITLED, meetingName } from "../begeleiden/draaiboek.js";
import { atHand, beginTimes, clockOf, endTime, minutesOf, planned } from "../begeleiden/tijden.js";
import { h } from "../samen/dom.js";
import { amount, sayDay } from "../samen/words.js";
import { ESTIMATE, deckName, decks, materials } from "./telling.js";
import { laidOut } from "./werkwijze.js";

/** @typedef {import("../begeleiden/draaiboek.js").Draaiboek} Draaiboek */
/** @typedef {import("../begeleiden/draaiboek.js").Bijeenkomst} Bijeenkomst */
/** @typedef {import("../begeleiden/draaiboek.js").Blok} Blok */
/** @typedef {import("../begeleiden/blokken.js").Aanbod} Aanbod */
/** @typedef {"draaiboek" | "deelnemers" | "spiekkaart"} Blad */

const NUMBERED = '@bottom-right { content: "blad " counter(page) " van " counter(pages); font-size: 8pt; }';
/** @type {Record<Blad, string>} */
const SHEETS = {
  draaiboek: `@page { size: A4 landscape; margin: 12mm 13mm 14mm; ${NUMBERED} }`,
  deelnemers: "@page { size: A4; margin: 22mm 20mm; }",
  spiekkaart: "@page { size: 105mm 148mm; margin: 8mm; }",
};
const HEADS = ["Tijd", "Wat en waarvoor", "Zo doe je het", "Nodig", "Wie", "Zelf noteren"];

/** Print a sheet, and put the page back as it was. @param {Blad} sheet @param {Draaiboek} plan @param {Aanbod} aanbod */
export function printed(sheet, plan, aanbod) {
  ready(sheet, plan, aanbod);
  print();
}

/** Lay out a sheet that takes the place of the page on paper, until it has been printed. @param {Blad} sheet @param {Draaiboek} plan @param {Aanbod} aanbod */
export function ready(sheet, plan, aanbod) {
  document.querySelector(".plan-papier")?.remove();
  const make = { draaiboek: runSheet, deelnemers: programme, spiekkaart: times }[sheet];
  const paper = h(
    "div",
    { class: `plan-papier plan-${sheet}` },
    ...plan.bijeenkomsten.filter((one) => one.blokken.length).map((one) => make(plan, one, aanbod)),
  );
  document.body.append(paper);
  const rules = new CSSStyleSheet();
  rules.replaceSync(SHEETS[sheet]);
  document.adoptedStyleSheets = [rules];
  addEventListener(
    "afterprint",
    () => {
      paper.remove();
      document.adoptedStyleSheets = [];
    },
    { once: true },
  );
}

/**
 * What stands above a sheet, with the times that its rows have.
 * @param {Draaiboek} plan @param {Bijeenkomst} meeting
 * @param {boolean} leads whether it is for who leads: to the minute, with the end that was set and how many people come
 */
function heading(plan, meeting, leads) {
  const [begin, end] = [meeting.begin, endTime(meeting)].map((clock) => (leads ? clock : rounded(clock)));
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
    heading(plan, meeting, true),
    ...(bring.length ? [h("p", {}, h("b", {}, "Meenemen: "), `${bring.join("; ")}.`)] : []),
    ...toPrint("Printen", true),
    ...toPrint("Past erbij", false),
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
    h("td", {}, ...laidOut(aanbod.of(blok)), ...(sign ? [h("div", { class: "door" }, ...paragraphs([sign]))] : [])),
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

/** @param {Draaiboek} plan @param {Bijeenkomst} meeting @param {Aanbod} aanbod */
function programme(plan, meeting, aanbod) {
  const clock = beginTimes(meeting);
  // Who takes part need not see what is kept for running late.
  const blocks = planned(meeting).filter(({ wat }) => wat !== "ruimte");
  return h(
    "section",
    {},
    heading(plan, meeting, false),
    h(
      "table",
      {},
      h(
        "tbody",
        {},
        ...blocks.map((blok) =>
          h("tr", {}, h("th", { scope: "row" }, rounded(clock.get(blok.id) ?? "")), h("td", {}, aanbod.title(blok))),
        ),
        h("tr", {}, h("th", { scope: "row" }, rounded(endTime(meeting))), h("td", {}, "Einde")),
      ),
    ),
  );
}

/** @param {Draaiboek} plan @param {Bijeenkomst} meeting @param {Aanbod} aanbod */
function times(plan, meeting, aanbod) {
  const clock = beginTimes(meeting);
  return h(
    "section",
    {},
    h("h1", {}, plan.bijeenkomsten.length > 1 ? meetingName(plan, meeting) : plan.titel || UNTITLED),
    h(
      "table",
      {},
      h(
        "tbody",
        {},
        ...planned(meeting).map((blok) =>
          h("tr", {}, h("th", { scope: "row" }, clock.get(blok.id) ?? ""), h("td", {}, aanbod.title(blok))),
        ),
        h("tr", {}, h("th", { scope: "row" }, endTime(meeting)), h("td", {}, "Einde")),
      ),
    ),
    ...(atHand(meeting).length
      ? [
          h(
            "p",
            {},
            "Achter de hand: ",
            atHand(meeting)
              .map((blok) => aanbod.title(blok))
              .join("; "),
            ".",
          ),
        ]
      : []),
  );
}

/** To the nearest five minutes, as one tells people. @param {string} clock */
const rounded = (clock) => clockOf(Math.round(minutesOf(clock) / 5) * 5);
