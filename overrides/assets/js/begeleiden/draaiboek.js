// The document of a plan: its shape and its limits. Pure.

export const SCHEMA = 1;
export const MOST_MEETINGS = 8;
export const MOST_BLOCKS = 40;
export const MOST_MINUTES = 240;
export const LONGEST_TITLE = 60;
export const LONGEST_NOTE = 1000;
export const LONGEST_STEPS = 4000;
export const MOST_PEOPLE = 200;
/** Kinds of block that are no card; `wat` has one of these, or the id of something on the site. */
const LOOSE = /** @type {const} */ (["pauze", "ruimte", "eigen"]);
export const BEGIN = "09:30";
/** What a plan is called that has no name. */
export const UNTITLED = "Leerbijeenkomst";

/**
 * @typedef {object} Blok
 * @property {string} id such as `b3`, never used twice in one plan
 * @property {string} wat `pauze`, `ruimte` (time to spare, eaten first), `eigen`, or the id of something on the site, known or not
 * @property {number} minuten 0 keeps it at hand
 * @property {number} [kort] minutes that it can be shortened to; absent when it can't
 * @property {string} [titel] else that of the card
 * @property {string} [doel] else that of the card
 * @property {string} [wie] who leads it
 * @property {string} [materiaal] what one brings beside what the card asks
 * @property {string[]} [printen] ids of what one prints for it, beside that
 * @property {string} [stappen] how it is done, each step on a line of its own; else those of the card
 * @property {string} [notitie]
 * @property {string[]} [vragen] ids of the questions that are asked in it; else those of the card
 * @property {string} [door] what shows that one can go on; else that of the card
 *
 * @typedef {object} Bijeenkomst
 * @property {string} id such as `m1`
 * @property {string} titel empty when it has none
 * @property {string} [datum] such as 2026-03-09
 * @property {string} begin such as 09:30
 * @property {string} [einde] when it must end
 * @property {Blok[]} blokken
 *
 * @typedef {object} Draaiboek
 * @property {"draaiboek"} soort
 * @property {number} schema
 * @property {string} titel empty when it has none
 * @property {number} [groep] how many people
 * @property {number} teller the highest number in an id, so that none comes twice
 * @property {string} [agenda] what calendars know this plan by, and a tab in its history
 * @property {number} [keer] how often it went to a calendar, in a file from when that was counted
 * @property {Bijeenkomst[]} bijeenkomsten
 */

/** Whether text can be the id of something on the site, or names a loose kind. @param {string} id */
export const isWhat = (id) => id.length <= 60 && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(id);

/**
 * Text without what no keyboard writes: marks that one doesn't see, some of which turn a line around. Between words one that breaks
 * a line is a space.
 * @param {string} text @param {boolean} [lines] whether it may have several lines
 */
export const plain = (text, lines = false) =>
  text.replace(/[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, (sign, at) =>
    lines && "\n\t".includes(sign) ? sign : /^\s\S/.test(text.slice(at)) ? " " : "",
  );

/** @returns {Draaiboek} one meeting with nothing in it */
export const empty = () => ({
  soort: "draaiboek",
  schema: SCHEMA,
  titel: "",
  teller: 1,
  bijeenkomsten: [{ id: "m1", titel: "", begin: BEGIN, blokken: [] }],
});

/** All blocks of a plan. @param {Draaiboek} plan */
export const blocksOf = ({ bijeenkomsten }) => bijeenkomsten.flatMap(({ blokken }) => blokken);

/** @param {Draaiboek} plan */
export const isEmpty = (plan) => plan.bijeenkomsten.every(({ blokken }) => !blokken.length);

/** Whether a block is a card of the site, known or not. @param {Blok} blok */
export const isCard = ({ wat }) => !LOOSE.some((one) => one === wat);

/** Minutes to which a block can be shortened. @param {Blok} blok */
export const shortest = ({ minuten, kort }) => kort ?? minuten;

/** What a meeting is called. @param {Draaiboek} plan @param {Bijeenkomst} meeting */
export const meetingName = (plan, meeting) =>
  meeting.titel ||
  (plan.bijeenkomsten.length > 1 ? `Bijeenkomst ${plan.bijeenkomsten.indexOf(meeting) + 1}` : "De bijeenkomst");
