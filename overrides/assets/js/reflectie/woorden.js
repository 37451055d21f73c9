// Dates and numbers as a Dutch reader says them. Pure.

/** @param {string} day such as 2026-03-09 @returns {string} 9 maart 2026 */
export function datum(day) {
  const [year, month, date] = day.split("-").map(Number);
  return new Date(year, month - 1, date).toLocaleDateString("nl-NL", {
    day: "numeric",
    month: "long",
    year: "numeric",
  });
}

/** @param {number} number @param {string} one @param {string} more with # for the number @param {string} [none] */
export const tel = (number, one, more, none = more) =>
  number === 1 ? one : (number ? more : none).replace("#", String(number));
