// Pick your own cards: ticks, filters and settings become a choice; the choice an address, a preview and a PDF.

import { picture, whenNear } from "./kaarten/dichtbij.js";
import { MOST_MM, amount, enumerate, isChoice, isShift, nothing, readChoice, writeChoice } from "./kaarten/keuze.js";
import { makePdf } from "./kaarten/pdf.js";
import { pilesOf } from "./kaarten/stapel.js";
import { sheets, turns } from "./kaarten/vellen.js";
import { Preview, element } from "./kaarten/voorbeeld.js";
import { Stock } from "./kaarten/voorraad.js";

const FILTERS = ["set", "veld", "voor", "fase", "minuten"];
const NAME = "zelf-gekozen-kaarten.pdf";
const SHOWN_FOR = 4000;
const OFFLINE = "Een deel van de kaarten kon niet worden opgehaald. Ben je offline? Je keuze blijft staan.";
const NO_INTERNET = "Je bent offline. Kiezen kan, maar plaatjes en de PDF komen pas als je weer internet hebt.";
const FAILED = "Er ging iets mis bij het maken van de PDF. Je keuze blijft staan.";
const TOO_FAR = `De verschuiving is een getal tussen −${MOST_MM} en ${MOST_MM} mm. Meet nog eens met het proefvel.`;

class KaartenKiezer extends HTMLElement {
  #choice = nothing();
  /** @type {import("./kaarten/pdf.js").Catalogue | undefined} */
  #catalogue;
  #busy = false;
  /** @type {Set<string>} sizes of which a PDF was made */
  #had = new Set();
  #later = 0;
  /** @type {Set<HTMLDetailsElement>} sets that a filter has opened */
  #opened = new Set();

  connectedCallback() {
    this.#readPage();
    this.stock = new Stock(
      new URL(this.dataset.kaarten, document.baseURI).href,
      new URL(this.dataset.bibliotheek, document.baseURI).href,
    );
    this.preview = new Preview(this.querySelector(".kies-voorbeeld"), (size, card, side) =>
      this.stock.picture(size, card, side),
    );
    this.querySelector(".zonder-script").remove();
    for (const part of this.querySelectorAll(".kies-filters, .kies-hele, .kies-delen, .kies-vellen, .kies-balk"))
      part.hidden = false;
    this.#part("link").hidden = !navigator.clipboard;
    this.#frame();
    this.#listen();
    this.#filter();
    this.#restore();
    this.#fetchCatalogue();
  }

  /** What the page says about cards and sets. */
  #readPage() {
    this.rows = [];
    const [decks, cards] = [new Map(), new Map()];
    this.sets = [...this.querySelectorAll("details.kies-set")];
    for (const part of this.sets) {
      const { set, maat, kaart, spelregels, voor, minuten } = part.dataset;
      const rows = [...part.querySelectorAll(".kies-lijst > li")].map((row) => {
        const box = row.querySelector("input");
        cards.set(box.value, { id: box.value, naam: row.querySelector(".naam").textContent, deck: set });
        const facts = { set, maat, kaart, veld: "", fase: "", voor, minuten, ...row.dataset };
        return { row, box, facts: { ...facts, voor: facts.voor.split(" ") } };
      });
      this.rows.push(...rows);
      const own = rows.map(({ box }) => box.value);
      const delen = [...part.querySelectorAll(".kies-delen button")].map(({ dataset }) => ({
        id: dataset.set,
        maat: dataset.maat,
        spelregels: dataset.spelregels,
        alle: dataset.alle.split(" "),
        delen: [],
      }));
      decks.set(set, { id: set, maat, spelregels, alle: part.dataset.alle?.split(" ") ?? own, delen });
      for (const one of delen) decks.set(one.id, one);
    }
    const forms = new Set([...this.querySelectorAll("#kies-formaat option")].map((option) => option.value));
    /** @type {import("./kaarten/keuze.js").Offer} */
    this.offer = { decks, cards, forms };
  }

  #part(name) {
    return this.querySelector(`[data-doe="${name}"]`);
  }

  #field(name) {
    return this.querySelector(`#kies-${name}`);
  }

  #listen() {
    this.querySelector(".kies-kaarten").addEventListener("change", (event) => {
      if (event.target.matches(".kies-lijst input")) this.#choose([event.target.value], event.target.checked);
      else this.#filter();
    });
    this.querySelector(".kies-filters").addEventListener("submit", (event) => event.preventDefault());
    // The fields are emptied after the event.
    this.querySelector(".kies-filters").addEventListener("reset", () => setTimeout(() => this.#filter()));
    for (const part of this.sets) {
      part.querySelector(".kies-hele button").addEventListener("click", () => this.#chooseSet(part));
      for (const button of part.querySelectorAll(".kies-delen button"))
        button.addEventListener("click", () => this.#choosePart(button.dataset.set));
    }
    this.querySelector(".kies-vorm").addEventListener("input", () => this.#settings());
    this.querySelector(".kies-vorm").addEventListener("submit", (event) => event.preventDefault());
    this.#part("pdf").addEventListener("click", () => this.#make());
    this.#part("kijk").addEventListener("click", () => this.#look());
    this.#part("leeg").addEventListener("click", () => this.#startAgain());
    this.#part("link").addEventListener("click", () => this.#copyLink());
    addEventListener("hashchange", () => this.#restore());
    for (const type of ["online", "offline"]) addEventListener(type, () => this.#tellOffline());
  }

  /** Put a frame before each card, with its picture while that is in sight; in the HTML, who has no script would get all at once. */
  #frame() {
    for (const { box, facts } of this.rows) {
      const frame = element("span");
      frame.className = "plaatje";
      frame.style.aspectRatio = facts.kaart.replace(" ", "/");
      box.after(frame);
      whenNear(frame, (near) =>
        frame.replaceChildren(...(near ? [picture(this.stock.picture(facts.maat, box.value, "voor"))] : [])),
      );
    }
  }

  // What is chosen

  #choose(ids, chosen) {
    for (const id of ids) this.#choice.kaarten[chosen ? "add" : "delete"](id);
    for (const set of this.#choice.sets) {
      if (!this.offer.decks.get(set).alle.every((id) => this.#choice.kaarten.has(id))) this.#choice.sets.delete(set);
    }
    this.#changed();
  }

  /** The cards that the button of a set is about: all of them, or while filtering those in sight. */
  #meant(part) {
    return this.#filtering
      ? this.rows.filter(({ row, facts }) => facts.set === part.dataset.set && !row.hidden).map(({ box }) => box.value)
      : this.offer.decks.get(part.dataset.set).alle;
  }

  #chooseSet(part) {
    const ids = this.#meant(part);
    const all = ids.every((id) => this.#choice.kaarten.has(id));
    if (!all && !this.#filtering) this.#choice.sets.add(part.dataset.set);
    this.#choose(ids, !all);
  }

  #choosePart(set) {
    const { alle } = this.offer.decks.get(set);
    if (this.#choice.sets.has(set)) return this.#choose(alle, false);
    this.#choice.sets.add(set);
    return this.#choose(alle, true);
  }

  #startAgain() {
    this.#choice = nothing();
    this.#fill();
    this.#changed();
    this.querySelector("summary").focus();
  }

  #settings() {
    const shift = ["rechts", "omhoog"].map((name) => {
      const field = this.#field(name);
      const mm = field.value === "" && !field.validity.badInput ? 0 : field.valueAsNumber;
      field.setAttribute("aria-invalid", String(!isShift(mm)));
      return mm;
    });
    Object.assign(this.#choice, {
      vorm: this.#field("formaat").value,
      zwart: this.#field("zwart").checked,
      leeg: this.#field("leeg").checked,
      uitleg: this.#field("uitleg").checked,
      omslaan: this.querySelector("[name=omslaan]:checked").value,
      schuif: shift,
    });
    this.#changed();
    if (!shift.every(isShift)) this.#complain(TOO_FAR);
  }

  // The address

  #restore() {
    const fragment = location.hash.slice(1);
    if (fragment && !isChoice(fragment)) return this.#writeAddress();
    const { choice, trouble } = readChoice(fragment, this.offer);
    this.#choice = choice;
    this.#fill();
    this.#changed({ address: false });
    if (choice.omslaan === "kort" || choice.schuif.some(Boolean)) this.querySelector(".kies-printer").open = true;
    if (trouble) this.#complain(trouble);
    return undefined;
  }

  /** Make ticks and fields say what the choice says. */
  #fill() {
    const { vorm, omslaan, schuif, zwart, leeg, uitleg } = this.#choice;
    this.#field("formaat").value = vorm;
    this.querySelector(`[name=omslaan][value=${omslaan}]`).checked = true;
    for (const [name, value] of Object.entries({ zwart, leeg, uitleg })) this.#field(name).checked = value;
    ["rechts", "omhoog"].forEach((name, axis) => {
      this.#field(name).valueAsNumber = schuif[axis];
      this.#field(name).removeAttribute("aria-invalid");
    });
  }

  #writeAddress() {
    const known = this.#choice.schuif.every(isShift) ? this.#choice : { ...this.#choice, schuif: [0, 0] };
    const fragment = writeChoice(known, this.offer);
    try {
      // Not to location.hash: each tick would be a step back, and the page might scroll.
      history.replaceState(history.state, "", fragment ? `#${fragment}` : location.pathname + location.search);
    } catch {
      // Safari allows a hundred of these in half a minute; the next one says it all again.
    }
  }

  async #copyLink() {
    this.#writeAddress();
    const status = this.querySelector(".gekopieerd");
    status.textContent = "";
    const said = await navigator.clipboard.writeText(location.href).then(
      () => "Gekopieerd",
      () => "Kopiëren lukte niet; kopieer het adres zelf",
    );
    status.textContent = said;
    setTimeout(() => {
      status.textContent = "";
    }, SHOWN_FOR);
  }

  // What is shown

  get #filtering() {
    return FILTERS.some((name) => this.querySelector(`#filter-${name}`).value);
  }

  #filter() {
    const wanted = Object.fromEntries(FILTERS.map((name) => [name, this.querySelector(`#filter-${name}`).value]));
    const fits = ({ voor, minuten, ...facts }) =>
      ["set", "veld", "fase"].every((name) => !wanted[name] || facts[name] === wanted[name]) &&
      (!wanted.voor || voor.includes(wanted.voor)) &&
      (!wanted.minuten || Number(minuten) <= Number(wanted.minuten));
    for (const { row, facts } of this.rows) row.hidden = !fits(facts);
    const shown = this.rows.filter(({ row }) => !row.hidden);
    const sets = new Set(shown.map(({ facts }) => facts.set));
    for (const part of this.sets) {
      part.hidden = !sets.has(part.dataset.set);
      if (this.#filtering && !part.hidden && !part.open) this.#opened.add(part);
      if (this.#opened.has(part)) part.open = this.#filtering && !part.hidden;
    }
    if (!this.#filtering) this.#opened.clear();
    this.querySelector(".kies-filters [type=reset]").parentElement.hidden = !this.#filtering;
    this.querySelector(".filter-stand").textContent = shown.length
      ? `${amount(shown.length, "kaart", "kaarten")} in ${amount(sets.size, "set", "sets")}`
      : "Geen kaart past hierbij. Wis een filter.";
    this.#tellSets();
  }

  /** How much of each set is chosen, and what its buttons do now. */
  #tellSets() {
    const { kaarten, sets } = this.#choice;
    for (const part of this.sets) {
      const rows = this.rows.filter(({ facts }) => facts.set === part.dataset.set);
      const shown = rows.filter(({ row }) => !row.hidden).length;
      const chosen = rows.filter(({ box }) => kaarten.has(box.value)).length;
      const total = amount(rows.length, "kaart", "kaarten");
      part.querySelector(".tel").textContent =
        (shown < rows.length ? `${shown} van ${total}` : total) + (chosen ? `, ${chosen} gekozen` : "");
      part.classList.toggle("heeft-keuze", chosen > 0);
      const meant = this.#meant(part);
      const all = meant.every((id) => kaarten.has(id));
      const which = this.#filtering
        ? `deze ${amount(meant.length, "kaart", "kaarten")}`
        : `alle ${amount(meant.length, "kaart", "kaarten")}`;
      part.querySelector(".kies-hele button").textContent = all ? `Haal ${which} weg` : `Kies ${which}`;
      part.querySelector(".kies-delen")?.toggleAttribute("hidden", this.#filtering);
      for (const button of part.querySelectorAll(".kies-delen button"))
        button.setAttribute("aria-pressed", String(sets.has(button.dataset.set)));
    }
  }

  #changed({ address = true } = {}) {
    for (const { box } of this.rows) box.checked = this.#choice.kaarten.has(box.value);
    this.#complain("");
    this.querySelector(".kies-klaar").replaceChildren();
    this.#tellOffline();
    this.#tellSets();
    this.#tell();
    clearTimeout(this.#later);
    // Not at each tick of many: browsers limit how often an address may change, and pictures take their time.
    this.#later = setTimeout(() => {
      if (address) this.#writeAddress();
      this.#draw();
    }, 150);
  }

  get #piles() {
    return this.#catalogue
      ? pilesOf(this.#choice, this.offer, this.#catalogue)
      : { piles: [], explaining: 0, absent: [] };
  }

  #tell() {
    const { piles, explaining, absent } = this.#piles;
    const chosen = this.#choice.kaarten.size;
    const cards = `${amount(chosen, "kaart", "kaarten")} gekozen`;
    const extra = explaining ? ` en ${amount(explaining, "uitlegkaart", "uitlegkaarten")}` : "";
    this.querySelector(".kies-tel").textContent = chosen
      ? [cards + extra, ...paper(piles)].join(", ")
      : "Nog geen kaarten gekozen";
    const names = absent.map((id) => this.offer.cards.get(id).naam);
    const some = names.length > 8 ? [...names.slice(0, 7), `nog ${names.length - 7} andere`] : names;
    this.querySelector(".kies-weg").textContent = absent.length
      ? `${absent.length === 1 ? "Eén kaart is er niet in dit formaat en doet" : `${absent.length} kaarten zijn er niet in dit formaat en doen`} niet mee: ${enumerate(some)}.`
      : "";
    this.querySelector(".kies-niets").hidden = chosen > 0;
    this.querySelector(".kies-printer").hidden = piles.length > 0 && !piles.some(({ form }) => turns(form));
  }

  #draw() {
    if (!this.#catalogue) return;
    const place = this.querySelector(".kies-voorbeeld");
    place.classList.toggle("grijs", this.#choice.zwart);
    this.preview.show(this.#piles.piles, this.#catalogue, this.#edge);
  }

  get #edge() {
    return this.#choice.omslaan === "kort" ? "short" : "long";
  }

  #look() {
    const heading = this.querySelector("#kies-vellen");
    heading.focus({ preventScroll: true });
    heading.scrollIntoView();
  }

  /** @param {string} sentence @param {() => void} [again] what to do when asked to try again */
  #complain(sentence, again) {
    const place = this.querySelector(".kies-fout");
    if (!sentence && !place.firstChild) return;
    place.replaceChildren(sentence);
    if (!again) return;
    const button = element("button", "Probeer opnieuw");
    button.type = "button";
    button.className = "knop stil";
    button.addEventListener("click", () => {
      this.#part("pdf").focus();
      this.#complain("");
      again();
    });
    place.append(" ", button);
  }

  // The PDF

  async #fetchCatalogue() {
    try {
      this.#catalogue = await this.stock.catalogue();
    } catch {
      this.#complain(OFFLINE, () => this.#fetchCatalogue());
      return;
    }
    this.#tell();
    this.#draw();
  }

  /** Say what can't be done without internet, for as long as there is none. */
  #tellOffline() {
    const sizes = this.#piles.piles.map(({ form }) => form.maat);
    const here = sizes.length > 0 && sizes.every((size) => this.#had.has(size));
    this.querySelector(".kies-offline").textContent = navigator.onLine || here ? "" : NO_INTERNET;
  }

  #fetchAll() {
    const sizes = [...new Set(this.#piles.piles.map(({ form }) => form.maat))];
    return Promise.all([
      this.stock.library(),
      ...sizes.map(async (size) => /** @type {[string, ArrayBuffer]} */ ([size, await this.stock.faces(size)])),
    ]);
  }

  async #make() {
    if (this.#busy) return undefined;
    const trouble = this.#trouble();
    this.#complain(trouble);
    this.querySelector(".kies-klaar").replaceChildren();
    if (trouble) return undefined;
    this.#setBusy(true);
    const { piles } = this.#piles;
    const { schuif, zwart } = this.#choice;
    const count = amount(this.#choice.kaarten.size, "kaart", "kaarten");
    try {
      const fetched = await this.#fetchAll().catch(() => null);
      if (!fetched) return this.#complain(OFFLINE, () => this.#make());
      const [library, ...stocks] = fetched;
      const wishes = { title: `${count}, zelf gekozen`, edge: this.#edge, drift: schuif, grey: zwart };
      this.#hand(await makePdf(library, piles, this.#catalogue, new Map(stocks), wishes), piles);
      for (const [size] of stocks) this.#had.add(size);
    } catch (error) {
      console.error(error);
      this.#complain(FAILED, () => this.#make());
    } finally {
      this.#setBusy(false);
    }
    return undefined;
  }

  /** Why no PDF can be made of this choice; empty when it can. */
  #trouble() {
    if (!this.#choice.kaarten.size) return "Kies eerst een kaart.";
    if (!this.#choice.schuif.every(isShift)) return TOO_FAR;
    if (!this.#catalogue) return OFFLINE;
    return this.#piles.piles.length ? "" : "Geen van je kaarten is er in dit formaat. Kies een ander formaat.";
  }

  #setBusy(busy) {
    this.#busy = busy;
    this.#part("pdf").textContent = busy ? "Bezig …" : "Maak de PDF";
    this.#part("pdf").setAttribute("aria-disabled", String(busy));
  }

  /** @param {Uint8Array} bytes @param {import("./kaarten/pdf.js").Pile[]} piles */
  #hand(bytes, piles) {
    if (this.address) URL.revokeObjectURL(this.address);
    this.address = URL.createObjectURL(new Blob([bytes], { type: "application/pdf" }));
    const link = element("a", "Bewaar hem nog eens");
    Object.assign(link, { href: this.address, download: NAME });
    this.querySelector(".kies-klaar").replaceChildren(
      `De PDF staat bij je downloads: ${paper(piles).join(", ")}. `,
      link,
    );
    link.click();
  }
}

/** How much paper the piles take: pages where a print shop cuts them. @param {import("./kaarten/pdf.js").Pile[]} piles */
function paper(piles) {
  const count = (some) => some.reduce((sum, { form, cards }) => sum + sheets(form, cards).length, 0);
  const shop = piles.filter(({ form }) => form.afloop);
  const [loose, pages] = [count(piles) - count(shop), 2 * count(shop)];
  return [loose && amount(loose, "vel", "vellen"), pages && amount(pages, "bladzijde", "bladzijden")].filter(Boolean);
}

customElements.define("kaarten-kiezer", KaartenKiezer);
