// Dates, numbers and lists as a Dutch reader says them. Pure, but for today.

/** @param {string} day such as 2026-03-09 @returns {string} 9 maart 2026 */
export function sayDay(day) {
  const [year, month, date] = day.split("-").map(Number);
  return new Date(year, month - 1, date).toLocaleDateString("nl-NL", {
    day: "numeric",
    month: "long",
    year: "numeric",
  });
}

/** Today here, such as 2026-03-09. */
export const today = () => new Date().toLocaleDateString("sv-SE");

/** @param {number} count @param {string} one @param {string} more */
export const amount = (count, one, more) => `${count.toLocaleString("nl-NL")} ${count === 1 ? one : more}`;

/** @param {string[]} parts */
export const enumerate = (parts) =>
  parts.length < 2 ? parts.join() : `${parts.slice(0, -1).join(", ")} en ${parts.at(-1)}`;

/** The first few of words that came from elsewhere, none of them long. @param {Iterable<string>} words */
export function quote(words) {
  const all = [...words];
  const some = all.slice(0, 3).map((word) => `‘${word.length > 30 ? `${word.slice(0, 30)}…` : word}’`);
  return enumerate(all.length > 3 ? [...some, `nog ${(all.length - 3).toLocaleString("nl-NL")}`] : some);
}

/** Characters of a whole address after which chat programs may cut it short. */
const LONGEST_LINK = 1500;

/** What to say of an address that is too long to send; nothing when it fits. @param {string} address */
export const tooLong = ({ length }) =>
  length > LONGEST_LINK
    ? `De link wordt te lang (${amount(length, "teken", "tekens")}, en na ${LONGEST_LINK.toLocaleString("nl-NL")} knippen sommige programma’s hem af).`
    : "";
