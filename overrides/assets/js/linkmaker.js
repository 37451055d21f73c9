// Makes a link to chosen fields and questions, and the code to show these in a frame on a page elsewhere.

import { copy, tell } from "./kopieer.js";
import { maakLink } from "./reflectie/link.js";

/** @param {string} text */
const escaped = (text) =>
  text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`.replace("&#38;", "&amp;").replace("&#34;", "&quot;"));

class LinkMaker extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector("form");
    [this.linkPart, this.codePart] = this.querySelectorAll(".gemaakt");
    for (const part of [this.linkPart, this.codePart]) {
      const button = part.querySelector(".kopieer");
      const status = part.querySelector(".gekopieerd");
      // Without https a browser gives no clipboard; the text can still be selected.
      button.hidden = !navigator.clipboard;
      button.addEventListener("click", () =>
        copy(part.querySelector(".citaat")).then(
          () => tell(status, "Gekopieerd"),
          () => tell(status, "Kopiëren lukte niet; selecteer de tekst zelf"),
        ),
      );
    }
    this.form.addEventListener("change", () => this.#make());
    // Who can make a link needs no ready one.
    this.parentElement.querySelector(".kant-en-klaar").open = false;
    // Going back may bring the choices back.
    addEventListener("pageshow", () => this.#make());
    this.#make();
  }

  #make() {
    const choice = new FormData(this.form);
    const boxes = [...this.form.querySelectorAll("[name=velden]:checked")];
    const fields = boxes.map((box) => box.value);
    const some = choice.get("welke") === "kies";
    const questions = choice.getAll("vragen").filter((id) => fields.includes(id.split("-")[0]));
    this.querySelector(".met-velden").hidden = !fields.length;
    this.querySelector(".vraagkeuzes").hidden = !some;
    this.querySelector(".nog-geen").hidden = questions.length > 0;
    this.querySelector(".wel-een").hidden = !questions.length;
    for (const list of this.querySelectorAll(".vraagkeuze")) list.hidden = !fields.includes(list.dataset.veld);
    const fragment = maakLink(fields, some ? questions : null);

    this.#show(this.linkPart, [this.#address(this.dataset.reflectie, fragment)]);
    const frames =
      choice.get("wat") === "lijn"
        ? boxes.map((box) => ({
            address: this.#address(box.dataset.kader),
            title: box.dataset.kort,
            height: Number(this.dataset.hoogte),
          }))
        : [
            {
              address: this.#address(this.dataset.kader, fragment),
              title: boxes.map((box) => box.dataset.kort).join(", "),
              height: this.#height(fields, some && questions.length ? questions : null),
            },
          ];
    const script = choice.has("script")
      ? [`<script src="${escaped(this.#address(this.dataset.script))}" async></script>`]
      : [];
    this.#show(this.codePart, [...frames.map((frame) => this.#frame(frame)), ...script], frames[0]?.address);
  }

  /** @param {Element} part @param {string[]} lines @param {string} [address] what there is to look at, when that isn't the text itself */
  #show(part, lines, address = lines[0]) {
    part.querySelector("code").textContent = lines.join("\n");
    part.querySelector(".bekijk").href = address;
  }

  /** @param {string} path @param {string} [fragment] */
  #address(path, fragment = "") {
    return new URL(path, location.href).href + fragment;
  }

  /** A guess for where nothing sets the height: a line, and its questions. @param {string[]} fields @param {string[] | null} questions */
  #height(fields, questions) {
    const count = (questions ?? [...this.querySelectorAll(".vraagkeuze:not([hidden]) input")]).length;
    return 300 + (Number(this.dataset.hoogte) - 240) * fields.length + 150 * count;
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
      sandbox: this.dataset.sandbox,
    };
    const written = Object.entries(attributes).map(([name, value]) => `${name}="${escaped(String(value))}"`);
    return `<iframe ${written.join(" ")}></iframe>`;
  }
}

customElements.define("link-maker", LinkMaker);
