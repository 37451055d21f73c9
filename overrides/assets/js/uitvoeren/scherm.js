// The page of who leads while a meeting is led: what is on now, what comes, the clock, and what could be shorter.

import { find, findAll, h, hide, rewrite } from "../samen/dom.js";
import { say } from "../samen/say.js";
import { enumerate } from "../samen/words.js";
import { choices, slides } from "./dias.js";
import { endOf, following, preceding, standing } from "./verloop/beurten.js";
import { shape } from "./verloop/klok.js";
import { clockAt, minutesSaid, toMinute } from "./verloop/tijd.js";
import { MINUTE } from "./verloop/verloop.js";

/** @typedef {import("./verloop/beurten.js").Loop} Loop */
/** @typedef {import("./verloop/beurten.js").Stand} Stand */
/** @typedef {import("../begeleiden/draaiboek.js").Blok} Blok */

const ESTIMATE = "±\u00a0";

export class Scherm {
  /** @type {Map<string, Blok>} */
  blokken = new Map();
  /** When what comes is to begin, as it stands in the list. */
  #straks = 0;

  /** @param {import("../samen/steps.js").Page} page @param {import("../begeleiden/blokken.js").Aanbod} aanbod */
  constructor(page, aanbod) {
    this.page = page;
    this.aanbod = aanbod;
    this.root = find(page.root, '[data-stap="loopt"]');
  }

  /** The block that has its turn; undefined when all is done. @param {Loop} loop */
  blok({ beurten, nu }) {
    return this.blokken.get(beurten[nu]?.id ?? "");
  }

  /** What a block is called; nothing when it isn't there. @param {Blok | undefined} blok */
  title(blok) {
    return blok ? this.aanbod.title(blok) : "";
  }

  /** Show where it is, until the next tick but for the time. @param {Loop} loop */
  draw(loop) {
    const blok = this.blok(loop);
    if (!blok) return;
    const { page, aanbod } = this;
    const [all, next, card] = [slides(aanbod, blok), following(loop), aanbod.of(blok)];
    const dia = all[Math.min(loop.stap, all.length - 1)];
    const waar = { blok: loop.nu + 1, blokken: loop.beurten.length };
    page.fill("waar", page.sentence("waar", waar));
    this.#set("titel", this.title(blok));
    this.#set("dia", aanbod.isUnknown(blok) ? page.sentence("onbekend", { welke: blok.wat }) : dia.naam);
    this.#set("tekst", dia.tekst || (blok.wat === "ruimte" ? page.sentence("ruimte") : ""));
    find(this.root, ".loop-dia").dataset.soort = dia.soort;
    this.#tell({
      door: aanbod.sign(blok),
      wie: blok.wie,
      nodig: loop.stap === 0 ? aanbod.needs(blok) : "",
      opstelling: card?.opstelling,
      "om-te-kiezen": card?.polen ? choices(aanbod, blok) : choices(aanbod, blok).join(", "),
      regels: card?.regels,
      notitie: blok.notitie,
    });
    hide(page.button("ga-door"), next === loop.beurten.length, find(this.root, "h2"));
    this.#straks = 0;
    const last = loop.stap >= all.length - 1;
    const onward = !last ? "volgende" : next < loop.beurten.length ? "volgend-blok" : "klaar";
    for (const button of findAll(page.root, '[data-doe="verder"]')) rewrite(button, page.sentence(onward));
    for (const button of findAll(page.root, '[data-doe="terug"]')) {
      button.setAttribute("aria-disabled", String(loop.stap === 0 && preceding(loop) < 0));
    }
    page.button("pauze").textContent = page.sentence(loop.pauze === null ? "onderbreek" : "hervat");
  }

  /** Show how late it is. @param {Loop} loop @param {number} now @returns {Stand} */
  tick(loop, now) {
    const stand = standing(loop, now);
    const beurt = loop.beurten[loop.nu];
    const clock = find(this.root, ".loop-klok");
    clock.dataset.vorm = shape(stand.over);
    clock.toggleAttribute("data-stil", loop.pauze !== null);
    const gone = 1 - stand.over / (Math.max(1, beurt.minuten) * MINUTE);
    find(clock, ".loop-streep").style.setProperty("--gegaan", String(gone));
    const over = this.left(stand.over);
    this.#set("over", loop.pauze === null ? over : this.page.sentence("pauze", { over }));
    const tot = clockAt(toMinute(endOf(beurt)));
    this.#set("tot", loop.pauze === null && stand.over > 0 ? this.page.sentence("tot", { tot }) : "");
    const straks = toMinute(now + Math.max(0, stand.over));
    this.#set("straks", this.#next(loop, straks));
    if (straks !== this.#straks) this.#draw("alles", this.#rows(loop, straks));
    this.#straks = straks;
    this.#propose(loop, stand);
    return stand;
  }

  /** How long is left, in words. @param {number} over ms */
  left(over) {
    const name = over > 0 ? "over" : over > -MINUTE ? "om" : "voorbij";
    return this.page.sentence(name, { tijd: minutesSaid(Math.abs(Math.ceil(over / MINUTE))) });
  }

  /**
   * Say something to who leads.
   * @param {string} text @param {"zegt" | "signaal" | "komt"} where the last two are only heard
   * @param {number} time ms until it is no longer so; 0 for what there is to do, which stays until something is done
   */
  say(text, where = "zegt", time = 20_000) {
    say(find(this.root, `.loop-${where}`), text, time);
  }

  /** @param {Loop} loop @param {number} begin when it is to begin, to the minute */
  #next(loop, begin) {
    const beurt = loop.beurten[following(loop)];
    const blok = this.blokken.get(beurt?.id ?? "");
    if (!blok) return this.page.sentence("laatste", { einde: clockAt(begin) });
    const values = {
      begin: clockAt(begin),
      titel: this.title(blok),
      tijd: this.#lasts(blok, beurt.minuten),
    };
    return this.page.sentence("straks", values);
  }

  /** @param {Loop} loop @param {Stand} stand */
  #propose({ beurten, nu }, { laat, eindigt, voorstel }) {
    const place = find(this.root, ".loop-voorstel");
    const [calm, comes] = [this.page.button("hoelang"), place.hidden];
    hide(place, !voorstel, calm);
    if (!voorstel) return;
    const { minuten, ruimte, korter } = voorstel;
    const welke = beurten.slice(nu + 1).flatMap((beurt, at) => {
      const blok = this.blokken.get(beurt.id);
      if (!blok || beurt.wat === "ruimte" || minuten[at] === beurt.minuten) return [];
      return this.page.sentence("wordt", { titel: this.title(blok), minuten: minutesSaid(minuten[at]) });
    });
    const name = laat < 0 ? "vroeg" : `laat${ruimte ? "-ruimte" : ""}${korter ? "-korter" : ""}`;
    const values = {
      laat: minutesSaid(laat),
      tijd: minutesSaid(-laat),
      ruimte: minutesSaid(ruimte),
      korter: minutesSaid(korter),
      einde: clockAt(toMinute(eindigt - (ruimte + korter) * MINUTE)),
      welke: enumerate(welke),
    };
    const told = this.page.sentence(name, values);
    this.#set("voorstel", told);
    hide(this.page.button("neem-over"), !ruimte && !korter, calm);
    hide(find(place, "[data-keuze]"), laat < 0, calm);
    // Only as it comes: what is in it changes each minute.
    if (comes) this.say(told, "komt");
  }

  /** All blocks, each with when it began or will. @param {Loop} loop @param {number} straks when the next one is to begin */
  #rows(loop, straks) {
    let at = straks;
    return loop.beurten.map((beurt, place) => {
      const begin = place > loop.nu ? at : beurt.gestart;
      if (place > loop.nu) at += beurt.minuten * MINUTE;
      const blok = this.blokken.get(beurt.id);
      const row = this.row(begin === null ? "–" : clockAt(toMinute(begin)), blok, beurt.minuten);
      if (place === loop.nu) row.setAttribute("aria-current", "step");
      return row;
    });
  }

  /** @param {string} time @param {Blok | undefined} blok @param {number} minutes that it takes now */
  row(time, blok, minutes) {
    const lasts = blok && minutes ? this.#lasts(blok, minutes) : "";
    const marks = lasts.startsWith(ESTIMATE) ? { "data-schatting": "" } : {};
    return h(
      "li",
      {},
      h("span", {}, time),
      h("b", {}, this.title(blok)),
      h("span", /** @type {Record<string, string>} */ (marks), lasts),
    );
  }

  /** How long a block takes, marked where that is our estimate. @param {Blok} blok @param {number} minuten that it takes now */
  #lasts(blok, minuten) {
    return `${this.aanbod.isEstimate({ ...blok, minuten }) ? ESTIMATE : ""}${minutesSaid(minuten)}`;
  }

  /** What is kept at hand, each to be done after this one. @param {readonly Blok[]} blokken @param {(id: string) => void} insert */
  reserve(blokken, insert) {
    find(this.root, "[data-achter-de-hand]").hidden = !blokken.length;
    this.#draw(
      "reserve",
      blokken.map((blok) => {
        const button = h("button", { type: "button", class: "knop stil klein" }, this.page.sentence("doe"));
        button.addEventListener("click", () => insert(blok.id));
        return h("li", {}, h("b", {}, this.title(blok)), button);
      }),
    );
  }

  /** @param {string} name @param {HTMLElement[]} rows */
  #draw(name, rows) {
    find(this.page.root, `[data-lijst="${name}"]`).replaceChildren(...rows);
  }

  /** @param {string} name @param {string} text */
  #set(name, text) {
    rewrite(find(this.root, `[data-${name}]`), text);
  }

  /** Things with a heading, each of which stays away when there is nothing to tell. @param {Record<string, string | string[] | undefined>} texts */
  #tell(texts) {
    for (const [name, text = ""] of Object.entries(texts)) {
      const place = find(this.root, `[data-${name}]`);
      const all = [text].flat().filter(Boolean);
      place.hidden = !all.length;
      place.replaceChildren(find(place, "dt"), ...all.map((one) => h("dd", {}, one)));
    }
  }
}
