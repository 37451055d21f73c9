// Clock times of a plan: always reckoned from when a meeting begins and how long its blocks take, never kept. Pure.

/** @typedef {import("./draaiboek.js").Bijeenkomst} Bijeenkomst */

const DAY = 24 * 60;

/** Minutes since midnight of a time such as 09:30. @param {string} clock */
export function minutesOf(clock) {
  const [hours, minutes] = clock.split(":").map(Number);
  return hours * 60 + minutes;
}

/** The time such as 09:30 at so many minutes since midnight, also of the day after. @param {number} minutes */
export function clockOf(minutes) {
  const within = ((Math.round(minutes) % DAY) + DAY) % DAY;
  return `${String(Math.floor(within / 60)).padStart(2, "0")}:${String(within % 60).padStart(2, "0")}`;
}

/** Minutes as one says them, such as 1 uur en 5 minuten. @param {number} minutes */
export function lasting(minutes) {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const tail = rest === 1 ? "1 minuut" : `${rest} minuten`;
  return hours && rest ? `${hours} uur en ${tail}` : hours ? `${hours} uur` : tail;
}

/** Blocks that take time, in order. @param {Bijeenkomst} meeting */
export const planned = ({ blokken }) => blokken.filter(({ minuten }) => minuten > 0);

/** Blocks that are kept at hand. @param {Bijeenkomst} meeting */
export const atHand = ({ blokken }) => blokken.filter(({ minuten }) => minuten === 0);

/** Minutes of all blocks of a meeting, or of some. @param {Pick<Bijeenkomst, "blokken">} meeting @returns {number} */
export const total = ({ blokken }) => blokken.reduce((sum, { minuten }) => sum + minuten, 0);

/** The time at which each block begins, and at last the end. @param {Bijeenkomst} meeting @returns {Map<string, string>} by id */
export function beginTimes(meeting) {
  let now = minutesOf(meeting.begin);
  const times = new Map();
  for (const { id, minuten } of meeting.blokken) {
    times.set(id, clockOf(now));
    now += minuten;
  }
  return times;
}

/** @param {Bijeenkomst} meeting */
export const endTime = (meeting) => clockOf(minutesOf(meeting.begin) + total(meeting));

/** Minutes between begin and the end that was set, perhaps after midnight; undefined without one. @param {Bijeenkomst} meeting */
export function available({ begin, einde }) {
  if (einde === undefined) return undefined;
  const between = minutesOf(einde) - minutesOf(begin);
  return between > 0 ? between : between + DAY;
}

/** The longest stretch without a break, in minutes. @param {Bijeenkomst} meeting */
export function longestStretch(meeting) {
  let [longest, now] = [0, 0];
  for (const { wat, minuten } of meeting.blokken) {
    now = wat === "pauze" && minuten > 0 ? 0 : now + minuten;
    longest = Math.max(longest, now);
  }
  return longest;
}
