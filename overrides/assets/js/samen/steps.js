// A page that goes step by step: its steps, its sentences, its places, and questions before something disappears.

import { find, findAll, hide, rewrite, told, wording } from "./dom.js";
import { say } from "./say.js";

export class Page {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    const { content } = find(root, "template[data-zinnen]", HTMLTemplateElement);
    this.sentences = new Map(findAll(content, "[data-zin]").map((one) => [told(one, "zin"), wording(one)]));
    for (const part of findAll(root, "[data-zeker]")) this.#askFirst(part);
  }

  /** A sentence of the page with its blanks filled in. @param {string} name @param {Record<string, string | number | undefined>} values */
  sentence(name, values = {}) {
    const sentence = this.sentences.get(name);
    if (sentence === undefined) throw new Error(`the page has no sentence ${name}`);
    return sentence.replace(/\{(\w+)\}/g, (_, blank) => String(values[blank]));
  }

  /** Say a sentence of the page in a live region below `within`. @param {string} selector @param {string} name @param {ParentNode} within */
  say(selector, name, within = this.root) {
    say(find(within, selector), this.sentence(name));
  }

  /** Put the same text in every place called `name`, such as the session. @param {string} name @param {string} text */
  fill(name, text) {
    for (const place of findAll(this.root, `[data-${name}]`)) rewrite(place, text);
  }

  /** Show one step and only that, and bring the reader to its heading. What was said in another is said no more. @param {string} name */
  step(name) {
    this.show(name);
    for (const place of findAll(this.root, "[data-melding]")) say(place, "");
    for (const part of findAll(this.root, "[data-zeker]")) this.#close(part);
    const headings = findAll(this.root, `[data-stap="${name}"] h2`);
    const heading = headings.find((one) => one.getClientRects().length);
    if (!heading) return;
    this.toTop();
    heading.focus({ preventScroll: true });
  }

  /** Bring the reader to where it begins, when that is out of sight. */
  toTop() {
    if (this.root.getBoundingClientRect().top < 0) this.root.scrollIntoView({ behavior: "instant" });
  }

  /** Show one step, and leave the reader where they are. @param {string} name */
  show(name) {
    for (const part of findAll(this.root, "[data-stap]")) part.hidden = told(part, "stap") !== name;
    this.root.dataset.nu = name;
  }

  /** The step that is shown. */
  get now() {
    return this.root.dataset.nu ?? "";
  }

  /** @param {string} name */
  button(name) {
    return find(this.root, `[data-doe="${name}"]`, HTMLButtonElement);
  }

  /** @param {string} name @param {() => void} act */
  on(name, act) {
    for (const button of findAll(this.root, `[data-doe="${name}"]`)) button.addEventListener("click", act);
  }

  /** Do `act` once the person has said yes to the question. @param {string} name @param {() => void} act */
  whenSure(name, act) {
    for (const part of findAll(this.root, `[data-zeker="${name}"]`)) {
      find(part, "[data-ja]").addEventListener("click", () => {
        this.#close(part);
        act();
      });
    }
  }

  /** @param {string} name */
  form(name) {
    return find(this.root, `[data-form="${name}"]`, HTMLFormElement);
  }

  /** @param {string} name @param {(form: HTMLFormElement) => void} act */
  onSubmit(name, act) {
    const form = this.form(name);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      act(form);
    });
  }

  /** @param {HTMLElement} part */
  #askFirst(part) {
    const question = find(part, "[data-weet-je-het]");
    const button = find(part, "[data-vraag]");
    button.addEventListener("click", () => {
      button.hidden = true;
      question.hidden = false;
      question.focus();
    });
    find(part, "[data-nee]").addEventListener("click", () => this.#close(part));
  }

  /** @param {HTMLElement} part */
  #close(part) {
    const button = find(part, "[data-vraag]");
    button.hidden = false;
    hide(find(part, "[data-weet-je-het]"), true, button);
  }
}

/** A field of a form by its name. @param {HTMLFormElement} form @param {string} name */
export const fieldOf = (form, name) => find(form, `[name="${name}"]`, HTMLInputElement);
