// What the group sees: a title, one question or step, and a quiet bar where the minutes are the exercise. Never a note, a name or
// how late it is: a picture has no place for these.

import { find, h, rewrite } from "../samen/dom.js";
import { MINUTE } from "./verloop/verloop.js";

/** @typedef {{ van: number, tot: number, stil: number | null }} Balk from when to when, in ms since 1970, and since when it stands still */
/** @typedef {{ titel: string, tekst: string, polen?: [string, string], kiezen?: string[], balk: Balk | null, zwart: boolean }} Beeld */

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
    const polen = beeld?.polen ?? [];
    const line = find(this.dialog, ".groep-lijn");
    line.hidden = !polen.length;
    line.replaceChildren(...polen.map((one) => h("span", {}, one)));
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
