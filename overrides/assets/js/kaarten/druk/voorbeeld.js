// The sheets as they will print, composed of the pictures of the faces; a back that is upside down in the PDF is so here.

import { findAll, h } from "../../samen/dom.js";
import { whenNear } from "./nearby.js";
import { sheets } from "./vellen.js";

/** @typedef {import("./vellen.js").Pile} Pile */
/** @typedef {import("./voorraad.js").Catalogue} Catalogue */
/** @typedef {import("./vellen.js").Edge} Edge */
/** @typedef {import("./vellen.js").Face} Face */
/** @typedef {import("./vellen.js").Form} Form */
/** @typedef {import("./vellen.js").Sheet} Sheet */

const FIRST = 2;

export class Preview {
  /** @type {Map<string, HTMLElement>} each sheet in sight, by what lies on it: what stays is not drawn again */
  #drawn = new Map();
  /** @type {Set<string>} forms of which all sheets were asked for */
  #unfolded = new Set();

  /**
   * @param {HTMLElement} place
   * @param {(size: string, card: string, side: string) => Element} picture
   * @param {(ids: string[]) => string[]} names of cards
   */
  constructor(place, picture, names) {
    this.place = place;
    this.picture = picture;
    this.names = names;
  }

  /** Cards may look otherwise than they did. */
  forget() {
    this.#drawn.clear();
  }

  /** @param {Pile[]} piles @param {Catalogue} catalogue @param {Edge} edge */
  show(piles, catalogue, edge) {
    const before = this.#drawn;
    this.#drawn = new Map();
    this.place.replaceChildren(
      ...piles.map(({ form, cards }) => {
        const found = sheets(form, cards);
        const some = this.#unfolded.has(form.id) ? found : found.slice(0, FIRST);
        const parts = [
          h("h3", {}, `${capital(catalogue.maten[form.maat].naam)}: ${form.naam}`),
          h("p", {}, form.advies[edge].map(([, text]) => text).join(" ")),
          ...some.map((sheet) => this.#sheet(sheet, form, edge, before)),
        ];
        if (some.length < found.length) {
          parts.push(this.#more(found.length - some.length, form, () => this.show(piles, catalogue, edge)));
        }
        return h("section", form.afloop ? { class: "kies-losse" } : {}, ...parts);
      }),
    );
  }

  /** A button for the other sheets. @param {number} count @param {Form} form @param {() => void} again */
  #more(count, form, again) {
    const what = form.afloop ? ["kaart", "kaarten"] : ["vel", "vellen"];
    const words = count === 1 ? `Toon nog 1 ${what[0]}` : `Toon nog ${count} ${what[1]}`;
    const button = h("button", { type: "button", class: "knop stil" }, words);
    button.addEventListener("click", () => {
      const place = [...this.place.children].findIndex((section) => section.contains(button));
      this.#unfolded.add(form.id);
      again();
      // The button is gone, so the focus goes to what came in its place.
      const next = findAll(this.place.children[place], ".vel")[FIRST];
      next.tabIndex = -1;
      next.focus({ preventScroll: true });
    });
    return h("p", {}, button);
  }

  /** @param {Sheet} sheet @param {Form} form @param {Edge} edge @param {Map<string, HTMLElement>} before */
  #sheet(sheet, form, edge, before) {
    const key = [form.id, edge, sheet.nummer, ...sheet.voor.map((face) => face.kaart)].join(" ");
    const known = before.get(key) ?? this.#draw(sheet, form, edge);
    this.#drawn.set(key, known);
    return known;
  }

  /** @param {Sheet} sheet @param {Form} form @param {Edge} edge */
  #draw(sheet, form, edge) {
    const name = `${form.afloop ? "Kaart" : "Vel"} ${sheet.nummer}`;
    const folded = form.soort === "boekje";
    const back = sheet.achter[edge];
    const front = folded ? "Buitenkant" : back.length ? "Voorkant" : "Voor- en achterkanten";
    const sides = [{ faces: sheet.voor, side: front, look: "blad" }];
    if (back.length) {
      const turned = back.some((face) => face.gedraaid);
      const side = folded ? "Binnenkant" : "Achterkant";
      sides.push({
        faces: back,
        side: turned && sheet.nummer === 1 ? `${side}, in de PDF met opzet op zijn kop` : side,
        look: turned ? "blad blad-achter op-zijn-kop" : "blad blad-achter",
      });
    }
    const papers = sides.map(({ faces, side, look }) => ({
      paper: h("div", {
        class: `${look} vorm-${form.id}`,
        role: "img",
        "aria-label": `${side} van ${name.toLowerCase()}: ${this.names([...new Set(faces.map((face) => face.kaart))]).join(", ")}`,
      }),
      side,
      faces: inRows(faces, form),
    }));
    const drawn = h(
      "section",
      { class: "vel" },
      h("h4", {}, name),
      ...papers.map(({ paper, side }) => h("figure", {}, paper, h("figcaption", {}, side))),
    );
    whenNear(drawn, (near) => {
      for (const { paper, faces } of papers) {
        paper.replaceChildren(...faces.map((face) => (near && face ? this.#face(face, form) : h("span", {}))));
      }
    });
    return drawn;
  }

  /** @param {Face} face @param {Form} form */
  #face(face, form) {
    const image = this.picture(form.maat, face.kaart, face.gezicht);
    image.classList.toggle("op-zijn-kop", face.gedraaid && form.soort === "enkelzijdig");
    return image;
  }
}

/**
 * Faces in reading order of the sheet; the style turns backs around. An empty place is null where more comes after it.
 * @param {Face[]} faces
 * @param {Form} form
 * @returns {(Face | null)[]}
 */
function inRows(faces, form) {
  if (form.soort !== "enkelzijdig") return faces;
  const fronts = faces.filter((face) => face.gezicht === "voor");
  const gap = Array.from({ length: form.kolommen - fronts.length }, () => null);
  return [...fronts, ...gap, ...faces.filter((face) => face.gezicht === "achter")];
}

/** @param {string} text */
const capital = (text) => text[0].toUpperCase() + text.slice(1);
