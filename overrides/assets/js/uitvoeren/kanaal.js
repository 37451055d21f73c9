// What goes between the window of who leads and those of their groups, and what the keys before any of these ask.

import { channel } from "../samen/site.js";

/** @typedef {import("./beeld.js").Beeld} Beeld */
/**
 * @typedef {{ van: string, beeld: Beeld | null } | { van: string, open: true } | { van: string, weg: true }} Verteld by which tab that
 *   leads: a picture, or none any more; that its group is to see it; that it goes, perhaps to come back at once
 * @typedef {{ aan: string, vraag: true } | { aan: string, ga: number }} Gevraagd of which tab, of any when that is empty: what it
 *   shows; to go steps
 * @typedef {Verteld | Gevraagd} Bericht
 */

/**
 * The channel between the windows of who leads and those of their groups: there may be more who lead at the same time.
 * @param {(bericht: Bericht) => void} hear
 * @returns {(bericht: Bericht) => void} tell the other
 */
export const groupChannel = (hear) => channel("groepsscherm", hear);

/** @type {Record<string, number>} */
const STEPS = { ArrowRight: 1, PageDown: 1, ArrowLeft: -1, PageUp: -1 };

/** What a key of a keyboard or of a presenter asks: 1 on, -1 back; 0 where it belongs to what one is in. @param {KeyboardEvent} event */
export function stepOf(event) {
  const { target, key, altKey, ctrlKey, metaKey, shiftKey } = event;
  const busy = target instanceof Element && target.closest("input, select, textarea, summary");
  return busy || altKey || ctrlKey || metaKey || shiftKey ? 0 : (STEPS[key] ?? 0);
}
