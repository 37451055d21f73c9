// Search: opened with "/" or the button, loads the Pagefind index only when used, shows results by kind.

import { find, findAll, from, h, told } from "./samen/dom.js";

/**
 * @typedef {object} Part a page, or a part of one, that has the words
 * @property {string} url
 * @property {string} excerpt
 * @property {string} [title]
 * @property {unknown[]} [locations]
 * @typedef {Part & { meta: { title: string, soort?: string }, sub_results?: Part[] }} Page
 */

const KINDS = [
  "Spanningsvelden",
  "Werkkaarten",
  "Begrippen",
  "Modellen",
  "Verhalen",
  "Podcast",
  "Bronnen",
  "Print kaarten",
  "Over",
];
const MOST = 30;
const FAILED = "Zoeken lukt nu niet. Ben je offline? Bij ‘Zoeken, van A tot Z’ staan alle pagina’s op een rij.";

class ZoekVeld extends HTMLElement {
  input = find(this, "input", HTMLInputElement);
  #status = find(this, ".zoek-stand");
  #results = find(this, ".zoek-uitkomst");
  #attempt = 0;
  #turn = 0;
  /** @type {Promise<any> | undefined} */
  #index;

  connectedCallback() {
    find(this, "form").addEventListener("submit", (event) => {
      event.preventDefault();
      this.#links()[0]?.focus();
    });
    this.input.addEventListener("input", () => this.search());
    this.addEventListener("keydown", (event) => this.#walk(event));
  }

  get #address() {
    return new URL(told(this, "index"), document.baseURI);
  }

  /** Load the index, once. Called on focus too, so that it is there when the first letters are. */
  load() {
    // Browsers and Pagefind remember a failure by its address, so each new attempt has its own.
    this.#index ??= import(`${this.#address.href}?${this.#attempt}`).then(async (pagefind) => {
      await pagefind.options({ excerptLength: 18 });
      await pagefind.init();
      return pagefind;
    });
    return this.#index;
  }

  async search() {
    const words = this.input.value.trim();
    const turn = (this.#turn += 1);
    if (words.length < 2) {
      this.#show([], words ? "Typ nog een letter." : "");
      return;
    }
    let found;
    try {
      found = await this.#find(words);
    } catch {
      this.#index = undefined;
      this.#attempt += 1;
    }
    // What was typed meanwhile has an answer of its own, or gets one.
    if (found === null || turn !== this.#turn) return;
    if (!found) this.#show([], FAILED);
    else if (!found.length) this.#show([], `Niets gevonden voor ‘${words}’. Probeer een korter of ander woord.`);
    else if (found.length === 1) this.#show(found, "1 pagina gevonden.");
    else this.#show(found, `${found.length}${found.length === MOST ? " of meer" : ""} pagina’s gevonden.`);
  }

  /** @param {string} words @returns {Promise<Page[] | null>} null when a later keystroke took over */
  async #find(words) {
    const pagefind = await this.load();
    const search = await pagefind.debouncedSearch(words, {}, 120);
    if (search === null) return null;
    /** @type {{ data: () => Promise<Page> }[]} */
    const results = search.results.slice(0, MOST);
    const pages = await Promise.all(results.map((result) => result.data()));
    // Pagefind meets an unknown word with its first letters; one or two of them say nothing.
    const meant = words.length > 2 ? pages.filter(isMeant) : pages;
    // Without its index Pagefind finds nothing and doesn't say why.
    if (!meant.length) {
      const answer = await fetch(new URL("pagefind-entry.json", this.#address), { cache: "no-store" });
      if (!answer.ok) throw new Error(`the index is not there: ${answer.status}`);
    }
    return meant;
  }

  /** @param {Page[]} pages @param {string} status */
  #show(pages, status) {
    this.#status.textContent = status;
    this.#results.replaceChildren();
    const kinds = new Set([...KINDS, ...pages.map(kindOf)]);
    for (const kind of kinds) {
      const hits = pages.filter((page) => kindOf(page) === kind).map(hit);
      if (hits.length) this.#results.append(h("section", {}, h("h2", {}, kind), h("ul", {}, ...hits)));
    }
  }

  #links() {
    return findAll(this.#results, "a");
  }

  /** Arrow keys walk from the field through the results and back. @param {KeyboardEvent} event */
  #walk(event) {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (!step) return;
    const stops = [this.input, ...this.#links()];
    const next = stops[stops.findIndex((one) => one === document.activeElement) + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  }
}

/** Whether what was found on `page` is more than a letter or two. @param {Page} page */
function isMeant(page) {
  const hits = [...page.excerpt.matchAll(/<mark>(.*?)<\/mark>/g)].map(([, mark]) =>
    mark.replace(/[^\p{L}\p{N}]/gu, ""),
  );
  return hits.length === 0 || hits.some((mark) => mark.length > 2);
}

/** @param {Page} page */
const kindOf = (page) => page.meta.soort ?? "Over";

/** @param {Page} page */
function hit(page) {
  // The best matching part of the page, when that isn't its top.
  const part =
    page.sub_results?.toSorted?.((a, b) => (b.locations?.length ?? 0) - (a.locations?.length ?? 0))[0] ?? page;
  const title = h("b", {}, page.meta.title);
  if (part.title && part.title !== page.meta.title) title.append(` › ${part.title.replace(/\s*#$/, "")}`);
  return h("li", {}, h("a", { href: part.url }, title, excerpt(part.excerpt)));
}

/** Pagefind puts hits in <mark> and escapes these two signs elsewhere; it is taken as text. @param {string} marked */
function excerpt(marked) {
  const pieces = marked.split(/<\/?mark>/).map((text) => text.replaceAll("&lt;", "<").replaceAll("&gt;", ">"));
  return h("span", {}, ...pieces.map((text, index) => (index % 2 ? h("mark", {}, text) : text)));
}

customElements.define("zoek-veld", ZoekVeld);

const dialog = find(document, ".zoekvenster", HTMLDialogElement);
const onPage = document.querySelector("main zoek-veld");

function open() {
  const field = onPage instanceof ZoekVeld ? onPage : find(dialog, "zoek-veld", ZoekVeld);
  if (field !== onPage && !dialog.open) dialog.showModal();
  field.input.focus();
  field.input.select();
  field.load()?.catch(() => {});
}

document.addEventListener("keydown", (event) => {
  const typing = from(event, "input:not([type=radio]), textarea, select, [contenteditable]");
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || typing) return;
  event.preventDefault();
  open();
});
for (const opener of findAll(document, ".zoek-open")) {
  opener.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open();
  });
}
dialog.addEventListener("keydown", (event) => {
  // In a search field with words in it, Escape would empty the field first.
  if (event.key === "Escape") {
    event.preventDefault();
    dialog.close();
  }
});
find(dialog, "[data-sluit]").addEventListener("click", () => dialog.close());
dialog.addEventListener("click", (event) => {
  // A click beside the window closes it; a result on this same page only moves the page behind it.
  if (event.target === dialog || from(event, "a")) dialog.close();
});

if (onPage instanceof ZoekVeld) {
  const asked = new URLSearchParams(location.search).get("q");
  if (asked) {
    onPage.input.value = asked;
    onPage.search();
  }
}
