// A plan as a table to paste into a text or a sheet of another program.

import { meetingName } from "../begeleiden/draaiboek.js";
import { beginTimes } from "../begeleiden/tijden.js";
import { h } from "../samen/dom.js";
import { ESTIMATE } from "./telling.js";
import { onOneLine } from "./werkwijze.js";

/** @typedef {import("../begeleiden/draaiboek.js").Draaiboek} Draaiboek */
/** @typedef {import("../begeleiden/blokken.js").Aanbod} Aanbod */

const HEADS = ["Tijd", "Minuten", "Wat", "Waarvoor", "Zo doe je het", "Nodig", "Wie", "Notitie"];

/** @param {Draaiboek} plan @param {Aanbod} aanbod @returns {import("../samen/clipboard.js").Forms} */
export function table(plan, aanbod) {
  const meetings = plan.bijeenkomsten
    .filter(({ blokken }) => blokken.length)
    .map((meeting) => {
      const clock = beginTimes(meeting);
      const rows = meeting.blokken.map((blok) => {
        return [
          blok.minuten ? (clock.get(blok.id) ?? "") : "achter de hand",
          aanbod.minutes(blok),
          aanbod.title(blok),
          aanbod.purpose(blok),
          onOneLine(aanbod.of(blok)),
          aanbod.needs(blok).join("; "),
          blok.wie ?? "",
          blok.notitie ?? "",
        ];
      });
      return { name: meetingName(plan, meeting), rows };
    });
  const html = meetings
    .flatMap(({ name, rows }) => [
      h("h2", {}, guarded(name, "\u00a0")),
      h(
        "table",
        { border: "1" },
        h("thead", {}, h("tr", {}, ...HEADS.map((head) => h("th", {}, head)))),
        h(
          "tbody",
          {},
          ...rows.map((cells) => h("tr", {}, ...cells.map((text) => h("td", {}, guarded(text, "\u00a0"))))),
        ),
      ),
    ])
    .concat(h("p", {}, ESTIMATE))
    .map((element) => element.outerHTML)
    .join("");
  const text = meetings
    .flatMap(({ name, rows }) => [oneLine(name), ...[HEADS, ...rows].map((cells) => cells.map(oneLine).join("\t")), ""])
    .concat(ESTIMATE)
    .join("\n");
  return { html, text };
}

/**
 * What stands in a cell, also for a program that would take its beginning as a sum.
 * @param {string} text @param {string} sign that it then begins with: a document shows an apostrophe, and a space hardly
 */
const guarded = (text, sign) => text.replace(/^[=+\-@]/, `${sign}$&`);

/** @param {string} text */
const oneLine = (text) => guarded(text.replace(/[\t\r\n]+/g, " "), "'");
