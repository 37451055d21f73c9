// Search: opened with "/" or the button, loads the Pagefind index only when used, shows results by kind.

const KINDS = [
  "Spanningsvelden",
  "Werkkaarten",
  "Begrippen",
  "Modellen",
  "Verhalen",
  "Podcast",
  "Bronnen",
  "Kaarten printen",
  "Over",
];
const MOST = 30;

class ZoekVeld extends HTMLElement {
  attempt = 0;
  turn = 0;

  connectedCallback() {
    this.input = this.querySelector("input");
    this.status = this.querySelector(".zoek-stand");
    this.results = this.querySelector(".zoek-uitkomst");
    this.querySelector("form").addEventListener("submit", (event) => {
      event.preventDefault();
      this.results.querySelector("a")?.focus();
    });
    this.input.addEventListener("input", () => this.search());
    this.addEventListener("keydown", (event) => this.#walk(event));
  }

  /** Load the index, once. Called on focus too, so that it is there when the first letters are. */
  load() {
    // Browsers and Pagefind remember a failure by its address, so each new attempt has its own.
    this.index ??= import(`${new URL(this.dataset.index, document.baseURI).href}?${this.attempt}`).then(
      async (pagefind) => {
        await pagefind.options({ excerptLength: 18 });
        await pagefind.init();
        return pagefind;
      },
    );
    return this.index;
  }

  async search() {
    const words = this.input.value.trim();
    const turn = (this.turn += 1);
    if (words.length < 2) {
      this.#show([], words ? "Typ nog een letter." : "");
      return;
    }
    let found;
    try {
      const pagefind = await this.load();
      found = await pagefind.debouncedSearch(words, {}, 120);
      if (found === null) return; // A later keystroke took over.
      found = await Promise.all(found.results.slice(0, MOST).map((result) => result.data()));
      // Pagefind meets an unknown word with its first letters; one or two of them say nothing.
      if (words.length > 2) found = found.filter(isMeant);
      // Without its index Pagefind finds nothing and doesn't say why.
      if (!found.length) {
        const entry = new URL("pagefind-entry.json", new URL(this.dataset.index, document.baseURI));
        const answer = await fetch(entry, { cache: "no-store" });
        if (!answer.ok) throw new Error(`the index is not there: ${answer.status}`);
      }
    } catch {
      this.index = undefined;
      this.attempt += 1;
      if (turn === this.turn)
        this.#show(
          [],
          "Zoeken lukt nu niet. Ben je offline? Onder ‘Alles van A tot Z’ staan alle pagina’s op een rij.",
        );
      return;
    }
    // What was typed meanwhile has an answer of its own, or gets one.
    if (turn !== this.turn) return;
    this.#show(
      found,
      found.length === 0
        ? `Niets gevonden voor ‘${words}’. Probeer een korter of ander woord.`
        : found.length === 1
          ? "1 pagina gevonden."
          : `${found.length}${found.length === MOST ? " of meer" : ""} pagina’s gevonden.`,
    );
  }

  /** @param {object[]} pages @param {string} status */
  #show(pages, status) {
    this.status.textContent = status;
    this.results.replaceChildren();
    const kinds = Map.groupBy ? Map.groupBy(pages, kindOf) : groupBy(pages, kindOf);
    for (const kind of [...KINDS, ...[...kinds.keys()].filter((name) => !KINDS.includes(name))]) {
      if (!kinds.has(kind)) continue;
      const section = document.createElement("section");
      const heading = section.appendChild(document.createElement("h2"));
      heading.textContent = kind;
      const list = section.appendChild(document.createElement("ul"));
      for (const page of kinds.get(kind)) list.append(hit(page));
      this.results.append(section);
    }
  }

  /** Arrow keys walk from the field through the results and back. @param {KeyboardEvent} event */
  #walk(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    const stops = [this.input, ...this.results.querySelectorAll("a")];
    const next = stops[stops.indexOf(document.activeElement) + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  }
}

/** Whether what was found on `page` is more than a letter or two. */
function isMeant(page) {
  const hits = [...page.excerpt.matchAll(/<mark>(.*?)<\/mark>/g)].map(([, hit]) => hit.replace(/[^\p{L}\p{N}]/gu, ""));
  return hits.length === 0 || hits.some((hit) => hit.length > 2);
}

const kindOf = (page) => page.meta.soort ?? "Over";

function groupBy(pages, key) {
  const groups = new Map();
  for (const page of pages) groups.set(key(page), [...(groups.get(key(page)) ?? []), page]);
  return groups;
}

function hit(page) {
  // The best matching part of the page, when that isn't its top.
  const part = page.sub_results?.toSorted?.((a, b) => b.locations.length - a.locations.length)[0] ?? page;
  const item = document.createElement("li");
  const link = item.appendChild(document.createElement("a"));
  link.href = part.url ?? page.url;
  const title = link.appendChild(document.createElement("b"));
  title.textContent = page.meta.title;
  if (part.title && part.title !== page.meta.title) title.append(` › ${part.title.replace(/\s*#$/, "")}`);
  link.append(excerpt(part.excerpt ?? page.excerpt));
  return item;
}

/** Pagefind marks hits with <mark> and escapes the rest; only those marks are let through. @param {string} html */
function excerpt(html) {
  const line = document.createElement("span");
  const parsed = new DOMParser().parseFromString(html, "text/html").body;
  for (const node of parsed.childNodes) {
    const piece = node.nodeName === "MARK" ? document.createElement("mark") : document.createTextNode("");
    piece.textContent = node.textContent;
    line.append(piece);
  }
  return line;
}

customElements.define("zoek-veld", ZoekVeld);

const dialog = document.querySelector(".zoekvenster");
const onPage = document.querySelector("main zoek-veld");

function open() {
  const field = onPage ?? dialog.querySelector("zoek-veld");
  if (!onPage && !dialog.open) dialog.showModal();
  field.input.focus();
  field.input.select();
  field.load().catch(() => {});
}

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest?.("input:not([type=radio]), textarea, select, [contenteditable]");
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || typing) return;
  event.preventDefault();
  open();
});
for (const opener of document.querySelectorAll(".zoek-open")) {
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
dialog.querySelector("[data-sluit]").addEventListener("click", () => dialog.close());
// A click beside the window closes it.
dialog.addEventListener("click", (event) => {
  if (event.target === dialog) dialog.close();
});
dialog.addEventListener("click", (event) => {
  // A result on this same page only moves the page behind the window.
  if (event.target.closest("a")) dialog.close();
});

if (onPage) {
  const asked = new URLSearchParams(location.search).get("q");
  if (asked) {
    onPage.input.value = asked;
    onPage.search();
  }
}
