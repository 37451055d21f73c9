// Undo and redo: every version of a document with the name of the step that made it. Pure, but for the time it is given.

const MOST_STEPS = 100;
/** ms within which typing in one field is one step. */
const TOGETHER = 2000;

/** @template T */
export class Geschiedenis {
  /** @type {{ document: T, naam: string }[]} what was before each step */
  #before = [];
  /** @type {{ document: T, naam: string }[]} what was after each step that was taken back */
  #after = [];
  /** @type {{ veld: string, time: number } | null} */
  #typing = null;

  /** @param {T} document */
  constructor(document) {
    this.document = document;
  }

  /** The step that can be undone; undefined when there is none. */
  get undoable() {
    return this.#before.at(-1)?.naam;
  }

  /** The step that can be done again. */
  get redoable() {
    return this.#after.at(-1)?.naam;
  }

  /**
   * @param {string} naam what is done, such as `Pauze toegevoegd`
   * @param {T} document what that gives
   * @param {string} [veld] the field that is typed in
   * @param {number} [time] ms
   */
  change(naam, document, veld, time = Date.now()) {
    const same = veld !== undefined && this.#typing?.veld === veld && time - this.#typing.time < TOGETHER;
    if (!same) this.#before.push({ document: this.document, naam });
    if (this.#before.length > MOST_STEPS) this.#before.shift();
    this.#after = [];
    this.#typing = veld === undefined ? null : { veld, time };
    this.document = document;
  }

  /** @returns {string | undefined} the name of the step that was taken back */
  undo() {
    return this.#move(this.#before, this.#after);
  }

  /** @returns {string | undefined} the name of the step that was done again */
  redo() {
    return this.#move(this.#after, this.#before);
  }

  /** @param {{ document: T, naam: string }[]} from @param {{ document: T, naam: string }[]} to */
  #move(from, to) {
    const step = from.pop();
    if (!step) return undefined;
    to.push({ document: this.document, naam: step.naam });
    this.document = step.document;
    this.#typing = null;
    return step.naam;
  }
}
