// The plan as it is now, with what came before it: every change goes through here, and who shows something of it hears of it.

import { MOST_BLOCKS, empty } from "../begeleiden/draaiboek.js";
import { Geschiedenis } from "../begeleiden/geschiedenis.js";
import { hasMore } from "../begeleiden/link.js";
import { randomName } from "../samen/random.js";

/** @typedef {import("../begeleiden/draaiboek.js").Draaiboek} Draaiboek */

/** A plan with what calendars know it by, from its first version on: no step that is taken back changes that. @param {Draaiboek} plan */
const named = (plan) => ({ ...plan, agenda: plan.agenda ?? randomName(16) });

export class Staat {
  /** Said of what one may regret; what hovers nowhere seldom has keys. */
  regret = `Ongedaan maken kan${matchMedia("(hover: none)").matches ? "" : ", ook met Ctrl+Z"}.`;
  #history = new Geschiedenis(empty());
  /** @type {((other: boolean) => void)[]} */
  #shows = [];
  /** @type {Draaiboek | null} the plan as it was last put in a file, or came from one */
  #inFile = null;
  /** @type {Map<string | undefined, Draaiboek>} plans that made place for another and are nowhere else, by what calendars know them by */
  #left = new Map();
  /** What other tabs know this one by. */
  tab = randomName(16);

  /**
   * @param {import("../begeleiden/blokken.js").Aanbod} aanbod
   * @param {(sentence: string, done?: boolean) => void} say what was done passes; what there is to do stays until the next change
   */
  constructor(aanbod, say) {
    this.aanbod = aanbod;
    this.say = say;
    /** The meeting that new blocks are put in. */
    this.meeting = this.plan.bijeenkomsten[0].id;
  }

  /** @returns {Draaiboek} */
  get plan() {
    return this.#history.document;
  }

  get undoable() {
    return this.#history.undoable;
  }

  get redoable() {
    return this.#history.redoable;
  }

  /** Whether the plan has something that neither a file nor the address holds. */
  get unsaved() {
    return this.#isUnsaved(this.plan);
  }

  /** Whether closing the page would lose something, of the plan or of one that only comes back by going back. */
  get atRisk() {
    return this.unsaved || this.#left.size > 0;
  }

  /** @param {Draaiboek} plan */
  #isUnsaved(plan) {
    return plan !== this.#inFile && hasMore(plan);
  }

  /** A plan that made place for another, with all that is in no address. @param {string | undefined} agenda */
  left(agenda) {
    return this.#left.get(agenda);
  }

  /** @param {(other: boolean) => void} show called after every change, with whether it is another plan now */
  onChange(show) {
    this.#shows.push(show);
  }

  /** A part of the page that is fetched when it is asked for; null, which is told, when it doesn't come. @template T @param {Promise<T>} coming */
  async fetched(coming) {
    try {
      return await coming;
    } catch {
      this.say(
        "Dat lukt nu niet. Controleer je internet, en laad dan de pagina opnieuw: misschien is de site vernieuwd.",
      );
      return null;
    }
  }

  /** A meeting in which one more block fits; undefined, which is told, when none does. @param {string} meeting id */
  roomIn(meeting) {
    const found = this.plan.bijeenkomsten.find(({ id, blokken }) => id === meeting && blokken.length < MOST_BLOCKS);
    if (!found) this.say(`In een bijeenkomst passen hoogstens ${MOST_BLOCKS} blokken.`);
    return found;
  }

  /** The first plan, which can't be undone. @param {Draaiboek} plan */
  begin(plan) {
    this.#history = new Geschiedenis(named(plan));
    this.#show();
  }

  /** @param {string} naam of the step @param {Draaiboek} plan @param {string} [sentence] said once it is done @param {string} [veld] that is typed in */
  change(naam, plan, sentence = "", veld) {
    this.#history.change(naam, plan, veld);
    this.#show();
    this.say(sentence, true);
  }

  /**
   * Go on with another plan, in which the same ids name other things.
   * @param {string} naam @param {Draaiboek} plan @param {string} sentence @param {boolean} [asked] whether what is lost may be
   */
  replace(naam, plan, sentence, asked) {
    const before = this.plan;
    this.#history.change(naam, named(plan));
    if (!asked) this.#leave(before);
    this.#show(true);
    this.say(sentence, true);
  }

  /** @param {"undo" | "redo"} how */
  go(how) {
    const before = this.plan;
    const naam = this.#history[how]();
    if (naam === undefined) {
      this.say(how === "undo" ? "Er is niets om ongedaan te maken." : "Er is niets om opnieuw te doen.");
      return;
    }
    this.#leave(before);
    this.#show();
    this.say(`${how === "undo" ? "Ongedaan gemaakt" : "Opnieuw gedaan"}: ${naam}.`, true);
  }

  /** The plan is in a file now. */
  kept() {
    this.#inFile = this.plan;
    this.#left.delete(this.plan.agenda);
    this.#show();
  }

  /** @param {Draaiboek} before what was there until now */
  #leave(before) {
    if (this.#isUnsaved(before)) this.#left.set(before.agenda, before);
    this.#left.delete(this.plan.agenda);
  }

  #show(other = false) {
    const meetings = this.plan.bijeenkomsten;
    if (!meetings.some(({ id }) => id === this.meeting)) this.meeting = meetings[meetings.length - 1].id;
    for (const show of this.#shows) show(other);
  }
}
