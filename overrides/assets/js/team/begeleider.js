// The facilitator: starts a session, takes in what people hand in by three ways, and shows the picture.

import { LENGTH, codesIn, newSession, sessionText } from "./code.js";
import { Sessie, ENOUGH } from "./sessie.js";
import { drawQr } from "./qr.js";
import { Camera } from "./scan.js";
import { readSheet } from "./papier.js";
import { figures } from "./beeld.js";
import { Beamer } from "./beamer.js";

export class Begeleider {
  /** @type {Sessie | null} */
  session = null;
  /** @type {import("./sessie.js").Beeld | null} */
  #beeld = null;

  /**
   * @param {import("./pagina.js").Pagina} page
   * @param {import("./formulier.js").Formulier} form
   * @param {() => void} onBegin a session begins, so whoever took part in another no longer does
   */
  constructor(page, form, onBegin) {
    this.onBegin = onBegin;
    this.page = page;
    this.form = form;
    this.beamer = new Beamer(page);
    this.camera = new Camera(page.find("video"), (text) => this.#takeCodes(text, page.find('[data-melding="camera"]')));
    // The browser asks before a page with codes goes away; nothing else would bring them back.
    this.guard = (event) => event.preventDefault();

    page.onSubmit("begin", (choice) => this.#begin(choice));
    for (const radio of page.all('[name="manier"]')) radio.addEventListener("change", () => this.#way(radio.value));
    page.on("beurt", () => this.#turn());
    page.on("overslaan", () => this.#passOn());
    page.on("kopieer-link", () => page.copy(page.find('[data-doe="kopieer-link"]'), this.link));
    page.on("camera", () => (this.camera.on ? this.#cameraOff() : this.#cameraOn()));
    page.onSubmit("code", (typed) => this.#typed(typed));
    page.onSubmit("papier", (sheet) => this.#takeSheet(sheet));
    page.whenSure("tonen", () => this.#show());
    page.whenSure("wie-wil", () => this.#show());
    page.whenSure("stop", () => {
      this.end();
      page.step("klaar");
    });
    page.whenSure("nieuwe-ronde", () => this.#start(this.session.fields, this.way));
    page.on("beamer", () => this.beamer.open([...page.all(".team-figuur"), page.find(".team-gesprek")]));
    page.on("print", () => print());
    page.on("plaatje", () => this.#export("picture"));
    page.on("json", () => this.#export("json"));
    document.addEventListener("visibilitychange", () => {
      if (document.hidden) this.#cameraOff();
    });
  }

  /** Forget everything. */
  end() {
    this.#cameraOff();
    this.beamer.close();
    this.form.empty();
    this.session = null;
    this.#beeld = null;
    removeEventListener("beforeunload", this.guard);
    for (const name of ["code", "papier"]) this.page.find(`[data-form="${name}"]`).reset();
    for (const part of this.page.all("details")) part.open = false;
    this.page.find(".team-figuren").replaceChildren();
    this.page.find('[data-qr="uitnodiging"]').replaceChildren();
  }

  #begin(choice) {
    const fields = [...choice.querySelectorAll('[name="veld"]:checked')].map((box) => Number(box.value));
    if (fields.length) this.#start(fields, choice.elements.eerst.value);
    else this.page.say(this.page.find(".team-melding", choice), this.page.sentence("geen-veld"));
  }

  #start(fields, way) {
    this.end();
    this.onBegin();
    const [random] = crypto.getRandomValues(new Uint32Array(1));
    this.session = new Sessie(newSession(fields, random));
    const text = sessionText(this.session.number);
    this.link = `${location.origin}${location.pathname}#sessie=${text}`;
    this.page.fill("sessie", text);
    this.page.fill("adres", `${location.host}${location.pathname}`);
    for (const row of this.page.all("[data-regel]"))
      row.hidden = !fields.includes(Math.floor(row.dataset.regel / 2) + 1);
    const heading = this.page.find("[data-eerst]");
    heading.textContent = heading.dataset.eerst;
    this.#count();
    this.page.find(`[name="manier"][value="${way}"]`).checked = true;
    this.#way(way);
    this.page.step("verzamelen");
  }

  #way(way) {
    this.way = way;
    for (const part of this.page.all("[data-manier]")) part.hidden = part.dataset.manier !== way;
    if (way === "qr") this.#invite();
    else this.#cameraOff();
  }

  async #invite() {
    try {
      await drawQr(this.page.find('[data-qr="uitnodiging"]'), this.link, "QR-code om mee te doen");
    } catch {
      this.page.say(this.page.find('[data-melding="camera"]'), this.page.sentence("qr-mist"));
    }
  }

  // Doorgeven

  #turn() {
    this.form.open(this.session.fields, "doorgeven", (places, consent) => {
      this.session.take(places, consent);
      const heading = this.page.find("[data-volgende]");
      heading.textContent = heading.dataset.volgende;
      this.#passOn();
    });
  }

  #passOn() {
    this.form.empty();
    this.#count();
    this.page.step("verzamelen");
  }

  // QR

  async #cameraOn() {
    const told = this.page.find('[data-melding="camera"]');
    const refusal = await this.camera.start(() => this.#cameraOff());
    this.page.say(told, this.page.sentence(refusal ? `camera-${refusal}` : "camera-aan"));
    if (refusal) this.page.find("#team-code").focus();
    this.#cameraSeen();
  }

  #cameraOff() {
    this.camera.stop();
    this.#cameraSeen();
  }

  #cameraSeen() {
    const button = this.page.find('[data-doe="camera"]');
    button.textContent = this.camera.on ? button.dataset.uit : button.dataset.aan;
    this.page.find(".team-camera").hidden = !this.camera.on;
  }

  #typed(form) {
    if (this.#takeCodes(form.elements.code.value, this.page.find(".team-melding", form))) form.reset();
    else form.elements.code.select();
  }

  /** Take in every code of a text, and tell what happened. @returns {boolean} whether all were taken in */
  #takeCodes(text, told) {
    if (text.includes("#sessie=")) {
      this.page.say(told, this.page.sentence("uitnodiging"));
      return false;
    }
    const answers = codesIn(text).map((code) => this.session.takeCode(code));
    const values = { sessie: sessionText(this.session.number), lengte: LENGTH };
    const sentences = answers.map(({ answer, tekens }) => this.page.sentence(answer, { ...values, tekens }));
    this.page.say(told, [...new Set(sentences)].join(" "));
    this.#count();
    return answers.every(({ answer }) => answer === "ontvangen");
  }

  // Papier

  #takeSheet(form) {
    const rows = this.page.all("[data-regel]:not([hidden])").map((row) => ({
      line: Number(row.dataset.regel),
      name: this.page.find(".team-regelnaam", row).textContent,
      letters: row.dataset.letters.split(" "),
    }));
    const sheet = readSheet(form.elements.letters.value, rows);
    const told = this.page.find(".team-melding", form);
    if (sheet.fault === "letters") {
      this.page.say(
        told,
        this.page.sentence("letters", { regel: sheet.row + 1, naam: rows[sheet.row].name, letters: sheet.typed }),
      );
    } else if (sheet.fault === "regels") {
      this.page.say(told, this.page.sentence("regels", { verwacht: rows.length, getypt: sheet.typed }));
    } else {
      const answer = this.session.take(sheet.places, form.elements.tonen.checked);
      this.page.say(told, this.page.sentence(answer));
      if (answer === "ontvangen") form.reset();
      this.#count();
    }
    form.elements.letters.focus();
  }

  // Het beeld

  #count() {
    const { received } = this.session;
    this.page.fill("telling", String(received));
    for (const part of this.page.all("[data-bij]"))
      part.hidden = (part.dataset.bij === "genoeg") !== received >= ENOUGH;
    if (received) addEventListener("beforeunload", this.guard);
  }

  #show() {
    const beeld = this.session.show();
    if (!beeld) {
      this.page.say(this.page.find('[data-melding="wie-wil"]'), this.page.sentence("te-weinig"));
      return;
    }
    this.#cameraOff();
    this.#beeld = beeld;
    const { received, shown } = beeld;
    this.page.find("[data-mensen]").textContent = this.page.sentence(shown === null ? "mensen" : "enkelen", {
      ontvangen: received,
      getoond: shown,
    });
    this.page.find(".team-figuren").replaceChildren(...figures(beeld, this.page));
    // Who chose to be seen by the few in the room, didn't choose to be in a file.
    for (const part of this.page.all("[data-bewaren]")) part.hidden = shown !== null;
    this.page.find("[data-blijft-hier]").hidden = shown === null;
    this.page.step("beeld");
  }

  /** @param {"picture" | "json"} kind */
  async #export(kind) {
    const told = this.page.find('[data-melding="bewaren"]');
    try {
      const { inWords, saveJson, savePicture } = await import("./uitvoer.js");
      const shown = this.page.all(".team-figuren .team-figuur");
      const fields = inWords(this.#beeld, shown, this.page);
      if (kind === "json") saveJson(this.#beeld, fields);
      else
        await savePicture(
          fields,
          this.page.find("figcaption", shown[0]).textContent,
          this.page.find(".team-leeg", shown[0]).textContent,
        );
      this.page.say(told, this.page.sentence("bewaard"));
    } catch {
      this.page.say(told, this.page.sentence("bestand-mislukt"));
    }
  }
}
