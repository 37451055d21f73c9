// The facilitator: starts a session, takes in what people hand in by three ways, and shows the picture.

import { find, findAll, told, wording } from "../samen/dom.js";
import { say } from "../samen/say.js";
import { Beamer } from "./beamer.js";
import { figures } from "./beeld.js";
import { newSession } from "./code.js";
import { Codes } from "./codes.js";
import { fieldOf } from "./page.js";
import { readSheet } from "./papier.js";
import { ENOUGH, Sessie } from "./sessie.js";

/** @typedef {import("./sessie.js").Beeld} Beeld */

export class Begeleider {
  /** @type {Sessie | null} */
  session = null;
  /** @type {Beeld | null} */
  #beeld = null;
  #way = "doorgeven";

  /**
   * @param {import("./page.js").Page} page
   * @param {import("./form.js").Form} form
   * @param {() => void} onBegin a session begins, so whoever took part in another no longer does
   */
  constructor(page, form, onBegin) {
    this.page = page;
    this.form = form;
    this.onBegin = onBegin;
    this.beamer = new Beamer(page);
    this.codes = new Codes(page, () => this.#count());

    page.onSubmit("begin", (choice) => this.#begin(choice));
    for (const radio of findAll(page.root, '[name="manier"]', HTMLInputElement)) {
      radio.addEventListener("change", () => this.#choose(radio.value));
    }
    page.on("beurt", () => this.#turn());
    page.on("overslaan", () => this.#passOn());
    page.onSubmit("papier", (sheet) => this.#takeSheet(sheet));
    page.whenSure("tonen", () => this.#show());
    page.whenSure("wie-wil", () => this.#show());
    page.whenSure("stop", () => {
      this.end();
      page.step("klaar");
    });
    page.whenSure("nieuwe-ronde", () => this.#start(this.#session.fields, this.#way));
    page.on("beamer", () => this.beamer.open([...this.#figures, find(page.root, ".team-gesprek")]));
    page.on("print", () => print());
    page.on("plaatje", () => this.#export("picture"));
    page.on("json", () => this.#export("json"));
  }

  /** The session that goes on; what asks for it is seen only while there is one. */
  get #session() {
    if (!this.session) throw new Error("there is no session");
    return this.session;
  }

  get #figures() {
    return findAll(this.page.root, ".team-figuren .team-figuur");
  }

  /**
   * The browser asks before a page with codes goes away; nothing else would bring them back.
   * @param {Event} event
   */
  #guard = (event) => event.preventDefault();

  /** Forget everything. */
  end() {
    this.codes.end();
    this.beamer.close();
    this.form.empty();
    this.session = null;
    this.#beeld = null;
    removeEventListener("beforeunload", this.#guard);
    this.page.form("papier").reset();
    for (const part of findAll(this.page.root, "details", HTMLDetailsElement)) part.open = false;
    find(this.page.root, ".team-figuren").replaceChildren();
  }

  /** @param {HTMLFormElement} choice */
  #begin(choice) {
    const boxes = findAll(choice, '[name="veld"]:checked', HTMLInputElement);
    const way = find(choice, '[name="eerst"]:checked', HTMLInputElement).value;
    if (boxes.length)
      this.#start(
        boxes.map((box) => Number(box.value)),
        way,
      );
    else this.page.say(".team-melding", "geen-veld", choice);
  }

  /** @param {number[]} fields @param {string} way */
  #start(fields, way) {
    this.end();
    this.onBegin();
    const [random] = crypto.getRandomValues(new Uint32Array(1));
    this.session = new Sessie(newSession(fields, random));
    this.codes.begin(this.session);
    for (const row of findAll(this.page.root, "[data-regel]")) {
      row.hidden = !fields.includes(Math.floor(Number(told(row, "regel")) / 2) + 1);
    }
    const heading = find(this.page.root, "[data-eerst]");
    heading.textContent = told(heading, "eerst");
    this.#count();
    find(this.page.root, `[name="manier"][value="${way}"]`, HTMLInputElement).checked = true;
    this.#choose(way);
    this.page.step("verzamelen");
  }

  /** @param {string} way */
  #choose(way) {
    this.#way = way;
    for (const part of findAll(this.page.root, "[data-manier]")) part.hidden = told(part, "manier") !== way;
    if (way === "qr") this.codes.invite();
    else this.codes.cameraOff();
  }

  // Doorgeven

  #turn() {
    this.form.open(this.#session.fields, "doorgeven", (places, consent) => {
      this.#session.take(places, consent);
      const heading = find(this.page.root, "[data-volgende]");
      heading.textContent = told(heading, "volgende");
      this.#passOn();
    });
  }

  #passOn() {
    this.form.empty();
    this.#count();
    this.page.step("verzamelen");
  }

  // Papier

  /** @param {HTMLFormElement} form */
  #takeSheet(form) {
    const rows = findAll(this.page.root, "[data-regel]:not([hidden])").map((row) => ({
      line: Number(told(row, "regel")),
      name: wording(find(row, ".team-regelnaam")),
      letters: told(row, "letters").split(" "),
    }));
    const letters = fieldOf(form, "letters");
    const sheet = readSheet(letters.value, rows);
    /** @param {string} name @param {Record<string, string | number>} [values] */
    const tell = (name, values) => say(find(form, ".team-melding"), this.page.sentence(name, values));
    if (sheet.fault === "letters") {
      tell("letters", { regel: sheet.row + 1, naam: rows[sheet.row].name, letters: sheet.typed });
    } else if (sheet.fault === "regels") {
      tell("regels", { verwacht: rows.length, getypt: sheet.typed });
    } else {
      const answer = this.#session.take(sheet.places, fieldOf(form, "tonen").checked);
      tell(answer);
      if (answer === "ontvangen") form.reset();
      this.#count();
    }
    letters.focus();
  }

  // Het beeld

  #count() {
    const { received } = this.#session;
    this.page.fill("telling", String(received));
    for (const part of findAll(this.page.root, "[data-bij]")) {
      part.hidden = (told(part, "bij") === "genoeg") !== received >= ENOUGH;
    }
    if (received) addEventListener("beforeunload", this.#guard);
  }

  #show() {
    const beeld = this.#session.show();
    if (!beeld) {
      this.page.say('[data-melding="wie-wil"]', "te-weinig");
      return;
    }
    this.codes.cameraOff();
    this.#beeld = beeld;
    const { received, shown } = beeld;
    const people = { ontvangen: received, getoond: shown ?? received };
    find(this.page.root, "[data-mensen]").textContent = this.page.sentence(
      shown === null ? "mensen" : "enkelen",
      people,
    );
    find(this.page.root, ".team-figuren").replaceChildren(...figures(beeld, this.page));
    // Who chose to be seen by the few in the room, didn't choose to be in a file.
    for (const part of findAll(this.page.root, "[data-bewaren]")) part.hidden = shown !== null;
    find(this.page.root, "[data-blijft-hier]").hidden = shown === null;
    this.page.step("beeld");
  }

  /** @param {"picture" | "json"} kind */
  async #export(kind) {
    const place = '[data-melding="bewaren"]';
    if (!this.#beeld) return;
    try {
      const { inWords, saveJson, savePicture } = await import("./export.js");
      const [first] = this.#figures;
      const fields = inWords(this.#beeld, this.#figures, this.page);
      if (kind === "json") saveJson(this.#beeld, fields);
      else await savePicture(fields, wording(find(first, "figcaption")), wording(find(first, ".team-leeg")));
      this.page.say(place, "bewaard");
    } catch {
      this.page.say(place, "bestand-mislukt");
    }
  }
}
