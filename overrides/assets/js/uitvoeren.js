// Leading a meeting from its plan. Nothing of it leaves this tab, but for what the group sees in a window of the same device.

import { meetingName } from "./begeleiden/draaiboek.js";
import { readPlan } from "./begeleiden/link.js";
import { fetchBlocks } from "./begeleiden/ophalen.js";
import { beginTimes, endTime, lasting, planned, total } from "./begeleiden/tijden.js";
import { replaceAddress } from "./samen/address/entry.js";
import { find, h, told } from "./samen/dom.js";
import { say } from "./samen/say.js";
import { Page } from "./samen/steps.js";
import { kept, named, tab } from "./uitvoeren/kept.js";
import { Leiding } from "./uitvoeren/leiding.js";
import { clockAt, endings, minutesSaid } from "./uitvoeren/verloop/tijd.js";

class Uitvoeren {
  /** @type {import("./begeleiden/draaiboek.js").Draaiboek | null} */
  #plan = null;
  /** What there is to say of it until the meeting begins. */
  #trouble = "";
  #nr = 0;
  /** Of the address that one came with. */
  #fragment = "";
  /** Which plan one went to last: what comes of an earlier one is too late. */
  #turn = 0;

  /** @param {Page} page @param {import("./begeleiden/blokken.js").Aanbod} aanbod */
  constructor(page, aanbod) {
    this.page = page;
    this.aanbod = aanbod;
    this.leiding = new Leiding(page, aanbod, () => this.arrive());
    page.on("begin", () => this.#begin("gepland"));
    page.on("schuif", () => this.#begin("mee"));
    const file = find(page.root, "#loop-bestand", HTMLInputElement);
    file.addEventListener("change", () => this.#take(file));
    find(page.root, ".loop-bestand").hidden = false;
    // What the buttons promise holds for this minute.
    setInterval(() => page.now === "vooraf" && this.#tellTime(), 1000);
    // Another link to this page changes only the fragment, and so does going back from it; between two places with the same one
    // only the state is another.
    addEventListener("hashchange", () => this.#move());
    addEventListener("popstate", () => location.hash === this.#fragment && this.#move());
    addEventListener("pageshow", ({ persisted }) => persisted && this.leiding.remember());
  }

  /** To another plan; elsewhere in the history of this one, or at a place on the page, what is open stays as it is by now. */
  #move() {
    const { leads } = this.leiding;
    const id = history.state?.uitvoeren?.id;
    const isPlace = location.hash && !readPlan(location.hash);
    const here = isPlace || location.hash === this.#fragment;
    if (id ? id !== leads : !here || !(this.#plan || leads)) return this.arrive();
    replaceAddress(this.#fragment || location.pathname + location.search);
    return this.leiding.remember();
  }

  /** Go on where one was, or begin with the plan in the address. */
  async arrive() {
    const turn = ++this.#turn;
    this.#fragment = location.hash;
    const before = await kept().catch(() => undefined);
    if (turn !== this.#turn) return undefined;
    if (before) return this.leiding.resume(before);
    // What was led until now would otherwise be remembered here too, in place of what can't be read.
    this.leiding.stop();
    if (before === undefined) {
      this.#trouble = this.page.sentence("komt-niet");
      return this.#step("");
    }
    let { plan = null, trouble = "" } = readPlan(location.hash) ?? {};
    if (plan && (location.search || history.state?.uitvoeren)) {
      try {
        plan = await (await import("./uitvoeren/lezen.js")).whole(plan, tab, named());
      } catch {
        trouble ||= this.page.sentence("niet-heel");
      }
      // Meanwhile one may have gone on to another plan, or begun with the one that was open.
      if (turn !== this.#turn) return undefined;
    }
    return this.#open(plan, trouble);
  }

  /** @param {string} name of a step before the meeting begins; empty for none */
  #step(name) {
    this.page.step(name);
    this.#tell(this.#trouble);
  }

  /** @param {string} sentence */
  #tell(sentence) {
    say(find(this.page.root, ".loop-melding"), sentence);
  }

  /** @param {HTMLInputElement} input */
  async #take(input) {
    const [file] = input.files ?? [];
    if (!file) return;
    const turn = this.#turn;
    try {
      const { plan, trouble } = await (await import("./uitvoeren/lezen.js")).fromFile(file);
      if (turn !== this.#turn) return;
      if (plan) this.#open(plan);
      else this.#tell(trouble);
    } catch {
      this.#tell(this.page.sentence("komt-niet"));
    } finally {
      // The same file can then be chosen again.
      input.value = "";
    }
  }

  /** Ask which meeting it is, when there are more. @param {import("./begeleiden/draaiboek.js").Draaiboek | null} plan @param {string} trouble */
  #open(plan, trouble = "") {
    ++this.#turn;
    this.#plan = plan;
    this.#trouble = trouble;
    if (!plan) return this.#step("leeg");
    if (plan.bijeenkomsten.length === 1) return this.#prepare(0);
    const buttons = plan.bijeenkomsten.map((meeting, nr) => {
      const button = h("button", { type: "button", class: "knop stil" }, meetingName(plan, meeting));
      button.addEventListener("click", () => this.#prepare(nr));
      return button;
    });
    find(this.page.root, "[data-welke]").replaceChildren(...buttons);
    return this.#step("welke");
  }

  /** Show what is going to be, and when it would end. @param {number} nr which meeting */
  #prepare(nr) {
    const { page } = this;
    const plan = /** @type {import("./begeleiden/draaiboek.js").Draaiboek} */ (this.#plan);
    const meeting = plan.bijeenkomsten[nr];
    this.#nr = nr;
    const [blokken, times] = [planned(meeting), beginTimes(meeting)];
    page.fill("naam", meetingName(plan, meeting));
    const rows = blokken.map((blok) => this.leiding.scherm.row(times.get(blok.id) ?? "", blok, blok.minuten));
    find(page.root, '[data-lijst="vooraf"]').replaceChildren(...rows);
    const duur = lasting(total(meeting));
    const gepland = page.sentence("gepland", { begin: meeting.begin, einde: endTime(meeting), duur });
    page.fill("gepland", blokken.length ? gepland : page.sentence("leeg"));
    this.#tellTime();
    this.#step("vooraf");
  }

  /** Tell what time it is beside the plan, and what one may choose. */
  #tellTime() {
    const meeting = this.#plan?.bijeenkomsten[this.#nr];
    if (!meeting) return;
    const { page } = this;
    const now = Date.now();
    const { scheelt, gepland, mee } = endings(meeting, now);
    const choice = gepland !== mee;
    const name = !choice ? (scheelt ? "anders" : "op-tijd") : scheelt > 0 ? "later" : "eerder";
    const values = { nu: clockAt(now), begin: meeting.begin, tijd: minutesSaid(Math.abs(scheelt)) };
    page.fill("nu", page.sentence(name, values));
    page.button("begin").textContent = page.sentence(choice || meeting.einde ? "begin-einde" : "begin", {
      einde: clockAt(gepland),
    });
    page.button("schuif").textContent = page.sentence("begin-einde", { einde: clockAt(mee) });
    page.button("schuif").hidden = !choice;
  }

  /** @param {"gepland" | "mee"} which end holds */
  #begin(which) {
    const meeting = this.#plan?.bijeenkomsten[this.#nr];
    if (!this.#plan || !meeting) return;
    ++this.#turn;
    const hoor = find(this.page.root, "[data-hoor]", HTMLInputElement).checked;
    this.leiding.begin(this.#plan, this.#nr, endings(meeting, Date.now())[which], hoor);
  }
}

customElements.define(
  "bijeenkomst-loop",
  class extends HTMLElement {
    async connectedCallback() {
      const page = new Page(this);
      find(this, ".zonder-script").remove();
      try {
        const { aanbod, filled } = await fetchBlocks(told(this, "blokken"), told(this, "teksten"));
        await filled;
        await new Uitvoeren(page, aanbod).arrive();
      } catch (error) {
        page.say(".loop-melding", "blokken-mist");
        throw error;
      }
    }
  },
);
