// What this tab knows: the reflections, the one being made, whether keeping is on, and what other tabs do.

import { today } from "../../samen/words.js";
import { Draft, newId } from "./draft.js";
import { empty, filled, findIn, isIn, merge, newestFirst, putIn, without } from "./document.js";
import { Refusal } from "../../samen/readers.js";
import { KEY, clear, clearOwn, look, otherTabs, save } from "./storage.js";
import { Traces } from "./traces.js";

/** @typedef {import("./document.js").Reflectie} Reflectie */
/** @typedef {import("./document.js").Document} Document */

/**
 * @typedef {"list" | "news" | "removed" | "wiped" | "message"} Event `list` when the reflections or the keeping changed, `news`
 *   when another tab changed the one being made, `removed` when that one is gone, `wiped` when everything is, `message` with a
 *   sentence
 */

export class State {
  /** @type {Document} everything but what was changed in the draft */
  document = empty();
  draft = new Draft(() => this.write());
  keeping = false;
  /** Whether something on the device may not be written over. */
  locked = false;
  #failed = false;
  #traces = new Traces();
  #tell = otherTabs((news) => this.#hear(news));
  #events = new EventTarget();

  /** Look what is kept. @returns {string} what the person should know; empty when nothing */
  begin() {
    addEventListener("storage", ({ key, newValue }) => {
      if (key === KEY && newValue && this.keeping) this.#refresh();
    });
    const found = look();
    this.keeping = found.on;
    this.locked = found.locked;
    this.document = found.document;
    return found.sentence;
  }

  /** @param {Event} name @param {(sentence: string) => void} act */
  on(name, act) {
    this.#events.addEventListener(name, (event) => act(event instanceof CustomEvent ? event.detail : ""));
  }

  /** All that has something in it, the newest first. @returns {Reflectie[]} */
  get reflecties() {
    return newestFirst(filled(this.document));
  }

  /** Whether closing the page would lose something. */
  get unsaved() {
    return (!this.keeping || this.#failed) && this.document.nieuw && this.reflecties.length > 0;
  }

  /** The one being made. */
  get current() {
    return this.draft.current;
  }

  /** @param {Pick<Reflectie, "velden" | "vragen" | "bestuurder" | "samen">} choice */
  start(choice) {
    this.write();
    this.draft.start(choice);
  }

  /** @param {string} id */
  open(id) {
    this.write();
    const found = findIn(this.document, id);
    if (found) this.draft.take(found);
  }

  /** Put what has changed with the rest, on the device if that is on. */
  write() {
    const { draft } = this;
    if (!draft.current || !draft.changed.size) return;
    const mine = structuredClone(draft.current);
    const changed = [...draft.changed];
    if (this.#put((document) => filled(putIn(document, mine, changed)), { [mine.id]: changed })) draft.changed.clear();
    if (draft.current) {
      draft.take(findIn(this.document, mine.id) ?? draft.current);
      this.#traces.put(draft.current, changed);
    }
    this.#say("list");
  }

  /** @throws {Refusal} when it can't be kept */
  keep() {
    this.write();
    const mine = this.document;
    this.document = save((found) => (found.reflecties.length ? merge(found, mine, newId).document : mine), true);
    this.keeping = true;
    this.#failed = false;
    this.#tell({ kind: "saved", parts: {} });
    this.#say("list");
  }

  /** Take everything off the device; this page still has it. */
  stopKeeping() {
    this.write();
    clear();
    this.keeping = false;
    this.document = { ...this.document, nieuw: this.reflecties.length > 0 };
    this.#tell({ kind: "off" });
    this.#say("list");
  }

  /** @param {Document} other @throws {Refusal} when it can't be kept @returns how many were put in, and how */
  add(other) {
    this.write();
    let counts = { added: 0, same: 0, different: 0 };
    const ids = Object.fromEntries(other.reflecties.map((one) => [one.id, []]));
    this.#put(
      (document) => {
        const { document: both, ...rest } = merge(document, other, newId);
        counts = rest;
        return both;
      },
      ids,
      true,
    );
    this.#traces.add(this.document.reflecties);
    this.#say("list");
    return counts;
  }

  /** Take one out. @param {string} id */
  remove(id) {
    this.write();
    this.#drop(id);
    this.#put((document) => without(document, id));
    this.#tell({ kind: "removed", id });
    this.#say("list");
  }

  /** A copy has been taken out; making it takes a while, in which one may write on. @param {Document} copy */
  copied(copy) {
    this.write();
    this.#put((document) => ({ ...document, kopie: today(), nieuw: !isIn(document, copy) }));
    this.#say("list");
  }

  /** Everything, here, on the device and in other tabs. */
  wipe() {
    this.#forget();
    try {
      clear();
    } catch {
      // Where storage is forbidden, nothing was kept.
    }
    this.#tell({ kind: "wiped" });
    this.#say("wiped");
  }

  /**
   * @param {(document: Document) => Document} change
   * @param {Record<string, string[]>} parts what that changes, by reflection
   * @param {boolean} strict throw when it can't be kept, with nothing changed
   * @returns {boolean} whether it is where it should be
   */
  #put(change, parts = {}, strict = false) {
    this.#traces.back(Object.keys(parts));
    if (!this.keeping) {
      this.document = change(this.document);
      return true;
    }
    try {
      this.document = save(change);
      if (this.#failed) this.#say("message", "Het bewaren lukt weer.");
      this.#failed = false;
      this.#tell({ kind: "saved", parts });
      return true;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if (error.kind === "wiped") {
        this.#forget();
        this.#say("wiped");
        return true;
      }
      if (strict) throw error;
      this.#failed = true;
      this.document = change(this.document);
      this.#say("message", error.message);
      return false;
    }
  }

  #forget() {
    this.draft.drop();
    this.#traces.clear();
    this.document = empty();
    this.keeping = this.locked = this.#failed = false;
  }

  /** @param {string} id of a reflection that is taken out @returns {boolean} whether it was the one being made */
  #drop(id) {
    this.#traces.drop(id);
    this.document = without(this.document, id);
    if (this.current?.id !== id) return false;
    this.draft.drop();
    return true;
  }

  /** @param {import("./storage.js").News} news */
  #hear({ kind, id, parts }) {
    if (kind === "wiped") {
      if (this.keeping) clearOwn();
      this.#forget();
      this.#say("wiped");
    } else if (kind === "off") {
      if (this.keeping) clearOwn();
      this.keeping = false;
    } else if (kind === "removed" && id) {
      if (this.#drop(id)) this.#say("removed");
      if (this.keeping) this.#refresh();
    } else if (kind === "saved" && this.keeping) {
      this.#refresh(parts);
    }
    this.#say("list");
  }

  /**
   * Take over what is on the device, after putting back what went missing.
   * @param {Record<string, string[]>} theirs what another tab says that it changed
   */
  #refresh(theirs = {}) {
    this.#traces.yield(theirs);
    const found = look();
    if (!found.on) return;
    this.document = found.document;
    if (this.#traces.repaired(found.document) !== found.document) {
      this.#put((document) => this.#traces.repaired(document), this.#traces.parts);
    }
    const there = this.current && findIn(this.document, this.current.id);
    if (this.current && there) {
      const both = putIn(this.document, this.current, this.draft.changed);
      this.draft.take(findIn(both, there.id) ?? there);
      this.#say("news");
    }
    this.#say("list");
  }

  /** @param {Event} name @param {string} [sentence] */
  #say(name, sentence = "") {
    this.#events.dispatchEvent(new CustomEvent(name, { detail: sentence }));
  }
}
