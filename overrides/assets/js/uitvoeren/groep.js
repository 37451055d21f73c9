// The group screen as who leads sees to it: what is on it, in a window of its own, or where that is refused over this page.

import { find } from "../samen/dom.js";
import { choices, forGroup } from "./dias.js";
import { groupChannel } from "./kanaal.js";
import { tab } from "./kept.js";
import { endOf } from "./verloop/beurten.js";
import { clockAt, toMinute } from "./verloop/tijd.js";
import { MINUTE } from "./verloop/verloop.js";

/** @typedef {import("./beeld.js").Beeld} Beeld */
/** @typedef {{ stappen: boolean, kiezen?: boolean, zwart: boolean, balk: { van: number, tot: number } | null }} Toon what the group sees of it */

// On a phone a window of its own would lie over that of who leads.
const HAND = "(hover: none) and (pointer: coarse)";
const BOXES = /** @type {const} */ (["stappen", "kiezen", "zwart"]);

/** What the group sees at first. @type {Toon} */
export const PLAIN = { stappen: false, kiezen: false, zwart: false, balk: null };

export class Groep {
  /** @type {Toon} */
  #toon = PLAIN;
  /** @type {Beeld | null} */
  #beeld = null;
  /** @type {ReturnType<typeof import("./over.js").overThePage> | null} the screen over this page, once it was asked for */
  #over = null;

  /**
   * @param {import("../samen/steps.js").Page} page @param {import("../begeleiden/blokken.js").Aanbod} aanbod
   * @param {(steps: number) => void} go somebody pressed a key before the group screen
   * @param {() => void} changed what the group is to see
   */
  constructor(page, aanbod, go, changed) {
    this.page = page;
    this.aanbod = aanbod;
    this.changed = changed;
    this.address = page.root.dataset.groep ?? "";
    this.dialog = find(page.root, ".groep", HTMLDialogElement);
    this.minutes = find(page.root, "[data-minuten]", HTMLInputElement);
    // There it is what one will ask for, and by then the internet may be lost.
    if (matchMedia(HAND).matches) this.#overThePage();
    this.tell = groupChannel((bericht) => {
      if (!("aan" in bericht) || (bericht.aan && bericht.aan !== tab)) return;
      if ("vraag" in bericht) this.tell({ van: tab, beeld: this.#beeld });
      else go(Math.sign(bericht.ga));
    });
    addEventListener("pagehide", () => this.tell({ van: tab, weg: true }));
    for (const name of BOXES) {
      const box = this.#box(name);
      box.addEventListener("change", () => this.#change({ [name]: box.checked }));
    }
    page.on("zwart", () => this.#change({ zwart: !this.#toon.zwart }));
    page.on("balk", () => this.#bar());
    page.on("sluit", () => this.dialog.close());
  }

  get toon() {
    return this.#toon;
  }

  set toon(toon) {
    this.#toon = toon;
    for (const name of BOXES) this.#box(name).checked = toon[name] ?? false;
    this.page.button("zwart").setAttribute("aria-pressed", String(toon.zwart));
    this.page.button("balk").textContent = this.page.sentence(toon.balk ? "stop-tijd" : "toon-tijd");
  }

  /** Another block: its time is not that of the one before. @param {import("../begeleiden/draaiboek.js").Blok} blok */
  turn(blok) {
    find(this.page.root, ".loop-kiezen").hidden = !choices(this.aanbod, blok).length;
    this.minutes.value = String(this.aanbod.of(blok)?.genoemd ?? blok.minuten);
    this.toon = { ...this.#toon, balk: null };
  }

  /** The clock stood still for so many ms. @param {number} ms */
  shift(ms) {
    const { balk } = this.#toon;
    if (balk) this.toon = { ...this.#toon, balk: { van: balk.van + ms, tot: balk.tot + ms } };
  }

  /**
   * Show the group where it is; without a block nothing any more.
   * @param {import("../begeleiden/draaiboek.js").Blok} [blok] @param {import("./verloop/beurten.js").Loop} [loop]
   */
  show(blok, loop) {
    const beurt = loop?.beurten[loop.nu];
    const { balk, zwart } = this.#toon;
    this.#beeld = null;
    if (blok && loop && beurt) {
      const verder = loop.pauze ? "" : clockAt(toMinute(endOf(beurt)));
      const told = forGroup(this.aanbod, blok, loop.stap, this.#toon, verder);
      this.#beeld = { ...told, balk: balk && { ...balk, stil: loop.pauze }, zwart };
    } else if (this.dialog.open) this.dialog.close();
    this.#over?.picture.show(this.#beeld);
    this.tell({ van: tab, beeld: this.#beeld });
  }

  /** Open it. @returns {Promise<string>} what there is to do about where it came, or that it didn't */
  async open() {
    const hand = matchMedia(HAND).matches;
    if (!hand && window.open(`${this.address}#van=${tab}`, `groepsscherm-${tab}`, "popup")) {
      // A window that is there already stays as it is, also when its picture was closed.
      this.tell({ van: tab, open: true });
      return this.page.sentence("venster");
    }
    const why = hand ? "" : this.page.sentence("geen-venster");
    const over = await this.#overThePage();
    if (!over) return this.page.sentence(hand ? "komt-niet" : "nergens");
    over.open(this.#beeld, why);
    return why;
  }

  /** Null when it doesn't come. */
  async #overThePage() {
    const come = await import("./over.js").catch(() => null);
    if (come) this.#over ??= come.overThePage(this.dialog);
    return this.#over;
  }

  /** @param {(typeof BOXES)[number]} name */
  #box(name) {
    return find(this.page.root, `input[data-${name}]`, HTMLInputElement);
  }

  /** Show how much time is left of what the group does, or no longer. */
  #bar() {
    const [now, minutes] = [Date.now(), this.minutes.valueAsNumber];
    if (this.#toon.balk) this.#change({ balk: null });
    else if (minutes && this.minutes.reportValidity())
      this.#change({ balk: { van: now, tot: now + minutes * MINUTE } });
  }

  /** @param {Partial<Toon>} changed */
  #change(changed) {
    this.toon = { ...this.#toon, ...changed };
    this.changed();
  }
}
