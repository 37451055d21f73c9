// The facilitator: starts a session, takes in what people hand in by three ways, and shows the picture. The tab keeps it all.

import { find, findAll, told, wording } from "../../samen/dom.js";
import { say } from "../../samen/say.js";
import { Beamer } from "./beamer.js";
import { figures } from "./beeld.js";
import { newSession } from "../code.js";
import { Codes } from "./codes.js";
import { keep, kept, wipe } from "./kept.js";
import { fieldOf } from "../../samen/steps.js";
import { takeSheet } from "./papier.js";
import { Sessie } from "./sessie.js";
import { readPeople, tellCount } from "./telling.js";

export class Begeleider {
  /** @type {Sessie | null} */
  session = null;
  #way = "doorgeven";
  /** Whether the tab has the session as it is now. */
  #kept = true;

  /**
   * @param {import("../../samen/steps.js").Page} page
   * @param {import("../form.js").Form} form
   * @param {() => void} onBegin a session begins, so whoever took part in another no longer does
   */
  constructor(page, form, onBegin) {
    this.page = page;
    this.form = form;
    this.onBegin = onBegin;
    this.beamer = new Beamer(page);
    this.codes = new Codes(page, () => this.#changed());

    page.onSubmit("begin", (choice) => this.#begin(choice));
    for (const radio of findAll(page.root, '[name="manier"]', HTMLInputElement)) {
      radio.addEventListener("change", () => this.#choose(radio.value));
    }
    page.on("doorgeven", () => this.#passOn());
    page.on("beurt", () => this.#turn());
    page.on("overslaan", () => {
      this.#session.decline();
      this.#passOn();
    });
    page.whenSure("overzicht", () => page.step("verzamelen"));
    page.whenSure("haal-weg", () => this.#takeBack());
    fieldOf(page.form("mensen"), "mensen").addEventListener("change", () => this.#setPeople());
    page.onSubmit("mensen", () => this.#setPeople());
    page.onSubmit("papier", () => {
      takeSheet(page, this.#session);
      this.#changed();
    });
    page.whenSure("tonen", () => this.#show());
    page.whenSure("wie-wil", () => this.#show());
    page.whenSure("stop", () => {
      this.end();
      page.step("klaar");
    });
    page.whenSure("nieuwe-ronde", () => this.#start(this.#session.fields, this.#way, this.#session.people));
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
   * Where the tab can keep nothing, the browser asks before a page with codes goes away.
   * @param {Event} event
   */
  #guard = (event) => event.preventDefault();

  /** Wipe everything, here and in the tab. */
  end() {
    wipe();
    this.#leave();
  }

  /** Leave a session to what the tab keeps of it: a later copy of this page may have gone on with it, or wiped it. */
  forget() {
    if (this.session && this.#kept) this.#leave();
  }

  #leave() {
    this.codes.end();
    this.beamer.close();
    this.form.empty();
    this.session = null;
    removeEventListener("beforeunload", this.#guard);
    for (const name of ["papier", "mensen"]) this.page.form(name).reset();
    for (const part of findAll(this.page.root, "details", HTMLDetailsElement)) part.open = false;
    find(this.page.root, ".team-figuren").replaceChildren();
  }

  /** Go on with the session that this tab has, if any, as after a reload. @returns {boolean} whether there is one */
  resume() {
    const found = this.session ? null : kept();
    if (found) this.#enter(Sessie.from(found.session), found.way);
    if (!this.session) return false;
    // Whoever was filling in begins anew.
    this.form.empty();
    if (this.session.beeld) this.#show();
    else if (this.#way === "doorgeven") this.#passOn();
    else this.page.step("verzamelen");
    return true;
  }

  /** @param {HTMLFormElement} choice */
  #begin(choice) {
    const boxes = findAll(choice, '[name="veld"]:checked', HTMLInputElement);
    const way = find(choice, '[name="eerst"]:checked', HTMLInputElement).value;
    const people = readPeople(fieldOf(choice, "mensen"));
    const fields = boxes.map((box) => Number(box.value));
    if (!fields.length) this.page.say(".team-melding", "geen-veld", choice);
    else if (people === undefined) this.page.say(".team-melding", "aantal", choice);
    else this.#start(fields, way, people);
  }

  /** @param {number[]} fields @param {string} way @param {number | null} people */
  #start(fields, way, people) {
    this.end();
    this.onBegin();
    const [random] = crypto.getRandomValues(new Uint32Array(1));
    const session = new Sessie(newSession(fields, random));
    session.people = people;
    this.#enter(session, way);
    if (way === "doorgeven") this.#passOn();
    else this.page.step("verzamelen");
  }

  /** @param {Sessie} session @param {string} way */
  #enter(session, way) {
    this.session = session;
    this.codes.begin(session);
    for (const row of findAll(this.page.root, "[data-regel]")) {
      row.hidden = !session.lines.includes(Number(told(row, "regel")));
    }
    fieldOf(this.page.form("mensen"), "mensen").value = String(session.people ?? "");
    find(this.page.root, `[name="manier"][value="${way}"]`, HTMLInputElement).checked = true;
    this.#choose(way);
  }

  /** @param {string} way */
  #choose(way) {
    this.#way = way;
    this.#changed();
    for (const part of findAll(this.page.root, "[data-manier]")) part.hidden = told(part, "manier") !== way;
    if (way === "qr") this.codes.invite();
    else this.codes.cameraOff();
  }

  // Doorgeven

  #turn() {
    this.form.open(this.#session.fields, "doorgeven", (places, consent) => {
      this.#session.take(places, consent);
      this.#passOn();
    });
  }

  /** Between two people: nothing on the screen is of the one before, or of who leads. */
  #passOn() {
    const { received, declined, toCome } = this.#session;
    this.form.empty();
    this.#changed();
    const all = toCome !== null && toCome <= 0;
    const heading = find(this.page.root, "[data-eerst]");
    heading.textContent = told(heading, all ? "laatste" : received + declined ? "volgende" : "eerst");
    for (const part of findAll(this.page.root, "[data-nog]")) part.hidden = all;
    this.page.step("doorgeven");
  }

  // Hoeveel

  /** Something came in, went or was told: the page says so and the tab keeps it. */
  #changed() {
    if (!this.session) return;
    tellCount(this.page, this.session);
    this.#kept = keep({ session: this.session, way: this.#way });
    if (!this.#kept && this.session.received) addEventListener("beforeunload", this.#guard);
  }

  #setPeople() {
    const form = this.page.form("mensen");
    const people = readPeople(fieldOf(form, "mensen"));
    say(find(form, ".team-melding"), people === undefined ? this.page.sentence("aantal") : "");
    if (people === undefined) return;
    this.#session.people = people;
    this.#changed();
  }

  #takeBack() {
    this.#session.takeBack();
    this.#changed();
    this.page.say('[data-melding="weg"]', "weggehaald");
  }

  // Het beeld

  #show() {
    const beeld = this.#session.show();
    if (!beeld) {
      this.page.say('[data-melding="wie-wil"]', "te-weinig");
      return;
    }
    this.#changed();
    this.codes.cameraOff();
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
    const { beeld } = this.#session;
    if (!beeld) return;
    try {
      const { inWords, saveJson, savePicture } = await import("./export.js");
      const [first] = this.#figures;
      const fields = inWords(beeld, this.#figures, this.page);
      if (kind === "json") saveJson(beeld, fields);
      else {
        const [caption, empty] = ["figcaption", ".team-leeg"].map((part) => wording(find(first, part)));
        await savePicture(fields, { caption, empty, reading: this.page.sentence("lezen") });
      }
      this.page.say(place, "bewaard");
    } catch {
      this.page.say(place, "bestand-mislukt");
    }
  }
}
