// Someone who takes part on a phone: fills in, and gets a code to show. The page holds it, nothing else does.

import { find, findAll, told } from "../samen/dom.js";
import { LINES, NONE, encode, fieldsOf, grouped, sessionText } from "./code.js";
import { askTabs, forgetNonce, nonceFor } from "./nonce.js";
import { copies } from "./kopie.js";
import { drawQr } from "./qr.js";

export class Deelnemer {
  /** @type {number | null} the session that this one takes part in */
  session = null;
  #code = "";

  /** @param {import("../samen/steps.js").Page} page @param {import("./form.js").Form} form */
  constructor(page, form) {
    this.page = page;
    this.form = form;
    copies(page, "kopieer-code", () => grouped(this.#code));
    page.on("aanpassen", () => this.#fillIn());
    page.on("niet-mee", () => this.#decline());
    page.on("klaar", () => {
      this.end();
      page.step("klaar");
    });
  }

  /** @param {number} session */
  join(session) {
    this.empty();
    this.session = session;
    askTabs(session);
    this.page.fill("sessie", sessionText(session));
    this.#fillIn();
  }

  /** Forget the places. */
  empty() {
    this.session = null;
    this.form.empty();
    this.#code = "";
    this.page.fill("code", "");
    find(this.page.root, '[data-qr="code"]').replaceChildren();
  }

  /** Forget everything. */
  end() {
    this.empty();
    forgetNonce();
  }

  #fillIn() {
    const { session } = this;
    if (session === null) return;
    this.form.open(fieldsOf(session), "meedoen", (places, consent) => {
      // One person counts once, also after changing places.
      this.#show(encode({ session, nonce: nonceFor(session), consent, places }), "plekken");
    });
  }

  /** A code without a place: it looks like any other, so nobody in the room sees who doesn't take part. */
  #decline() {
    const { session } = this;
    if (session === null) return;
    this.form.empty();
    const places = Array(LINES).fill(NONE);
    this.#show(encode({ session, nonce: nonceFor(session), consent: false, places }), "niet-mee");
  }

  /** @param {string} code @param {"plekken" | "niet-mee"} what is in it, for which the words differ */
  async #show(code, what) {
    this.#code = code;
    for (const part of findAll(this.page.root, "[data-in-code]")) part.hidden = told(part, "inCode") !== what;
    const place = find(this.page.root, '[data-qr="code"]');
    place.replaceChildren();
    this.page.fill("code", grouped(code));
    this.page.step("code");
    try {
      await drawQr(
        place,
        code,
        what === "plekken" ? "QR-code met jouw plekken" : "QR-code die zegt dat je niet meedoet",
      );
      // Changed meanwhile: the last one to be drawn must be the one that is meant.
      if (code !== this.#code) place.replaceChildren();
    } catch {
      this.page.say('[data-stap="code"] .team-melding', "qr-mist");
    }
  }
}
