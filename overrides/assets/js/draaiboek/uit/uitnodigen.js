// Putting the meetings of a plan in somebody's calendar: what is still missing for that, and the file.

import { meetingName } from "../../begeleiden/draaiboek.js";
import { total } from "../../begeleiden/tijden.js";
import { find } from "../../samen/dom.js";
import { handOver } from "../../samen/file.js";
import { today, tooLong } from "../../samen/words.js";
import { calendar } from "./agenda.js";

/** @param {HTMLElement} page @param {import("../staat.js").Staat} state @param {() => string} address of the plan as it is then */
export function invite(page, state, address) {
  const { plan } = state;
  const lasting = plan.bijeenkomsten.filter(total);
  if (!lasting.length) {
    state.say("Er is nog niets gepland.");
    return;
  }
  const undated = lasting.find(({ datum }) => !datum);
  if (undated) {
    find(page, `[data-id="${undated.id}"] [name="datum"]`).focus();
    const name = meetingName(plan, undated);
    state.say(`Vul eerst een datum in bij ${name[0].toLowerCase()}${name.slice(1)}.`);
    return;
  }
  const whole = address();
  const made = new Blob([calendar(plan, Date.now(), tooLong(whole) ? "" : whole)], { type: "text/calendar" });
  handOver(made, `draaiboek-${today()}.ics`);
  state.say("Het bestand voor je agenda staat bij je downloads. Je notities staan er niet in.", true);
}
