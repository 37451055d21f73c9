// Leading one meeting: what each button and key does, and that it is remembered after each.

import { shortest } from "../begeleiden/draaiboek.js";
import { atHand, planned } from "../begeleiden/tijden.js";
import { find } from "../samen/dom.js";
import { keepToo } from "../samen/offline/worker.js";
import { slides } from "./dias.js";
import { Groep, PLAIN } from "./groep.js";
import { stepOf } from "./kanaal.js";
import { isWiped, keep, named, wipe } from "./kept.js";
import { Scherm } from "./scherm.js";
import * as turns from "./verloop/beurten.js";
import { Klok, passed } from "./verloop/klok.js";
import { clockAt, toMinute } from "./verloop/tijd.js";

/** @typedef {import("./kept.js").Kept} Kept */
/** @typedef {import("../begeleiden/draaiboek.js").Blok} Blok */

export class Leiding {
  /** @type {Kept | null} */
  #now = null;
  /** @type {number | null} ms that were left of this block when that was last looked at */
  #over = null;
  /** @type {number | null} the same of what the group does */
  #groupOver = null;
  /** @type {Promise<void | typeof import("./verloop/signaal.js")> | undefined} */
  #signal;

  /** @param {import("../samen/steps.js").Page} page @param {import("../begeleiden/blokken.js").Aanbod} aanbod @param {() => void} done */
  constructor(page, aanbod, done) {
    this.page = page;
    this.aanbod = aanbod;
    this.done = done;
    this.scherm = new Scherm(page, aanbod);
    this.klok = new Klok(
      () => this.#tick(),
      () => this.scherm.say(page.sentence("scherm-uit"), "zegt", 0),
    );
    const go = (/** @type {number} */ steps) => this.#go(steps);
    this.groep = new Groep(page, aanbod, go, () => this.remember());
    // At once, for who begins may have lost the internet by then.
    keepToo(this.groep.address);
    this.#listen();
  }

  /** @param {import("../begeleiden/draaiboek.js").Draaiboek} plan @param {number} nr which meeting @param {number} einde @param {boolean} hoor */
  begin(plan, nr, einde, hoor) {
    const blokken = planned(plan.bijeenkomsten[nr]).map(turn);
    this.resume({ id: named(), plan, nr, loop: turns.begin(blokken, einde, Date.now()), toon: PLAIN, hoor });
  }

  /** @param {Kept} now */
  resume(now) {
    this.#now = now;
    this.scherm.blokken = new Map(this.#meeting.blokken.map((blok) => [blok.id, blok]));
    const blok = this.scherm.blok(now.loop);
    if (blok) this.groep.turn(blok);
    this.groep.toon = now.toon;
    // Only who asks for it hears it, so it comes by itself; without it the time is still to be seen.
    this.#signal = now.hoor ? import("./verloop/signaal.js").catch(() => {}) : undefined;
    this.remember();
    this.#show();
  }

  /** Nothing is led any more; what is remembered stays. */
  stop() {
    this.#now = null;
    this.klok.stop();
    this.groep.show();
  }

  /** The name of the meeting that is led, or has just been. */
  get leads() {
    return this.#now?.id;
  }

  /** Have this place in the history of the tab know where it is, too, for a reload here; unless it was wiped at another place. */
  remember() {
    if (this.#now && isWiped(this.#now.id)) location.reload();
    else this.#change((loop) => loop);
  }

  get #meeting() {
    const { plan, nr } = /** @type {Kept} */ (this.#now);
    return plan.bijeenkomsten[nr];
  }

  #listen() {
    const { page } = this;
    /** @type {Record<string, (loop: turns.Loop, now: number) => turns.Loop>} */
    const changes = {
      langer: (loop) => turns.longer(loop, 5),
      "ga-door": turns.onward,
      stop: turns.stop,
      "toch-verder": (loop, now) => (loop.nu < loop.beurten.length ? { ...loop, klaar: null } : this.#back(loop, now)),
      "laat-zo": turns.leave,
      "neem-over": turns.take,
    };
    for (const [name, change] of Object.entries(changes)) page.on(name, () => this.#change(change, name));
    page.on("verder", () => this.#go(1));
    page.on("terug", () => this.#go(-1));
    page.on("pauze", () => this.#pause());
    page.on("hoelang", () => this.#tell("hoelang"));
    page.on("groep", async () => this.scherm.say(await this.groep.open(), "zegt", 0));
    page.on("wis", () => {
      wipe();
      this.done();
    });
    document.addEventListener("keydown", (event) => this.#key(event));
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (!this.#now || this.#now.loop.klaar !== null || event.defaultPrevented) return;
    const open = document.querySelector("dialog[open], :popover-open");
    if (open && open !== this.groep.dialog) return;
    if (event.key === "Escape" && !open) return this.#change(turns.stop);
    const step = stepOf(event);
    if (!step) return;
    event.preventDefault();
    // A key on which something rests would run through the whole meeting.
    if (!event.repeat) this.#go(step);
  }

  /** A step on or back; past the last one the next block. @param {number} step */
  #go(step) {
    this.#change((loop, now) => {
      const blok = this.scherm.blok(loop);
      if (!blok || loop.klaar !== null) return loop;
      const stap = loop.stap + step;
      if (stap < 0) return this.#back(loop, now);
      return stap < slides(this.aanbod, blok).length ? { ...loop, stap } : turns.onward(loop, now);
    });
    this.page.toTop();
  }

  /** @param {turns.Loop} loop @param {number} now */
  #back(loop, now) {
    const blok = this.scherm.blokken.get(loop.beurten[turns.preceding(loop)]?.id ?? "");
    return blok ? turns.back(loop, slides(this.aanbod, blok).length - 1, now) : loop;
  }

  #pause() {
    this.#change((loop, now) => {
      if (loop.pauze === null) return turns.pause(loop, now);
      this.groep.shift(now - loop.pauze);
      return turns.resume(loop, now);
    });
    // It is seen at the clock.
    this.#tell(this.#now?.loop.pauze ? "pauze" : "loopt-weer", "signaal");
  }

  /** @param {(loop: turns.Loop, now: number) => turns.Loop} change @param {string} [name] of a sentence, if there is one to say */
  #change(change, name = "") {
    if (!this.#now) return;
    const before = this.#now.loop;
    const loop = change(before, Date.now());
    const blok = this.scherm.blok(loop);
    if (blok && loop.nu !== before.nu) this.groep.turn(blok);
    this.#now = { ...this.#now, loop, toon: this.groep.toon };
    keep(this.#now);
    // Another block, or more minutes for this one: nothing has passed by that.
    this.#over = this.#groupOver = null;
    // What was asked for is heard before what comes of it; what was said before has been read by now.
    if (this.page.sentences.has(name)) this.#tell(name);
    else this.scherm.say("");
    if (loop.klaar === null) this.scherm.draw(loop);
    if (loop.klaar !== before.klaar) this.#show();
    this.#tick();
    this.groep.show(loop.klaar === null ? blok : undefined, loop);
  }

  /** Show the step of the page that belongs to where it is. */
  #show() {
    if (!this.#now) return;
    const { loop } = this.#now;
    if (loop.klaar === null) {
      this.klok.start();
      this.#reserve();
      return this.page.step("loopt");
    }
    this.klok.stop();
    const done = loop.nu >= loop.beurten.length ? "einde" : "gestopt";
    this.page.fill("einde", this.page.sentence(done, { nu: clockAt(loop.klaar) }));
    // Only now it is read, so it comes by itself; without it one has ended all the same.
    import("./einde.js").then(
      ({ tellResults }) => tellResults(this.page, this.scherm, loop),
      () => {},
    );
    return this.page.step("klaar");
  }

  #tick() {
    if (!this.#now || this.#now.loop.klaar !== null) return;
    const { loop, toon } = this.#now;
    const now = Date.now();
    const { over } = this.scherm.tick(loop, now);
    if (loop.pauze !== null) return;
    const groupOver = toon.balk && toon.balk.tot - now;
    const told = passed(this.#over ?? over, over) !== undefined;
    const ended = groupOver !== null && passed(this.#groupOver ?? groupOver, groupOver) === 0;
    [this.#over, this.#groupOver] = [over, groupOver];
    if (!told && !ended) return;
    this.scherm.say(ended ? this.page.sentence("groep-om") : this.scherm.left(over), ended ? "zegt" : "signaal");
    this.#signal?.then((it) => it?.ring());
  }

  /** Say how it stands now. @param {string} name of a sentence @param {"zegt" | "signaal"} [where] */
  #tell(name, where) {
    if (!this.#now) return;
    const { over, eindigt } = turns.standing(this.#now.loop, Date.now());
    const values = { over: this.scherm.left(over), eindigt: clockAt(toMinute(eindigt)) };
    this.scherm.say(this.page.sentence(name, values), where);
  }

  /** @param {string} id of a block that was kept at hand */
  #insert(id) {
    const blok = this.scherm.blokken.get(id);
    if (!blok) return;
    this.#change((loop) => turns.insert(loop, turn({ ...blok, ...this.aanbod.time(blok.wat) })), "hierna");
    this.#reserve();
    // The button is gone.
    find(this.page.root, ".loop-meer summary").focus();
  }

  /** What is still at hand. */
  #reserve() {
    const taken = new Set(this.#now?.loop.beurten.map(({ id }) => id));
    const left = atHand(this.#meeting).filter(({ id }) => !taken.has(id));
    this.scherm.reserve(left, (id) => this.#insert(id));
  }
}

/** @param {Blok} blok */
const turn = (blok) => ({ id: blok.id, wat: blok.wat, minuten: blok.minuten, kort: shortest(blok) });
