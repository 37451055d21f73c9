// Taking the site along: the whole of it, each deck apart, what stands on the device by now, and wiping that.

import { TakenGroup, megabytes } from "./meenemen/group.js";
import { keepOnly, offered, settle, taken } from "./meenemen/taking.js";
import { find, h } from "./samen/dom.js";
import { isRead } from "./samen/offline/read.js";
import { say } from "./samen/say.js";
import { root } from "./samen/site.js";
import { TITLE } from "./samen/offline/stores.js";
import { NOT_WIPED, forgetWorker } from "./samen/offline/wipe.js";
import { STORES } from "./samen/offline/worker.js";
import { amount, enumerate } from "./samen/words.js";

/** @typedef {import("./meenemen/taking.js").List} List */

const CANNOT =
  "Je browser kan hier niets bewaren. In een privévenster is dat vaak zo, en ook in een oude browser. De site lezen kan gewoon, met internet.";
const OFFLINE = "De site antwoordt nu niet. Meenemen kan als je weer internet hebt.";
const WIPED =
  "Alles is gewist: er staat geen pagina van deze site meer op dit apparaat. Lees je verder, dan bewaart je browser opnieuw wat je leest.";

/** Ask that no browser clears by itself what was taken along; one may ask the reader first, and nothing waits for that. */
function stayHere() {
  navigator.storage?.persist?.().catch(() => {});
}

class MeeNemen extends HTMLElement {
  /** @type {TakenGroup[]} */
  #groups = [];

  async connectedCallback() {
    find(this, ".zonder-script").remove();
    const whether = await possible();
    const refusal = find(this, ".mee-kan-niet");
    refusal.hidden = whether;
    if (!whether) {
      refusal.textContent = CANNOT;
      return;
    }
    find(this, ".mee-alles").hidden = false;
    find(this, "[data-doe=wis]").addEventListener("click", () => this.#wipe());
    addEventListener("online", () => {
      if (!this.#groups.length) this.#offer();
    });
    // Another page, or this one before, may have taken something along or wiped all.
    const again = () => {
      this.#showHere();
      this.#show();
    };
    addEventListener("pageshow", ({ persisted }) => persisted && again());
    document.addEventListener("visibilitychange", () => document.hidden || again());
    this.#showHere();
    await this.#offer();
  }

  /** Show what there is to take along, once the host has said that. */
  async #offer() {
    const list = await offered().catch(() => undefined);
    const whole = await taken(STORES.whole);
    // Who came online or wiped all meanwhile has asked twice.
    if (this.#groups.length) return;
    find(this, ".mee-sets").hidden = !list;
    if (list) {
      this.#groups = [this.#site(list), ...this.#decks(list)];
      this.#show();
      return;
    }
    const state = find(this, "[data-groep=site] .mee-stand");
    say(state, whole ? `De hele site staat op dit apparaat. ${OFFLINE}` : OFFLINE);
    find(this, "[data-groep=site] button").hidden = true;
  }

  #show() {
    for (const group of this.#groups) group.show();
  }

  /** @param {List} list */
  #site(list) {
    const next = find(this, ".mee-sets summary");
    return new TakenGroup(find(this, "[data-groep=site]"), STORES.whole, list.site, {
      take: "Neem de hele site mee",
      next,
      before: async () => {
        const there = await taken(STORES.whole);
        return there && (JSON.stringify(there.site) === JSON.stringify(list.site) ? "this" : "earlier");
      },
      done: async () => {
        await settle(STORES.whole, list);
        await forgetVisited();
        this.#showHere();
        stayHere();
      },
    });
  }

  /** @param {List} list */
  #decks({ sets }) {
    const [template, next] = [find(this, "template", HTMLTemplateElement), find(this, ".mee-sets summary")];
    return sets.map((set) => {
      const row = find(/** @type {DocumentFragment} */ (template.content.cloneNode(true)), "li");
      find(row, "b").textContent = set.titel;
      find(row, "progress").setAttribute("aria-label", `Voortgang van ${set.titel}`);
      find(this, ".mee-sets ul").append(row);
      const done = async () => {
        await keepOnly(STORES.decks, ...sets);
        this.#showHere();
        stayHere();
      };
      return new TakenGroup(row, STORES.decks, set, { take: "Neem mee", name: set.titel, next, done });
    });
  }

  async #showHere() {
    const pages = await visited();
    const whole = await taken(STORES.whole);
    const read = `${amount(pages.length, "pagina", "pagina’s")} die je las`;
    const site = whole && `de hele site (${megabytes(whole.site.bytes)})`;
    const all = [...(site ? [site] : []), ...(pages.length ? [read] : [])];
    const here = find(this, ".mee-hier");
    const told = `Op dit apparaat: ${enumerate(all) || "nog niets van deze site"}.`;
    // Who only comes back to the page doesn't hear it once more.
    if (here.textContent !== told) say(here, told);
    const list = find(this, ".mee-bezocht");
    list.hidden = !pages.length;
    const items = pages.map(({ url, title }) => h("li", {}, h("a", { href: url }, title)));
    find(list, "ul").replaceChildren(...items);
  }

  async #wipe() {
    const told = find(this, ".mee-gewist");
    say(told, "Bezig met wissen …");
    await Promise.all(this.#groups.map((group) => group.stop()));
    say(told, (await forgetWorker()) ? WIPED : NOT_WIPED);
    await this.#showHere();
    if (this.#groups.length) this.#show();
    else await this.#offer();
  }
}

/** Whether this browser can keep anything here. */
async function possible() {
  if (!("serviceWorker" in navigator) || !("caches" in globalThis) || !("DecompressionStream" in globalThis))
    return false;
  try {
    await caches.keys();
    return true;
  } catch {
    return false;
  }
}

/** The pages that were read, by address and title. */
async function visited() {
  if (!(await caches.has(STORES.visited))) return [];
  const store = await caches.open(STORES.visited);
  const pages = (await store.keys()).filter(({ url }) => isRead(url, root));
  return Promise.all(
    pages.map(async ({ url }) => {
      const title = (await store.match(url))?.headers.get(TITLE);
      return { url, title: title ? asText(decodeURIComponent(title)) : url.slice(root.href.length) };
    }),
  );
}

/** Words as HTML has them, such as `Hulp &amp; zorg`. @param {string} html */
const asText = (html) => new DOMParser().parseFromString(html, "text/html").body.textContent ?? "";

/** What was read is in the whole site too, and that is newer. */
async function forgetVisited() {
  if (!(await caches.has(STORES.visited))) return;
  const store = await caches.open(STORES.visited);
  for (const request of await store.keys()) if (isRead(request.url, root)) await store.delete(request);
}

customElements.define("mee-nemen", MeeNemen);
