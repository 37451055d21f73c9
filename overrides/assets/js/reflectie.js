// The self-reflection: turns the long form on the page into steps, and shows the overview. Everything stays in this page.

import { bewaren } from "./reflectie/bewaren.js";
import { PLEKKEN } from "./reflectie/document.js";
import { leesLink } from "./reflectie/link.js";
import { tekening, zinnen } from "./reflectie/overzicht.js";
import { hierBenJe, route } from "./reflectie/route.js";
import { Stand } from "./reflectie/stand.js";
import { framed } from "./samen/site.js";
import { datum } from "./reflectie/woorden.js";

/** @typedef {import("./reflectie/document.js").Reflectie} Reflectie */

const FADES = 4;

/** @param {string} name @param {Record<string, string>} attributes @param {...(Node | string)} inside */
function h(name, attributes, ...inside) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...inside);
  return element;
}

class ZelfReflectie extends HTMLElement {
  stand = new Stand();
  /** Tells the history of this visit from that of one before it, of which only the address is left. */
  #visit = Math.random();
  /** @type {string[]} the reflections of this visit, for the history: an address book without names */
  #ids = [];
  #screen = "start";
  #step = 0;
  /** @type {import("./reflectie/link.js").Keuze | null} */
  #link = null;

  connectedCallback() {
    this.sections = new Map([...this.querySelectorAll(".veld")].map((section) => [section.dataset.veld, section]));
    this.sentences = Object.fromEntries(PLEKKEN.map((name) => [name, this.getAttribute(`data-zin-${name}`)]));
    this.names = new Map(
      [...this.sections].map(([id, section]) => [
        id,
        [...section.querySelector(".rail").querySelectorAll("label")].map((label) => label.textContent.trim()),
      ]),
    );
    this.status = this.querySelector(".reflectie-melding");
    // In a frame nothing is kept, and nothing shown of what is.
    const sentence = framed ? "" : this.stand.begin();
    bewaren(
      this.querySelector(".bewaren"),
      this.stand,
      (...words) => this.#ask(...words),
      (words) => this.#tell(words),
    );
    this.#listen();
    history.replaceState(this.#state(), "");
    this.#show("start", 0);
    this.#readLink();
    if (sentence) this.#tell(sentence);
  }

  #listen() {
    const { stand } = this;
    this.addEventListener("click", (event) => {
      const button = event.target.closest("[data-doe]");
      if (button) this.#act(button.dataset.doe, button.dataset.bij);
    });
    for (const [id, section] of this.sections) {
      // Whatever touches a line; some of it tells only afterwards what has become of the places.
      for (const type of ["change", "click", "reset", "pointercancel"]) {
        section.addEventListener(type, () => setTimeout(() => this.#readPlaces(id, section)));
      }
      section.addEventListener("input", ({ target }) => {
        if (target.localName === "textarea")
          stand.wijzig("notities", target.value.trim() ? target.value : undefined, target.name);
      });
    }
    this.querySelector(".keuze").addEventListener("submit", (event) => {
      event.preventDefault();
      this.#start(new FormData(event.target));
    });
    stand.addEventListener("lijst", () => this.#list());
    stand.addEventListener("nieuws", () => this.#fill());
    stand.addEventListener("melding", ({ detail }) => this.#tell(detail));
    stand.addEventListener("weg", () => this.#away("Deze reflectie is in een ander tabblad weggehaald."));
    stand.addEventListener("gewist", () => this.#away("Alles is gewist, ook in andere tabbladen en op dit apparaat."));
    addEventListener("popstate", ({ state }) => this.#return(state));
    addEventListener("hashchange", () => this.#readLink());
    addEventListener("pagehide", () => stand.schrijf());
    document.addEventListener("visibilitychange", () => stand.schrijf());
    // Going back may bring the page out of the browser's memory; it is then as closed as it was said to be.
    addEventListener("pageshow", (event) => {
      if (event.persisted) location.reload();
    });
  }

  /** Asks whether to leave when that would lose something; only then, for a page that may ask is not kept for going back. */
  #guard = (event) => event.preventDefault();

  /** @param {string} action @param {string} [id] */
  #act(action, id) {
    const { stand } = this;
    if (action === "alle") for (const box of this.#boxes()) box.checked = true;
    else if (action === "alle-vragen") this.#useLink(null);
    else if (action === "start" || action === "naast" || action === "pauze") this.#go(action);
    else if (action === "volgende") this.#go("stap", this.#step + 1);
    else if (action === "terug") this.#back();
    else if (action === "sla-over")
      this.#go(
        "stap",
        this.#steps().findIndex((step, at) => at > this.#step && step.veld !== this.#steps()[this.#step].veld),
      );
    else if (action === "naar-overzicht") this.#go("stap", this.#steps().length - 1);
    else if (action === "naar")
      this.#go(
        "stap",
        this.#steps().findIndex((step) => step.veld === id),
      );
    else if (action === "print") print();
    else if (action === "verder" || action === "bekijk") {
      if (id) stand.open(id);
      const steps = this.#steps();
      const at = action === "bekijk" ? steps.length - 1 : steps.findIndex((step) => step.sleutel === stand.nu.waar);
      this.#fill();
      this.#go("stap", Math.max(at, 0));
    } else if (action === "haal-weg") this.#remove(id);
  }

  /** @param {string} id */
  async #remove(id) {
    const one = this.stand.reflecties.find((each) => each.id === id);
    if (
      !one ||
      !(await this.#ask(
        "Deze reflectie weghalen?",
        `De plekken en notities van ${datum(one.begonnen)} verdwijnen.`,
        "Haal weg",
      ))
    )
      return;
    this.stand.haal(id);
    this.#fill();
    this.#tell(`De reflectie van ${datum(one.begonnen)} is weg.`);
    this.querySelector("#reflectie-start").focus();
  }

  /** @param {FormData} choice */
  #start(choice) {
    const velden = choice.getAll("velden");
    this.querySelector(".fout").textContent = velden.length ? "" : "Kies eerst een veld: tik er minstens één aan.";
    if (!velden.length) {
      this.#boxes()[0].focus();
      return;
    }
    // Somebody may have chosen questions for some fields; of a field that was added here all are asked.
    const chosen = this.#link?.vragen;
    const vragen =
      chosen &&
      velden.flatMap((id) =>
        this.#link.velden.includes(id)
          ? chosen.filter((one) => one.startsWith(`${id}-`))
          : this.#questions(id).map((one) => one.id),
      );
    this.stand.nieuw({
      velden,
      vragen: vragen ?? null,
      bestuurder: choice.has("bestuurder"),
      samen: Boolean(choice.get("samen")),
    });
    this.#fill();
    this.#go("stap", 0);
  }

  /* ---- the way through ---- */

  #steps(one = this.stand.nu) {
    // A file may name a field that isn't on this site.
    return one
      ? route({ ...one, velden: one.velden.filter((id) => this.sections.has(id)) }, (id) => this.#questions(id))
      : [];
  }

  #questions(id) {
    return [...this.sections.get(id).querySelectorAll("[data-vraag]")].map((item) => ({
      id: item.dataset.vraag,
      bestuurders: "bestuurders" in item.dataset,
    }));
  }

  /** What the history keeps of where one is: numbers that mean something in this visit only. */
  #state(from = null) {
    return { bezoek: this.#visit, scherm: this.#screen, stap: this.#step, wie: this.#who(), van: from };
  }

  #who() {
    const id = this.stand.nu?.id;
    if (id && !this.#ids.includes(id)) this.#ids.push(id);
    return this.#ids.indexOf(id);
  }

  #go(screen, step = 0) {
    const from = { scherm: this.#screen, stap: this.#step };
    this.#show(screen, step);
    history.pushState(this.#state(from), "");
    this.#focus();
  }

  /** To the step before; when one came from there, by going back in the history. */
  #back() {
    const to = this.#step > 0 ? { scherm: "stap", stap: this.#step - 1 } : { scherm: "start", stap: 0 };
    const from = history.state?.van;
    if (from && from.scherm === to.scherm && from.stap === to.stap) history.back();
    else this.#go(to.scherm, to.stap);
  }

  /** @param {any} state */
  #return(state) {
    const known = state?.bezoek === this.#visit ? state : { scherm: "start", stap: 0 };
    if (known.scherm === "stap" || known.scherm === "pauze") {
      this.stand.open(this.#ids[known.wie]);
      this.#fill();
    }
    this.#show(known.scherm, known.stap);
    this.#focus();
  }

  #show(screen, step) {
    const { stand } = this;
    this.status.textContent = "";
    stand.schrijf();
    const steps = this.#steps();
    if (!stand.nu && screen !== "naast") screen = "start";
    this.#screen = screen;
    this.#step = screen === "stap" ? Math.min(Math.max(step, 0), steps.length - 1) : 0;
    const at = screen === "stap" ? steps[this.#step] : null;
    const shown = at?.sleutel === "overzicht" ? "overzicht" : screen;
    this.dataset.scherm = shown;
    for (const section of this.querySelectorAll(".scherm")) {
      section.hidden = section.dataset.scherm !== shown || (shown === "stap" && section.dataset.veld !== at.veld);
    }
    this.querySelector(".stappen-knoppen").hidden = shown !== "stap";
    this.querySelector(".bewaren").hidden = shown === "stap";
    if (at && at.sleutel !== stand.nu.waar) stand.wijzig("waar", at.sleutel);
    if (shown === "stap") this.#showStep(steps, at);
    else if (shown === "overzicht") this.#overview();
    else if (shown === "naast") this.#beside();
    this.#list();
  }

  #showStep(steps, at) {
    const section = this.sections.get(at.veld);
    section.querySelector(".waar").textContent = hierBenJe(steps, this.#step);
    section.querySelector(".lijn").hidden = !at.lijn;
    section.querySelector(".reflectie-vragen").hidden = !at.vragen.length;
    section.classList.toggle("een-vraag", !at.lijn);
    for (const item of section.querySelectorAll("[data-vraag]")) item.hidden = !at.vragen.includes(item.dataset.vraag);
    const next = steps[this.#step + 1];
    const button = (name) => this.querySelector(`.stappen-knoppen [data-doe=${name}]`);
    button("volgende").textContent =
      next.sleutel === "overzicht"
        ? "Naar het overzicht"
        : next.veld !== at.veld
          ? "Volgend veld"
          : at.lijn
            ? "Naar de vragen"
            : "Volgende vraag";
    button("naar-overzicht").hidden = next.sleutel === "overzicht";
    button("sla-over").hidden = next.veld !== at.veld;
  }

  /** Move the focus to the heading of what is shown now, and to the top of it. */
  #focus() {
    const section = [...this.querySelectorAll(".scherm")].find((one) => !one.hidden);
    const heading = section.querySelector(
      section.classList.contains("een-vraag") ? "li[data-vraag]:not([hidden]) h3" : "h2",
    );
    heading.focus({ preventScroll: true });
    this.scrollIntoView({ behavior: "instant", block: "start" });
  }

  /** @param {string} sentence why one is back at the start */
  #away(sentence) {
    this.#fill();
    this.querySelector(".keuze").reset();
    if (this.#screen !== "start") this.#go("start");
    this.#list();
    this.#tell(sentence);
  }

  /* ---- the form ---- */

  #boxes() {
    return [...this.querySelectorAll("[name=velden]")];
  }

  /** Put the places and notes of the one being made into the form; what is being typed at stays. */
  #fill() {
    const { plekken = {}, notities = {} } = this.stand.nu ?? {};
    for (const [id, section] of this.sections) {
      for (const name of PLEKKEN) {
        for (const input of section.querySelectorAll(`[name=${id}-${name}]`))
          input.checked = plekken[id]?.[name] === Number(input.value);
      }
      // The line hears this and says the place in words.
      for (const rail of section.querySelectorAll(".rail")) rail.dispatchEvent(new Event("input"));
      for (const note of section.querySelectorAll("textarea")) {
        if (note !== document.activeElement || !this.stand.nu) note.value = notities[note.name] ?? "";
      }
    }
  }

  #readPlaces(id, section) {
    const { stand } = this;
    if (!stand.nu) return;
    const chosen = [...section.querySelectorAll(".rail input:checked")].map((input) => [
      input.name.split("-")[1],
      Number(input.value),
    ]);
    const before = stand.nu.plekken[id] ?? {};
    if (chosen.length === Object.keys(before).length && chosen.every(([name, place]) => before[name] === place)) return;
    stand.wijzig("plekken", chosen.length ? Object.fromEntries(chosen) : undefined, id);
  }

  /* ---- a link with a choice ---- */

  #readLink() {
    const ids = [...this.sections.keys()];
    const choice = leesLink(
      location.hash,
      ids,
      ids.flatMap((id) => this.#questions(id).map((one) => one.id)),
    );
    if (!choice) return;
    if (this.#screen !== "start") this.#show("start", 0);
    this.#useLink(choice);
    if (choice.zin) {
      // What isn't known could be anything, so it doesn't stay in the address.
      history.replaceState(history.state, "", location.pathname + location.search + choice.fragment);
      this.#tell(choice.zin);
    }
  }

  /** @param {import("./reflectie/link.js").Keuze | null} choice */
  #useLink(choice) {
    this.#link = choice;
    for (const box of this.#boxes()) box.checked = choice ? choice.velden.includes(box.value) : box.checked;
    const note = this.querySelector(".link-keuze");
    note.hidden = !choice?.vragen;
    note.querySelector("span").hidden = !choice?.vragen?.some((id) =>
      this.querySelector(`[data-vraag=${id}][data-bestuurders]`),
    );
  }

  /* ---- what is shown of a reflection ---- */

  #titles(one) {
    return one.velden.map((id) => this.sections.get(id)?.dataset.kort ?? id).join(", ");
  }

  /** The start: what one was at, and what there is. */
  #list() {
    const { stand } = this;
    this.classList.toggle("bewaart", stand.aan);
    if (stand.onbewaard) addEventListener("beforeunload", this.#guard);
    else removeEventListener("beforeunload", this.#guard);
    if (this.#screen !== "start") return;
    const all = stand.reflecties;
    const now = stand.nu ?? all.find((one) => one.waar !== "overzicht") ?? null;
    const on = this.querySelector(".verder-gaan");
    const steps = this.#steps(now);
    on.hidden = !now || now.waar === "overzicht" || steps.length < 2;
    if (!on.hidden) {
      const at = Math.max(
        steps.findIndex((step) => step.sleutel === now.waar),
        0,
      );
      const place = hierBenJe(steps, at).toLowerCase();
      on.firstElementChild.textContent = `Je reflectie van ${datum(now.begonnen)}: ${this.#titles(now)}. Je was bij ${place}.`;
      on.querySelector("button").dataset.bij = stand.nu ? "" : now.id;
    }
    const section = this.querySelector(".eerder");
    section.hidden = !all.length;
    section.querySelector("[data-doe=naast]").hidden = all.length < 2;
    section.querySelector("ul").replaceChildren(
      ...all.map((one) => {
        const action = (name, words) =>
          h(
            "button",
            { class: "knop-plat", type: "button", "data-doe": name, "data-bij": one.id },
            words,
            h("span", { class: "vh" }, `: de reflectie van ${datum(one.begonnen)}`),
          );
        return h(
          "li",
          {},
          h("p", {}, h("b", {}, datum(one.begonnen)), ` ${this.#titles(one)}`),
          h(
            "p",
            { class: "knoppen" },
            action("bekijk", "Bekijk"),
            action("verder", "Ga verder"),
            action("haal-weg", "Haal weg"),
          ),
        );
      }),
    );
  }

  #poles(id) {
    const poles = this.sections.get(id).querySelector(".polen").cloneNode(true);
    return poles;
  }

  #overview() {
    const { nu } = this.stand;
    const screen = this.querySelector(".overzicht-scherm");
    const known = nu.velden.filter((id) => this.sections.has(id));
    screen.querySelector(".waar").textContent = `Reflectie van ${datum(nu.begonnen)}`;
    screen.querySelector(".lijnen-naast").replaceChildren(
      ...known.map((id) => {
        const places = nu.plekken[id] ?? {};
        const told = zinnen(places, this.names.get(id), this.sentences);
        return h(
          "section",
          { class: id },
          h("h3", {}, this.#titles({ velden: [id] })),
          this.#poles(id),
          tekening(places),
          h(
            "ul",
            { class: "zinnen" },
            ...(told.length ? told : ["Je koos hier geen plek."]).map((words) => h("li", {}, words)),
          ),
          h(
            "button",
            { class: "knop-plat", type: "button", "data-doe": "naar", "data-bij": id },
            "Pas aan",
            h("span", { class: "vh" }, `: ${this.#titles({ velden: [id] })}`),
          ),
        );
      }),
    );
    const written = Object.keys(nu.notities)
      .filter((id) => nu.notities[id].trim())
      .sort((a, b) => a.localeCompare(b, "nl", { numeric: true }));
    const notes = screen.querySelector(".opgeschreven");
    notes.hidden = !written.length;
    notes.lastElementChild.replaceChildren(
      ...written.map((id) =>
        h(
          "section",
          { class: "notitie" },
          h(
            "h4",
            {},
            this.querySelector(`#reflectie-${id}`)?.textContent ?? `Vraag ${id}, die niet meer op deze site staat`,
          ),
          h("p", {}, nu.notities[id]),
        ),
      ),
    );
    screen
      .querySelector(".verder-alles")
      .replaceChildren(...known.map((id) => this.sections.get(id).querySelector(".verder").cloneNode(true)));
  }

  /** All dates under each other, for each field: the newest first, the older fading. */
  #beside() {
    const all = this.stand.reflecties;
    this.querySelector(".reeksen").replaceChildren(
      ...[...this.sections.keys()].flatMap((id) => {
        const placed = all.filter((one) => Object.keys(one.plekken[id] ?? {}).length);
        if (!placed.length) return [];
        return [
          h(
            "section",
            { class: id },
            h("h3", {}, this.#titles({ velden: [id] })),
            this.#poles(id),
            h(
              "ol",
              {},
              ...placed.map((one, index) =>
                h(
                  "li",
                  { class: `oud-${Math.min(index, FADES - 1)}` },
                  h("p", { class: "dag" }, datum(one.begonnen)),
                  tekening(one.plekken[id]),
                  h("p", { class: "vh" }, zinnen(one.plekken[id], this.names.get(id), this.sentences).join(" ")),
                ),
              ),
            ),
          ),
        ];
      }),
    );
  }

  /* ---- words ---- */

  /** @param {string} sentence */
  #tell(sentence) {
    this.status.textContent = sentence;
  }

  /** @param {string} title @param {string} text @param {string} yes @returns {Promise<boolean>} */
  #ask(title, text, yes) {
    const dialog = this.querySelector(".vraag-venster");
    dialog.querySelector("h2").textContent = title;
    dialog.querySelector("p").textContent = text;
    dialog.querySelector("button").textContent = yes;
    dialog.returnValue = "";
    dialog.showModal();
    return new Promise((done) => {
      dialog.addEventListener("close", () => done(dialog.returnValue === "ja"), { once: true });
    });
  }
}

customElements.define("zelf-reflectie", ZelfReflectie);
