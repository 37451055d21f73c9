// Keeping on this device: one document under one key of localStorage, beside it what was good before, and news for other tabs.

import { own } from "../samen/site.js";
import { Weigering, leeg, lees } from "./document.js";

/** @typedef {import("./document.js").Document} Document */

export const SLEUTEL = own("zelfreflectie");
const VORIGE = own("zelfreflectie-vorige");
// What both were called when all copies of the site on one origin had them in common.
const [SHARED, SHARED_BACKUP] = ["zelfreflectie", "zelfreflectie-vorige"];
const FULL =
  "Er is op dit apparaat geen ruimte om dit te bewaren: wat eerder bewaard is, staat er nog, en als bestand meenemen kan altijd.";
const FORBIDDEN = "Je browser staat niet toe dat deze pagina iets bewaart: als bestand meenemen kan wel.";
const BROKEN =
  "Wat op dit apparaat bewaard is, kan deze pagina niet lezen: het blijft staan tot je alles wist, en zolang wordt er niets bij bewaard.";

const NO_ROOM =
  "Op dit apparaat staan nog reflecties van eerder, maar er is te weinig ruimte om ze over te nemen: maak ruimte en open deze pagina opnieuw.";

/** @type {string | null} what this tab wrote last */
let written = null;

/**
 * @typedef {object} Bewaard what was found when looking
 * @property {boolean} aan whether keeping is on
 * @property {Document} document
 * @property {string} [zin] what the person should know
 * @property {boolean} [vast] whether there is something that may not be written over
 */

/**
 * What is kept on this device. A write that was cut short is undone. Without a document keeping is off.
 * @returns {Bewaard}
 */
export function kijk() {
  let raw, adopted;
  try {
    adopted = adopt();
    raw = localStorage.getItem(SLEUTEL);
    // The document goes first when everything is wiped, so a copy without it is a wipe that was cut short.
    if (raw === null) localStorage.removeItem(VORIGE);
  } catch {
    return { aan: false, document: leeg(), zin: FORBIDDEN, vast: true };
  }
  if (raw === null) return { aan: false, document: leeg(), ...(!adopted && { zin: NO_ROOM, vast: true }) };
  try {
    return { aan: true, document: lees(raw) };
  } catch (error) {
    if (!(error instanceof Weigering)) throw error;
    if (error.soort === "nieuwer")
      return { aan: false, document: leeg(), zin: `${error.message} Wat er staat, blijft staan.`, vast: true };
  }
  const before = backup();
  if (!before) return { aan: false, document: leeg(), zin: BROKEN, vast: true };
  return {
    aan: true,
    document: before,
    zin: "De laatste keer bewaren werd onderbroken. Alles van daarvoor is er nog.",
  };
}

/**
 * Take over what stands under the names that all copies of the site had in common. Whose it was nobody can tell, so it goes,
 * whole and once, to the first copy that looks and has nothing of its own; until it stands there it stays where it is.
 * @returns {boolean} whether there is nothing left to take over
 */
function adopt() {
  const raw = localStorage.getItem(SHARED);
  if (raw === null || localStorage.getItem(SLEUTEL) !== null) return true;
  const before = localStorage.getItem(SHARED_BACKUP);
  try {
    if (before !== null) localStorage.setItem(VORIGE, before);
    localStorage.setItem(SLEUTEL, raw);
  } catch {
    localStorage.removeItem(VORIGE);
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
 * @throws {Weigering} `gewist` when another tab has wiped it, `vol` when there is no room; nothing has changed then
 */
export function bewaar(change, first = false) {
  const raw = attempt(() => localStorage.getItem(SLEUTEL));
  if (raw === null && !first) throw new Weigering("Wat bewaard was, is in een ander tabblad gewist.", "gewist");
  if (raw === null) return write(null, change(leeg()));
  let found;
  try {
    found = lees(raw);
  } catch (error) {
    if (error.soort === "nieuwer") throw error;
    const before = backup();
    if (!before) throw new Weigering(BROKEN, "kapot");
    // What can't be read is not put aside: the good one stays there.
    return write(null, change(before));
  }
  return write(raw, change(found));
}

/** Stop keeping: take everything off this device. */
export function haalWeg() {
  attempt(() => {
    localStorage.removeItem(SLEUTEL);
    localStorage.removeItem(VORIGE);
  });
}

/** The same after another tab did, if this one has written in the same moment; what came after that stays. */
export function haalEigenWeg() {
  if (written !== null && attempt(() => localStorage.getItem(SLEUTEL)) === written) haalWeg();
}

/**
 * Write `document`, after putting `before` aside. Storage changes a key as a whole or not at all, so at every moment
 * one of both keys holds all that was saved.
 * @param {string | null} before what is good and stands there now
 * @param {Document} document
 * @returns {Document}
 */
function write(before, document) {
  const json = JSON.stringify(document);
  if (json === before) return document;
  attempt(() => {
    if (before !== null) localStorage.setItem(VORIGE, JSON.stringify({ vorige: before }));
    localStorage.setItem(SLEUTEL, json);
    written = json;
  });
  return document;
}

/** What was good before; null when it can't be read. @returns {Document | null} */
function backup() {
  try {
    return lees(JSON.parse(localStorage.getItem(VORIGE)).vorige);
  } catch {
    return null;
  }
}

function attempt(action) {
  try {
    return action();
  } catch (error) {
    throw /quota/i.test(error.name) ? new Weigering(FULL, "vol") : new Weigering(FORBIDDEN, "verboden");
  }
}

/**
 * @typedef {object} Nieuws between tabs
 * @property {"bewaard" | "weg" | "uit" | "gewist"} soort
 * @property {string} [id] of the reflection that was taken out
 * @property {Record<string, string[]>} [delen] what was saved, by reflection
 */

/**
 * @param {(news: Nieuws) => void} hear
 * @returns {(news: Nieuws) => void} tell the other tabs
 */
export function kanaal(hear) {
  if (!("BroadcastChannel" in globalThis)) return () => {};
  const channel = new BroadcastChannel(SLEUTEL);
  channel.addEventListener("message", ({ data }) => hear(data));
  return (news) => channel.postMessage(news);
}
