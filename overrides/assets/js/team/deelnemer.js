// Someone who takes part on a phone: fills in, and gets a code to show. The page holds it, nothing else does.

import { encode, fieldsOf, grouped, sessionText } from "./code.js";
import { askTabs, forgetNonce, nonceFor } from "./nonce.js";
import { drawQr } from "./qr.js";

export class Deelnemer {
  /** @type {number | null} the session that this one takes part in */
  session = null;

  /** @param {import("./pagina.js").Pagina} page @param {import("./formulier.js").Formulier} form */
  constructor(page, form) {
    this.page = page;
    this.form = form;
    page.on("kopieer-code", () => page.copy(page.find('[data-doe="kopieer-code"]'), grouped(this.code)));
    page.on("aanpassen", () => this.#fillIn());
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

  /** Forget everything. */
  end() {
    this.empty();
    forgetNonce();
  }

  /** Forget the places. */
  empty() {
    this.session = null;
    this.form.empty();
    this.code = "";
    this.page.fill("code", "");
    this.page.find('[data-qr="code"]').replaceChildren();
  }

  #fillIn() {
    this.form.open(fieldsOf(this.session), "meedoen", (places, consent) => this.#show(places, consent));
  }

  async #show(places, consent) {
    // One person counts once, also after changing places.
    const nonce = nonceFor(this.session);
    const code = (this.code = encode({ session: this.session, nonce, consent, places }));
    const place = this.page.find('[data-qr="code"]');
    place.replaceChildren();
    this.page.fill("code", grouped(code));
    this.page.step("code");
    try {
      await drawQr(place, code, "QR-code met jouw plekken");
      // Changed meanwhile: the last one to be drawn must be the one that is meant.
      if (code !== this.code) place.replaceChildren();
    } catch {
      this.page.say(this.page.find('[data-stap="code"] .team-melding'), this.page.sentence("qr-mist"));
    }
  }
}
