// What both roles need of the page: its steps, its sentences, its places, and questions before something disappears.

export class Pagina {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    this.sentences = new Map(
      [...this.find("template[data-zinnen]").content.querySelectorAll("[data-zin]")].map((one) => [
        one.dataset.zin,
        one.textContent,
      ]),
    );
    for (const part of this.all("[data-zeker]")) this.#askFirst(part);
  }

  /** @param {string} selector @param {ParentNode} within @returns {any} */
  find(selector, within = this.root) {
    return within.querySelector(selector);
  }

  /** @param {string} selector @returns {any[]} */
  all(selector, within = this.root) {
    return [...within.querySelectorAll(selector)];
  }

  /** A sentence of the page with its blanks filled in. @param {string} name @param {Record<string, any>} values */
  sentence(name, values = {}) {
    return this.sentences.get(name).replace(/\{(\w+)\}/g, (_, blank) => values[blank]);
  }

  /** Put the same text in every place called `name`, such as the session. */
  fill(name, text) {
    for (const place of this.all(`[data-${name}]`)) place.textContent = text;
  }

  /** Say something in a live region; the same words twice are heard twice. @param {HTMLElement} place @param {string} text */
  say(place, text) {
    place.textContent = "";
    // A live region speaks when its text changes.
    if (text)
      requestAnimationFrame(() => {
        place.textContent = text;
      });
  }

  /** Show one step and only that, and bring the reader to its heading. */
  step(name) {
    for (const part of this.all("[data-stap]")) part.hidden = part.dataset.stap !== name;
    for (const place of this.all(".team-melding, .team-gedaan")) place.textContent = "";
    for (const part of this.all("[data-zeker]")) this.#close(part);
    this.root.dataset.nu = name;
    const heading = this.all(`[data-stap="${name}"] h2`).find((one) => one.getClientRects().length);
    if (heading) this.goTo(heading);
  }

  /** @param {HTMLElement} heading */
  goTo(heading) {
    if (this.root.getBoundingClientRect().top < 0) this.root.scrollIntoView({ behavior: "instant" });
    heading.focus({ preventScroll: true });
  }

  /** @param {string} name @param {() => void} act */
  on(name, act) {
    for (const button of this.all(`[data-doe="${name}"]`)) button.addEventListener("click", act);
  }

  /** Do `act` once the person has said yes to the question. @param {string} name @param {() => void} act */
  whenSure(name, act) {
    for (const part of this.all(`[data-zeker="${name}"]`)) {
      this.find("[data-ja]", part).addEventListener("click", () => {
        this.#close(part);
        act();
      });
    }
  }

  /** @param {string} name @param {(form: HTMLFormElement) => void} act */
  onSubmit(name, act) {
    const form = this.find(`[data-form="${name}"]`);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      act(form);
    });
  }

  /** Copy, and tell beside the button. @param {HTMLElement} button @param {string} text */
  async copy(button, text) {
    const told = this.find(".team-gedaan", button.closest(".team-knoppen"));
    const done = await navigator.clipboard?.writeText(text).then(
      () => true,
      () => false,
    );
    this.say(told, this.sentence(done ? "gekopieerd" : "niet-gekopieerd"));
  }

  #askFirst(part) {
    const question = this.find(".team-vraag", part),
      button = this.find("[data-vraag]", part);
    button.addEventListener("click", () => {
      button.hidden = true;
      question.hidden = false;
      question.focus();
    });
    this.find("[data-nee]", part).addEventListener("click", () => {
      this.#close(part);
      button.focus();
    });
  }

  #close(part) {
    this.find(".team-vraag", part).hidden = true;
    this.find("[data-vraag]", part).hidden = false;
  }
}
