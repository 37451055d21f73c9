// The field to search with: the best hits first in one list as one types, to be narrowed to one kind.

import { decoded } from "../samen/address/decoded.js";
import { replaceAddress, replaceState } from "../samen/address/entry.js";
import { find, findAll, from, h, opensElsewhere, rewrite, told } from "../samen/dom.js";
import { amount } from "../samen/words.js";
import { takeAlong } from "./along.js";
import { addressWords, named } from "./asked.js";
import { FIRST_HELP, meansDanger, whomToCall } from "./danger.js";
import { Index } from "./index.js";
import { nearest, search } from "./search.js";
import { line, otherwise } from "./shown.js";

/** @import { Hit } from "./search.js" */

const MOST = 25;
const NEAREST = 2;

/** @type {Promise<Index> | undefined} */
let index;

/** The index, fetched once, and again after it failed. @param {string} address */
function load(address) {
  index ??= fetch(address)
    .then((answer) => {
      if (!answer.ok) throw new Error(`the index is not there: ${answer.status}`);
      return answer.json();
    })
    .then((source) => new Index(source));
  index.catch(() => (index = undefined));
  return index;
}

class ZoekVeld extends HTMLElement {
  #input = find(this, "input", HTMLInputElement);
  #status = find(this, ".zoek-stand");
  #kinds = find(this, ".zoek-soorten");
  #results = find(this, ".zoek-uitkomst");
  #help = whomToCall();
  /** @type {Hit[]} */
  #hits = [];
  /** @type {Index | undefined} */
  #index;
  #room = "";
  #most = MOST;
  #turn = 0;

  connectedCallback() {
    find(this, "form").addEventListener("submit", (event) => {
      event.preventDefault();
      // On a phone the key to search with is pressed to see what there is: its keyboard covers half of that.
      if (fine()) this.#openFirst();
      else this.#input.blur();
    });
    this.#input.addEventListener("input", () => {
      this.#most = MOST;
      this.#search();
    });
    this.addEventListener("keydown", (event) => this.#walk(event));
    this.#kinds.before(this.#help);
    this.#kinds.addEventListener("click", (event) => this.#narrow(from(event, "button")));
    this.#results.addEventListener("click", (event) => this.#follow(event));
    addEventListener("online", () => {
      if (!index && this.#input.value) this.#search();
    });
    // What was chosen here before one followed a hit.
    const { soort = "", alle = false } = history.state ?? {};
    this.#room = soort;
    if (alle) this.#most = Infinity;
    load(this.#address).catch(() => {});
    this.#input.value ||= this.#asked;
    // What was typed before this script was there counts too, and what was said of its absence no longer.
    if (this.#input.value) this.#search();
    else if (this.#ofAddress) this.#followAddress();
    else rewrite(this.#status, "");
  }

  get #address() {
    return new URL(told(this, "index"), document.baseURI).href;
  }

  get #root() {
    return new URL(told(this, "root"), document.baseURI);
  }

  /** Whether this is the field of the page that an address with words leads to. */
  get #ownPage() {
    return this.closest("main") !== null && !this.#ofAddress;
  }

  /** Whether it looks for the words of the address, as on the page for what isn't there. */
  get #ofAddress() {
    return this.dataset.adres !== undefined;
  }

  /** What the address of the page asks for, also one that leads nowhere. */
  get #asked() {
    return ((this.#ownPage || this.#ofAddress) && new URLSearchParams(location.search).get("q")) || "";
  }

  /** To a place or a choice on a page of which the address was spoiled by a program that encodes its `#`; else look for its words. */
  #followAddress() {
    const { origin, pathname } = location;
    if (pathname.includes("%23")) location.replace(origin + pathname.replace("%23", "#"));
    else this.#searchAddress();
  }

  /** Look for the words of the address: those of its last part, which names the page, or all where that is no known name. */
  async #searchAddress() {
    const path = decoded(location.pathname.replace(this.#root.pathname, ""));
    const [whole, last] = [path, path.split("/").findLast(addressWords) ?? ""].map(addressWords);
    const loaded = await load(this.#address).catch(() => null);
    const found = loaded && search(loaded, last);
    // What was typed meanwhile counts.
    this.#input.value ||= found?.hits.length && !found.unknown.length ? last : whole;
    if (this.#input.value) this.#search();
    else rewrite(this.#status, "");
  }

  async #search() {
    const typed = this.#input.value.trim();
    const turn = (this.#turn += 1);
    this.#help.hidden = !meansDanger(typed);
    if (this.#ownPage) replaceAddress(typed ? `?q=${encodeURIComponent(typed)}` : location.pathname);
    if (typed.length < 2) return this.#show([], typed ? "Typ nog een letter." : "");
    const joins = index !== undefined;
    let loaded;
    try {
      loaded = await load(this.#address);
    } catch {
      if (turn !== this.#turn) return;
      // What was asked for before this was typed failed; asked for now it may come.
      if (joins) this.#search();
      else this.#show([], told(this, "mislukt"));
      return;
    }
    // What was typed meanwhile has an answer of its own.
    if (turn !== this.#turn) return;
    this.#index = loaded;
    const { hits, unknown } = search(loaded, typed);
    if (!this.#help.hidden) return this.#showHelp(typed, loaded, hits, unknown);
    const hint = fine() ? " Enter opent de eerste." : "";
    if (hits.length && unknown.length) return this.#show(hits, `Niets met ${named(typed, unknown)}. Dit lijkt erop:`);
    if (hits.length) return this.#show(hits, `${amount(hits.length, "pagina", "pagina’s")} gevonden.${hint}`);
    this.#show([], `Niets gevonden voor ‘${typed}’.`);
    this.#results.replaceChildren(...otherwise(nearest(loaded, typed, NEAREST), this.#root));
  }

  /**
   * To who may be in danger: first what helps, then what was asked for by name, and never what only looks like it.
   * @param {string} typed @param {Index} loaded @param {Hit[]} hits @param {string[]} unknown
   */
  #showHelp(typed, loaded, hits, unknown) {
    const sure = unknown.length ? [] : hits;
    const page = loaded.pages.find(({ address }) => address === FIRST_HELP);
    const first = sure.find((hit) => hit.page === page) ?? (page && { page, place: null, words: [], score: Infinity });
    const all = [...new Set([...(first ? [first] : []), ...sure])];
    const lacking = unknown.length ? `Niets met ${named(typed, unknown)}` : `Niets gevonden voor ‘${typed}’`;
    this.#show(all, sure.length ? `${amount(all.length, "pagina", "pagina’s")} gevonden.` : `${lacking}. Begin hier:`);
  }

  /** @param {Hit[]} hits @param {string} status */
  #show(hits, status) {
    this.#hits = hits;
    rewrite(this.#status, status);
    if (!hits.some(({ page }) => page.room === this.#room)) this.#room = "";
    const rooms = [...new Set(hits.map(({ page }) => page.room))];
    this.#kinds.hidden = rooms.length < 2;
    this.#kinds.replaceChildren(...["", ...rooms].map((room) => this.#choice(room)));
    this.#list();
  }

  #list() {
    const found = this.#hits.filter(({ page }) => !this.#room || page.room === this.#room);
    const hits = found.slice(0, this.#most);
    this.#results.replaceChildren(
      ...(hits.length ? [h("ol", {}, ...hits.map((hit) => line(hit, this.#root, this.#index)))] : []),
    );
    if (hits.length < found.length) this.#results.append(h("p", {}, this.#more(found.length - hits.length)));
  }

  /** A button for the hits that are not shown. @param {number} count */
  #more(count) {
    const button = h("button", { type: "button", class: "knop stil" }, `Toon de andere ${count}`);
    button.addEventListener("click", () => {
      this.#most = Infinity;
      this.#list();
      findAll(this.#results, "ol a")[MOST].focus();
    });
    return button;
  }

  /** @param {string} room empty for all */
  #choice(room) {
    const count = this.#hits.filter(({ page }) => !room || page.room === room).length;
    const pressed = String(room === this.#room);
    return h("button", { type: "button", "aria-pressed": pressed, "data-room": room }, `${room || "Alles"} ${count}`);
  }

  /** @param {HTMLElement | null} button */
  #narrow(button) {
    if (!button) return;
    this.#room = told(button, "room");
    this.#most = MOST;
    for (const one of findAll(this.#kinds, "button")) one.setAttribute("aria-pressed", String(one === button));
    this.#list();
  }

  /** @param {MouseEvent} event */
  #follow(event) {
    const link = from(event, "a");
    if (!(link instanceof HTMLAnchorElement)) return;
    if (link.dataset.words) takeAlong(link.href, link.dataset.words.split(" "));
    if (opensElsewhere(event)) return;
    // Who comes back finds what was typed and chosen; an address with words has those already.
    const typed = this.#ownPage ? {} : { zoek: this.#input.value };
    replaceState({ ...history.state, ...typed, soort: this.#room, alle: this.#most > MOST });
    if (!link.dataset.word) return;
    event.preventDefault();
    this.#input.value = link.dataset.word;
    this.#input.focus();
    this.#search();
  }

  async #openFirst() {
    // Who may be in danger is led to whom to call, never away from there.
    if (!this.#help.hidden) return find(this.#help, "a").focus();
    // Enter may come before the answer.
    await index?.catch(() => {});
    findAll(this.#results, "ol a")[0]?.click();
  }

  /** Arrow keys walk from the field through whom to call and the results, and back. @param {KeyboardEvent} event */
  #walk(event) {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (!step) return;
    const numbers = this.#help.hidden ? [] : findAll(this.#help, "a");
    const stops = [this.#input, ...numbers, ...findAll(this.#results, "a")];
    const next = stops[stops.findIndex((one) => one === document.activeElement) + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  }
}

/** Whether one points with something that has a keyboard beside it, as a rule. */
const fine = () => matchMedia("(pointer: fine)").matches;

customElements.define("zoek-veld", ZoekVeld);
