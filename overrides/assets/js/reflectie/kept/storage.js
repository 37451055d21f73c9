// Keeping on this device: one document under one key of localStorage, beside it what was good before, and news for other tabs.

import { channel, own } from "../../samen/site.js";
import { empty, read } from "./document.js";
import { Refusal } from "../../samen/readers.js";

/** @typedef {import("./document.js").Document} Document */

export const KEY = own("zelfreflectie");
const BACKUP = own("zelfreflectie-vorige");
// What both were called when all copies of the site on one origin had them in common.
const [SHARED, SHARED_BACKUP] = ["zelfreflectie", "zelfreflectie-vorige"];
const FULL =
  "Er is op dit apparaat geen ruimte om dit te bewaren: wat eerder bewaard is, staat er nog, en een bestand downloaden kan altijd.";
const FORBIDDEN = "Je browser staat niet toe dat deze pagina iets bewaart: een bestand downloaden kan wel.";
const BROKEN =
  "Wat op dit apparaat bewaard is, kan deze pagina niet lezen: het blijft staan tot je alles wist, en zolang wordt er niets bij bewaard.";
const CUT_SHORT = "De laatste keer bewaren werd onderbroken. Alles van daarvoor is er nog.";
const NO_ROOM =
  "Op dit apparaat staan nog reflecties van eerder, maar er is te weinig ruimte om ze over te nemen: maak ruimte en open deze pagina opnieuw.";

/** @type {string | null} what this tab wrote last */
let written = null;

/**
 * @typedef {object} Kept what was found when looking
 * @property {boolean} on whether keeping is on
 * @property {Document} document
 * @property {string} sentence what the person should know; empty when nothing
 * @property {boolean} locked whether there is something that may not be written over
 */

/** @param {Partial<Kept>} found @returns {Kept} */
const kept = (found) => ({ on: false, document: empty(), sentence: "", locked: false, ...found });

/** What is kept on this device. A write that was cut short is undone. Without a document keeping is off. @returns {Kept} */
export function look() {
  let raw, adopted;
  try {
    adopted = adopt();
    raw = localStorage.getItem(KEY);
    // The document goes first when everything is wiped, so a copy without it is a wipe that was cut short.
    if (raw === null) localStorage.removeItem(BACKUP);
  } catch {
    return kept({ sentence: FORBIDDEN, locked: true });
  }
  if (raw === null) return adopted ? kept({}) : kept({ sentence: NO_ROOM, locked: true });
  try {
    return kept({ on: true, document: read(raw) });
  } catch (error) {
    if (kindOf(error) === "newer") {
      return kept({ sentence: `${asRefusal(error).message} Wat er staat, blijft staan.`, locked: true });
    }
  }
  const before = backup();
  return before ? kept({ on: true, document: before, sentence: CUT_SHORT }) : kept({ sentence: BROKEN, locked: true });
}

/**
 * Take over what stands under the names that all copies of the site had in common. Whose it was nobody can tell, so it goes,
 * whole and once, to the first copy that looks and has nothing of its own; until it stands there it stays where it is.
 * @returns {boolean} whether there is nothing left to take over
 */
function adopt() {
  const raw = localStorage.getItem(SHARED);
  if (raw === null || localStorage.getItem(KEY) !== null) return true;
  const before = localStorage.getItem(SHARED_BACKUP);
  try {
    if (before !== null) localStorage.setItem(BACKUP, before);
    localStorage.setItem(KEY, raw);
  } catch {
    localStorage.removeItem(BACKUP);
    return false;
  }
  localStorage.removeItem(SHARED);
  localStorage.removeItem(SHARED_BACKUP);
  return true;
}

/**
 * Change what is kept. Reads it anew, since another tab may have written.
 * @param {(document: Document) => Document} change
 * @param {boolean} first turn keeping on, when it isn't
 * @returns {Document} what is kept now
 * @throws {Refusal} `wiped` when another tab has wiped it, `full` when there is no room; nothing has changed then
 */
export function save(change, first = false) {
  const raw = attempt(() => localStorage.getItem(KEY));
  if (raw === null && !first) throw new Refusal("Wat bewaard was, is in een ander tabblad gewist.", "wiped");
  if (raw === null) return write(null, change(empty()));
  let found;
  try {
    found = read(raw);
  } catch (error) {
    if (kindOf(error) === "newer") throw error;
    const before = backup();
    if (!before) throw new Refusal(BROKEN, "broken");
    // What can't be read is not put aside: the good one stays there.
    return write(null, change(before));
  }
  return write(raw, change(found));
}

/** Stop keeping: take everything off this device, also what would be taken over once there is room. */
export const clear = () => remove(KEY, BACKUP, SHARED, SHARED_BACKUP);

/** The same after another tab did, if this one has written in the same moment; what came after that stays. */
export function clearOwn() {
  if (written !== null && attempt(() => localStorage.getItem(KEY)) === written) remove(KEY, BACKUP);
}

/** @param {string[]} keys */
const remove = (...keys) => attempt(() => keys.forEach((key) => localStorage.removeItem(key)));

/**
 * Write `document`, after putting `before` aside. Storage changes a key as a whole or not at all, so at every moment
 * one of both keys holds all that was saved.
 * @param {string | null} before what is good and stands there now
 * @param {Document} document
 */
function write(before, document) {
  const json = JSON.stringify(document);
  if (json === before) return document;
  attempt(() => {
    if (before !== null) localStorage.setItem(BACKUP, JSON.stringify({ vorige: before }));
    localStorage.setItem(KEY, json);
    written = json;
  });
  return document;
}

/** What was good before; null when it can't be read. */
function backup() {
  try {
    return read(JSON.parse(localStorage.getItem(BACKUP) ?? "").vorige);
  } catch {
    return null;
  }
}

/** @param {unknown} error anything but a refusal is a mistake of ours */
function asRefusal(error) {
  if (error instanceof Refusal) return error;
  throw error;
}

/** @param {unknown} error */
const kindOf = (error) => asRefusal(error).kind;

/** @template T @param {() => T} action @returns {T} */
function attempt(action) {
  try {
    return action();
  } catch (error) {
    const full = error instanceof Error && /quota/i.test(error.name);
    throw full ? new Refusal(FULL, "full") : new Refusal(FORBIDDEN, "forbidden");
  }
}

/**
 * @typedef {object} News between tabs
 * @property {"saved" | "removed" | "off" | "wiped"} kind
 * @property {string} [id] of the reflection that was taken out
 * @property {Record<string, string[]>} [parts] what was saved, by reflection
 */

/**
 * @param {(news: News) => void} hear
 * @returns {(news: News) => void} tell the other tabs
 */
export const otherTabs = (hear) => channel("zelfreflectie", hear);
