// The facilitator takes in codes: shows how to take part, reads codes with the camera, or as they are typed and pasted.

import { find, told } from "../../samen/dom.js";
import { say } from "../../samen/say.js";
import { LENGTH, codesIn, sessionText } from "../code.js";
import { fieldOf } from "../../samen/steps.js";
import { copies } from "../kopie.js";
import { drawQr } from "../qr.js";
import { Camera } from "./scan.js";

/** @typedef {import("./sessie.js").Sessie} Sessie */

export class Codes {
  /** The address by which one takes part. */
  link = "";
  /** @type {Sessie | null} */
  #session = null;

  /** @param {import("../../samen/steps.js").Page} page @param {() => void} onTaken */
  constructor(page, onTaken) {
    this.page = page;
    this.onTaken = onTaken;
    this.told = find(page.root, '[data-melding="camera"]');
    this.camera = new Camera(find(page.root, "video", HTMLVideoElement), (text) => this.#take(text, this.told));
    copies(page, "kopieer-link", () => this.link);
    page.on("camera", () => (this.camera.on ? this.cameraOff() : this.#cameraOn()));
    page.onSubmit("code", (form) => this.#typed(form));
    document.addEventListener("visibilitychange", () => {
      if (document.hidden) this.cameraOff();
    });
  }

  /** @param {Sessie} session */
  begin(session) {
    const text = sessionText(session.number);
    this.#session = session;
    this.link = `${location.origin}${location.pathname}#sessie=${text}`;
    this.page.fill("sessie", text);
    this.page.fill("adres", `${location.host}${location.pathname}`);
  }

  /** Forget everything. */
  end() {
    this.cameraOff();
    this.#session = null;
    this.page.form("code").reset();
    find(this.page.root, '[data-qr="uitnodiging"]').replaceChildren();
  }

  async invite() {
    try {
      await drawQr(find(this.page.root, '[data-qr="uitnodiging"]'), this.link, "QR-code om mee te doen");
    } catch {
      say(this.told, this.page.sentence("qr-mist"));
    }
  }

  async #cameraOn() {
    const started = await this.camera.start(() => this.cameraOff());
    if (!started) return;
    say(this.told, this.page.sentence(`camera-${started}`));
    if (started !== "aan") find(this.page.root, "#team-code").focus();
    this.#cameraSeen();
  }

  cameraOff() {
    this.camera.stop();
    if (this.told.textContent === this.page.sentence("camera-aan")) say(this.told, "");
    this.#cameraSeen();
  }

  #cameraSeen() {
    const button = this.page.button("camera");
    button.textContent = told(button, this.camera.on ? "uit" : "aan");
    find(this.page.root, ".team-camera").hidden = !this.camera.on;
  }

  /** @param {HTMLFormElement} form */
  #typed(form) {
    const field = fieldOf(form, "code");
    if (this.#take(field.value, find(form, ".team-melding"))) form.reset();
    else field.select();
  }

  /** Take in every code of a text, and tell what happened. @param {string} text @param {HTMLElement} place @returns {boolean} whether all were taken in */
  #take(text, place) {
    const session = this.#session;
    if (!session) return false;
    const codes = codesIn(text);
    // A chat may have both: how to take part, and what came of it.
    if (codes[0] === text && text.includes("#sessie=")) {
      say(place, this.page.sentence("uitnodiging"));
      return false;
    }
    const answers = codes.map((code) => session.takeCode(code));
    const values = { sessie: sessionText(session.number), lengte: LENGTH };
    const sentences = answers.map(({ answer, tekens }) => this.page.sentence(answer, { ...values, tekens }));
    say(place, [...new Set(sentences)].join(" "));
    this.onTaken();
    return answers.every(({ answer }) => ["ontvangen", "vervangen", "doet-niet-mee"].includes(answer));
  }
}
