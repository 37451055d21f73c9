// The other sheets of a plan: the programme for who takes part, and a small card with the times.

import { UNTITLED, meetingName } from "../../begeleiden/draaiboek.js";
import { atHand, beginTimes, clockOf, endTime, minutesOf, planned } from "../../begeleiden/tijden.js";
import { h } from "../../samen/dom.js";

/** @typedef {import("../../begeleiden/draaiboek.js").Draaiboek} Draaiboek */
/** @typedef {import("../../begeleiden/draaiboek.js").Bijeenkomst} Bijeenkomst */
/** @typedef {import("../../begeleiden/blokken.js").Aanbod} Aanbod */
/** @typedef {import("./papier.js").Blad} Blad */

/** @type {Blad["maak"]} */
function programme(plan, meeting, aanbod, heading) {
  const clock = beginTimes(meeting);
  // Who takes part need not see what is kept for running late.
  const blocks = planned(meeting).filter(({ wat }) => wat !== "ruimte");
  return h(
    "section",
    {},
    heading(plan, meeting, rounded),
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

/** @type {Blad[]} */
export const SHEETS = [
  { naam: "deelnemers", vel: "@page { size: A4; margin: 22mm 20mm; }", maak: programme },
  { naam: "spiekkaart", vel: "@page { size: 105mm 148mm; margin: 8mm; }", maak: times },
];
