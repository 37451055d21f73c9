// What the group sees: a title, one question or step, and a quiet bar where the minutes are the exercise. Never a note, a name or
// how late it is: a picture has no place for these.

import { find, h, rewrite } from "../samen/dom.js";
import { channel } from "../samen/site.js";
import { MINUTE } from "./verloop.js";

/** @typedef {{ van: number, tot: number, stil: number | null }} Balk from when to when, in ms since 1970, and since when it stands still */
/** @typedef {{ titel: string, tekst: string, kiezen?: string[], balk: Balk | null, zwart: boolean }} Beeld */
/**
 * @typedef {{ van: string, beeld: Beeld | null } | { van: string, open: true }} Verteld by which tab that leads: a picture, or none
 *   any more; that its group is to see it
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

/** The picture in its dialog, on a window of its own or over the page of who leads. */
export class Groepsbeeld {
  /** @type {Beeld | null} */
  #beeld = null;

  /** @param {HTMLDialogElement} dialog */
  constructor(dialog) {
    this.dialog = dialog;
    this.time = find(dialog, ".groep-tijd");
    setInterval(() => this.#tick(), 1000);
    document.addEventListener("visibilitychange", () => this.#tick());
  }

  /** @param {Beeld | null} beeld */
  show(beeld) {
    this.#beeld = beeld;
    this.dialog.toggleAttribute("data-zwart", beeld?.zwart ?? false);
    rewrite(find(this.dialog, ".groep-titel"), beeld?.titel ?? "");
    rewrite(find(this.dialog, ".groep-tekst"), beeld?.tekst ?? "");
    const kiezen = beeld?.kiezen ?? [];
    const list = find(this.dialog, ".groep-kiezen");
    list.hidden = !kiezen.length;
    list.replaceChildren(...kiezen.map((one) => h("li", {}, one)));
    this.#tick();
  }

  #tick() {
    const balk = this.#beeld?.balk;
    this.time.hidden = !balk;
    if (!balk || !this.dialog.open) return;
    const left = balk.tot - (balk.stil ?? Date.now());
    const part = Math.min(1, Math.max(0, left / (balk.tot - balk.van)));
    find(this.time, ".groep-balk").style.setProperty("--deel", String(part));
    const minutes = Math.ceil(left / MINUTE);
    rewrite(
      find(this.time, "p"),
      left <= 0 ? "De tijd is om" : `Nog ${minutes} ${minutes === 1 ? "minuut" : "minuten"}`,
    );
  }
}
