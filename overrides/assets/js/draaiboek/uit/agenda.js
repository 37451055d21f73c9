// A plan as a file for calendars: one event for each meeting that has a date, in universal time, without anything that is only for who
// leads. Pure, but for the time and the bytes it is given.
//
// Standard: RFC 5545 (iCalendar), sections 3.1 (lines of 75 octets), 3.3.11 (text) and 3.8.7 (SEQUENCE).

import { UNTITLED, meetingName, plain } from "../../begeleiden/draaiboek.js";
import { minutesOf, total } from "../../begeleiden/tijden.js";

/** @typedef {import("../../begeleiden/draaiboek.js").Draaiboek} Draaiboek */

const ZONE = "Europe/Amsterdam";
const MOST_OCTETS = 75;

/** ms by which clocks in the Netherlands are ahead at an instant. @param {number} instant */
function ahead(instant) {
  const shown = new Intl.DateTimeFormat("en-GB", {
    timeZone: ZONE,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
  }).formatToParts(instant);
  /** @param {string} type */
  const part = (type) => Number(shown.find((one) => one.type === type)?.value);
  return Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute")) - instant;
}

/** The instant of a day and a time on Dutch clocks, wherever this device is. @param {string} day @param {number} minutes since midnight */
export function instant(day, minutes) {
  const [year, month, date] = day.split("-").map(Number);
  const shown = Date.UTC(year, month - 1, date, 0, minutes);
  // The first guess may be off by the hour by which the clock was changed.
  return shown - ahead(shown - ahead(shown));
}

/**
 * Which version of a meeting this is, so that the newest one counts: by the clock, for what was made of an earlier file or in another
 * tab isn't known here. In seconds since 2023, as calendars take no more than 31 bits.
 * @param {number} time ms since 1970
 */
const version = (time) => Math.floor(time / 1000) - 1_700_000_000;

/** @param {number} time ms since 1970 */
const stamp = (time) => new Date(time).toISOString().replace(/[-:]|\.\d+/g, "");

/** @param {string} text */
const escaped = (text) => plain(text).replace(/[\\;,]/g, "\\$&");

/** A line in pieces of at most 75 octets, no letter cut in two. @param {string} line */
function folded(line) {
  const encoder = new TextEncoder();
  let [made, length] = ["", 0];
  for (const letter of line) {
    const octets = encoder.encode(letter).length;
    if (length + octets > MOST_OCTETS) {
      made += "\r\n ";
      length = 1;
    }
    made += letter;
    length += octets;
  }
  return made;
}

/**
 * @param {Draaiboek} plan with `agenda`, by which a calendar knows it again @param {number} now ms since 1970
 * @param {string} address of the plan, without what is only for who leads; empty to leave it out
 */
export function calendar(plan, now, address) {
  const events = plan.bijeenkomsten.flatMap((meeting) => {
    // What takes no time has no end after its beginning, as an event must.
    if (!meeting.datum || !total(meeting)) return [];
    const begin = instant(meeting.datum, minutesOf(meeting.begin));
    const title = plan.titel || UNTITLED;
    const named = meeting.titel || plan.bijeenkomsten.length > 1;
    return [
      "BEGIN:VEVENT",
      `UID:${plan.agenda}-${meeting.id}@samen-leren`,
      `DTSTAMP:${stamp(now)}`,
      `SEQUENCE:${version(now)}`,
      `DTSTART:${stamp(begin)}`,
      `DTEND:${stamp(begin + total(meeting) * 60_000)}`,
      `SUMMARY:${escaped(named ? `${title}: ${meetingName(plan, meeting)}` : title)}`,
      // Most calendars show no address, but all show what is written with an event.
      ...(address ? [`URL:${address}`, `DESCRIPTION:${escaped(`Het draaiboek: ${address}`)}`] : []),
      "END:VEVENT",
    ];
  });
  return [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Samen leren balanceren//draaiboek//NL",
    ...events,
    "END:VCALENDAR",
    "",
  ]
    .map(folded)
    .join("\r\n");
}
