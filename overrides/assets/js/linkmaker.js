// Makes a link to chosen fields and questions, and the code to show these in a frame on a page elsewhere.

import { makeLink } from "./reflectie/link.js";
import { copiesOnPress } from "./samen/clipboard.js";
import { find, findAll, told } from "./samen/dom.js";

/** @type {Record<string, string>} */
const ENTITIES = { "&": "&amp;", "<": "&#60;", ">": "&#62;", '"': "&quot;" };

/** @param {string | number} text */
const escaped = (text) => String(text).replace(/[&<>"]/g, (sign) => ENTITIES[sign]);

class LinkMaker extends HTMLElement {
  connectedCallback() {
    const form = find(this, "form", HTMLFormElement);
    const [link, code] = findAll(this, ".gemaakt");
    for (const part of [link, code]) {
      copiesOnPress(find(part, ".kopieer"), find(part, ".gekopieerd"), () => find(part, ".citaat"));
    }
    const make = () => this.#make(form, link, code);
    form.addEventListener("change", make);
    // Who can make a link needs no ready one.
    this.parentElement?.querySelector("details.kant-en-klaar")?.removeAttribute("open");
    // Going back may bring the choices back.
    addEventListener("pageshow", make);
    make();
  }

  /** @param {HTMLFormElement} form @param {HTMLElement} link @param {HTMLElement} code */
  #make(form, link, code) {
    const choice = new FormData(form);
    const boxes = findAll(form, "[name=velden]:checked", HTMLInputElement);
    const fields = boxes.map((box) => box.value);
    const some = choice.get("welke") === "kies";
    const questions = choice
      .getAll("vragen")
      .map(String)
      .filter((id) => fields.includes(id.split("-")[0]));
    find(this, ".met-velden").hidden = !fields.length;
    find(this, ".vraagkeuzes").hidden = !some;
    find(this, ".nog-geen").hidden = questions.length > 0;
    find(this, ".wel-een").hidden = !questions.length;
    for (const list of findAll(this, ".vraagkeuze")) list.hidden = !fields.includes(told(list, "veld"));
    const fragment = makeLink(fields, some ? questions : null);

    show(link, [address(told(this, "reflectie"), fragment)]);
    const frames =
      choice.get("wat") === "lijn"
        ? boxes.map((box) => ({
            address: address(told(box, "kader")),
            title: told(box, "kort"),
            height: this.#lineHeight,
          }))
        : [
            {
              address: address(told(this, "kader"), fragment),
              title: boxes.map((box) => told(box, "kort")).join(", "),
              height: this.#height(fields, some && questions.length ? questions : null),
            },
          ];
    const script = choice.has("script")
      ? [`<script src="${escaped(address(told(this, "script")))}" async></script>`]
      : [];
    show(code, [...frames.map((frame) => this.#frame(frame)), ...script], frames[0]?.address);
  }

  get #lineHeight() {
    return Number(told(this, "hoogte"));
  }

  /**
   * A guess for where nothing sets the height: a line, and its questions.
   * @param {string[]} fields
   * @param {string[] | null} questions
   */
  #height(fields, questions) {
    const count = (questions ?? findAll(this, ".vraagkeuze:not([hidden]) input")).length;
    return 300 + (this.#lineHeight - 240) * fields.length + 150 * count;
  }

  /** @param {{address: string, title: string, height: number}} frame */
  #frame({ address, title, height }) {
    const attributes = {
      src: address,
      title,
      width: "100%",
      height,
      style: "border: 0",
      loading: "lazy",
      sandbox: told(this, "sandbox"),
    };
    const written = Object.entries(attributes).map(([name, value]) => `${name}="${escaped(value)}"`);
    return `<iframe ${written.join(" ")}></iframe>`;
  }
}

/**
 * @param {HTMLElement} part
 * @param {string[]} lines
 * @param {string} [address] what there is to look at, when that isn't the text itself
 */
function show(part, lines, address = lines[0]) {
  find(part, "code").textContent = lines.join("\n");
  find(part, ".bekijk", HTMLAnchorElement).href = address;
}

/** @param {string} path @param {string} [fragment] */
const address = (path, fragment = "") => new URL(path, location.href).href + fragment;

customElements.define("link-maker", LinkMaker);
