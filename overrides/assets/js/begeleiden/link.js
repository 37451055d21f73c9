// A plan as the fragment of an address: `#b1=0930_wk3.75.45~pauze.15~eigen.10.Rondje%20namen&b2=_sv4.40&groep=8`. Pure.
//
// Each meeting is `begin_blocks` or `begin-einde_blocks`; each block `what.minutes.short.title`, of which the last two may be left
// out. What is only for who leads, such as notes, names and dates, is never in it.

import { quote } from "../samen/words.js";
import {
  BEGIN,
  LONGEST_TITLE,
  MOST_BLOCKS,
  MOST_MEETINGS,
  MOST_MINUTES,
  MOST_PEOPLE,
  blocksOf,
  empty,
  isEmpty,
  isWhat,
  plain,
} from "./draaiboek.js";

/** @typedef {import("./draaiboek.js").Draaiboek} Draaiboek */
/** @typedef {import("./draaiboek.js").Bijeenkomst} Bijeenkomst */
/** @typedef {import("./draaiboek.js").Blok} Blok */

/** Between blocks; some programs write `%7E` for it, which before what is no block is a sign in a title. */
const BETWEEN = /~|%7[Ee](?=[a-z0-9-]+\.\d)/;
const CLOCK = /^([01]\d|2[0-3])([0-5]\d)$/;

/**
 * What a fragment plans; null when it plans nothing, such as the name of a place on the page.
 * @param {string} fragment with or without its `#`
 * @returns {{ plan: Draaiboek, trouble: string } | null} and a sentence about what was left out; empty when nothing was
 */
export function readPlan(fragment) {
  const pairs = fragment
    .replace(/^#/, "")
    .split("&")
    .map((pair) => pair.split(/=(.*)/s, 2));
  const numbered = pairs.filter(([name]) => /^b\d+$/.test(name));
  if (!numbered.length) return null;
  const reading = new Reading();
  const plan = empty();
  plan.bijeenkomsten = [];
  const meetings = numbered.sort(([a], [b]) => +a.slice(1) - +b.slice(1));
  for (const [, value] of meetings.slice(0, MOST_MEETINGS)) plan.bijeenkomsten.push(reading.meeting(value));
  if (meetings.length > MOST_MEETINGS) reading.left.push(`meer dan ${MOST_MEETINGS} bijeenkomsten`);
  for (const [name, value = ""] of pairs) {
    if (/^b\d+$/.test(name)) continue;
    if (name === "groep" && /^\d{1,3}$/.test(value) && +value && +value <= MOST_PEOPLE) plan.groep = +value;
    else if (name) reading.strange.add(name === "groep" ? `groep=${decoded(value)}` : decoded(name));
  }
  plan.teller = reading.counter;
  return { plan, trouble: reading.sentence(isEmpty(plan) ? "er is geen blok overgenomen" : "de rest is overgenomen") };
}

/** What it takes to read one link: ids that are given out, and what can't be taken over. */
class Reading {
  counter = 0;
  /** @type {Set<string>} */
  strange = new Set();
  /** @type {string[]} */
  left = [];

  /** @param {string} value @returns {Bijeenkomst} */
  meeting(value = "") {
    const [, times = "", blocks = ""] = /^(?:([^_]*)_)?(.*)$/s.exec(value) ?? [];
    const clocks = times.split("-").map((time) => CLOCK.exec(time));
    if (times && (clocks.includes(null) || clocks.length > 2)) this.strange.add(decoded(times));
    const [begin, einde] = clocks;
    /** @type {Bijeenkomst} */
    const read = { id: `m${++this.counter}`, titel: "", begin: begin ? `${begin[1]}:${begin[2]}` : BEGIN, blokken: [] };
    if (begin && einde) read.einde = `${einde[1]}:${einde[2]}`;
    // A link that was cut short may end before a block.
    const written = blocks.split(BETWEEN).filter(Boolean);
    if (written.length > MOST_BLOCKS) this.left.push(`meer dan ${MOST_BLOCKS} blokken in een bijeenkomst`);
    for (const one of written.slice(0, MOST_BLOCKS)) {
      const blok = this.block(one);
      if (blok) read.blokken.push(blok);
      else this.strange.add(decoded(one));
    }
    return read;
  }

  /** @param {string} written @returns {Blok | null} null for what is no block */
  block(written) {
    const [wat, minutes = "", ...rest] = written.split(".");
    const minuten = number(minutes);
    if (!isWhat(wat) || minuten === null) return null;
    const kort = /^\d+$/.test(rest[0]) ? number(rest.shift() ?? "") : undefined;
    if (kort === null) return null;
    const titel = decoded(rest.join("."));
    if (titel.length > LONGEST_TITLE) this.left.push(`een titel van meer dan ${LONGEST_TITLE} tekens`);
    return {
      id: `b${++this.counter}`,
      wat,
      minuten,
      ...(kort !== undefined && kort < minuten ? { kort } : {}),
      ...(titel ? { titel: cut(titel) } : {}),
    };
  }

  /** @param {string} taken */
  sentence(taken) {
    const told = [
      this.strange.size ? `iets wat we niet kennen (${quote(this.strange)})` : "",
      ...new Set(this.left),
    ].filter(Boolean);
    return told.length ? `In deze link staat ${told.join(", en ")}; ${taken}.` : "";
  }
}

/** Minutes as they are written; null when they are none. @param {string} text */
const number = (text) => (/^\d{1,3}$/.test(text) && Number(text) <= MOST_MINUTES ? Number(text) : null);

/** What was percent-encoded, or the text itself where that was spoiled. @param {string} text */
function decoded(text) {
  try {
    return plain(decodeURIComponent(text));
  } catch {
    // A link that was cut short may end in half a letter.
    return plain(text);
  }
}

/** The first letters of a title, no pair of them cut in two. @param {string} title */
const cut = (title) => title.slice(0, LONGEST_TITLE).replace(/[\ud800-\udbff]$/, "");

/** @param {Draaiboek} plan @returns {string} the fragment, without `#`; empty when nothing is planned */
export function writePlan(plan) {
  const [{ begin, einde }, more] = plan.bijeenkomsten;
  if (isEmpty(plan) && !more && !plan.groep && begin === BEGIN && !einde) return "";
  return [
    ...plan.bijeenkomsten.map((meeting, index) => `b${index + 1}=${writeMeeting(meeting)}`),
    plan.groep && `groep=${plan.groep}`,
  ]
    .filter(Boolean)
    .join("&");
}

/** @param {Bijeenkomst} meeting */
const writeMeeting = ({ begin, einde, blokken }) =>
  `${begin.replace(":", "")}${einde ? `-${einde.replace(":", "")}` : ""}_${blokken.map(writeBlock).join("~")}`;

/** @param {Blok} blok */
function writeBlock({ wat, minuten, kort, titel }) {
  // A title of digits alone would be read as the minutes before it.
  const short = kort ?? (titel && /^\d+$/.test(titel) ? minuten : undefined);
  return [wat, minuten, short, titel && encode(titel)].filter((part) => part !== undefined && part !== "").join(".");
}

/** @param {string} title */
const encode = (title) =>
  encodeURIComponent(title.replace(/\p{Cs}/gu, "")).replace(
    /[.~'()*!_]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/** What the link has of a block. */
const IN_LINK = ["id", "wat", "minuten", "kort", "titel"];

/** Whether something was typed with a block that the link leaves out. @param {Draaiboek} plan */
export const hasNotes = (plan) =>
  blocksOf(plan).some((blok) => Object.entries(blok).some(([name, value]) => value && !IN_LINK.includes(name)));

/** What the link leaves out: it is then only in memory and in a file. @param {Draaiboek} plan */
export const hasMore = (plan) =>
  Boolean(plan.titel) || plan.bijeenkomsten.some(({ titel, datum }) => titel || datum) || hasNotes(plan);
