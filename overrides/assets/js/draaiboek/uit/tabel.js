// A plan as a table to paste into a text or a sheet of another program.

import { meetingName } from "../../begeleiden/draaiboek.js";
import { beginTimes } from "../../begeleiden/tijden.js";
import { h } from "../../samen/dom.js";
import { ESTIMATE } from "../telling.js";
import { inLines } from "../werkwijze.js";

/** @typedef {import("../../begeleiden/draaiboek.js").Draaiboek} Draaiboek */
/** @typedef {import("../../begeleiden/blokken.js").Aanbod} Aanbod */

const HEADS = ["Tijd", "Minuten", "Wat", "Waarvoor", "Zo doe je het", "Nodig", "Wie", "Notitie"];

/** @param {Draaiboek} plan @param {Aanbod} aanbod @returns {import("../../samen/clipboard.js").Forms} */
export function table(plan, aanbod) {
  const meetings = plan.bijeenkomsten
    .filter(({ blokken }) => blokken.length)
    .map((meeting) => {
      const clock = beginTimes(meeting);
      const rows = meeting.blokken.map((blok) => [
        blok.minuten ? (clock.get(blok.id) ?? "") : "achter de hand",
        aanbod.minutes(blok),
        aanbod.title(blok),
        aanbod.purpose(blok),
        inLines(aanbod, blok),
        aanbod.needs(blok).join("; "),
        blok.wie ?? "",
        blok.notitie ?? "",
      ]);
      return { name: meetingName(plan, meeting), rows };
    });
  const { innerHTML } = h(
    "div",
    {},
    ...meetings.flatMap(({ name, rows }) => [
      h("h2", {}, name),
      h(
        "table",
        { border: "1" },
        h("thead", {}, h("tr", {}, ...HEADS.map((head) => h("th", {}, head)))),
        ...rows.map((cells) => h("tr", {}, ...cells.map((text) => h("td", {}, text)))),
      ),
    ]),
    h("p", {}, ESTIMATE),
  );
  const html = innerHTML
    // A program would reckon what begins as a sum; a document hardly shows a space before it.
    .replace(/>(?=[=+@-])/g, ">&nbsp;")
    // Without this word for it a spreadsheet makes as many rows of a cell as it has lines.
    .replaceAll("\n", '<br style="mso-data-placement:same-cell">');
  const text = meetings
    .map(({ name, rows }) => [[name], HEADS, ...rows].map((cells) => cells.map(oneLine).join("\t")).join("\n"))
    .concat(ESTIMATE)
    .join("\n\n");
  return { html, text };
}

/** What stands in a cell of a row of text; an apostrophe keeps what begins as a sum from being one. @param {string} text */
const oneLine = (text) => text.replace(/\s+/g, " ").replace(/^[=+@-]/, "'$&");
