// Moments as times of the day, and when a meeting is to begin and end. Pure, but for the time zone of the device.

import { available, clockOf, minutesOf, total } from "../../begeleiden/tijden.js";
import { amount } from "../../samen/words.js";
import { MINUTE } from "./verloop.js";

const HALF_DAY = 12 * 60 * MINUTE;
/** More minutes from when the plan begins, and it is not that time which is meant. */
const NEAR = 60;

/** The time of the day as a clock shows it, such as 09:30. @param {number} moment ms since 1970 */
export function clockAt(moment) {
  const day = new Date(moment);
  return clockOf(day.getHours() * 60 + day.getMinutes());
}

/** The whole minute that is nearest, in ms. @param {number} moment */
export const toMinute = (moment) => Math.round(moment / MINUTE) * MINUTE;

/** @param {number} count */
export const minutesSaid = (count) => amount(count, "minuut", "minuten");

/** The moment nearest to `now` at which a clock shows this. @param {string} clock @param {number} now */
function momentOf(clock, now) {
  const day = new Date(now);
  day.setHours(0, minutesOf(clock), 0, 0);
  const moment = day.getTime();
  return moment - now > HALF_DAY ? moment - 2 * HALF_DAY : now - moment > HALF_DAY ? moment + 2 * HALF_DAY : moment;
}

/**
 * When a meeting that begins now is to end: as planned, and if all shifts along.
 * @param {import("../../begeleiden/draaiboek.js").Bijeenkomst} meeting @param {number} now
 * @returns {{ scheelt: number, gepland: number, mee: number }} minutes after the planned begin; both ends. They are the same where
 * only one makes sense: too far from the plan that which shifts along, and of a meeting with a fixed end that, while it can be kept
 */
export function endings(meeting, now) {
  const fixed = available(meeting);
  const lasts = total(meeting);
  const begin = momentOf(meeting.begin, now);
  const scheelt = Math.round((now - begin) / MINUTE);
  const mee = toMinute(now + lasts * MINUTE);
  const gepland = Math.abs(scheelt) > NEAR ? mee : begin + (fixed ?? lasts) * MINUTE;
  return { scheelt, gepland, mee: fixed && (scheelt <= 0 || mee <= gepland) ? gepland : mee };
}
