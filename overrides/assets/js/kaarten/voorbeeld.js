// The sheets as they will print, composed of the pictures of the faces; the back as it looks when turned like a page.

import { picture, whenNear } from "./dichtbij.js";
import { sheets } from "./vellen.js";

const FIRST = 2;

export class Preview {
  /** @type {Map<string, HTMLElement>} each sheet in sight, by what lies on it: what stays is not drawn again */
  #drawn = new Map();
  /** @type {Set<string>} forms of which all sheets were asked for */
  #unfolded = new Set();

  /** @param {HTMLElement} place @param {(size: string, card: string, side: string) => string} address of a picture */
  constructor(place, address) {
    this.place = place;
    this.address = address;
  }

  /** @param {import("./pdf.js").Pile[]} piles @param {import("./pdf.js").Catalogue} catalogue @param {import("./vellen.js").Edge} edge */
  show(piles, catalogue, edge) {
    const before = this.#drawn;
    this.#drawn = new Map();
    this.place.replaceChildren(
      ...piles.map(({ form, cards }) => {
        const found = sheets(form, cards);
        const some = this.#unfolded.has(form.id) ? found : found.slice(0, FIRST);
        const parts = [
          element("h3", `${capital(catalogue.maten[form.maat].naam)}: ${form.naam}`),
          element("p", form.advies[edge].map(([, text]) => text).join(" ")),
          ...some.map((sheet) => this.#sheet(sheet, form, before)),
        ];
        if (some.length < found.length)
          parts.push(this.#more(found.length - some.length, form, () => this.show(piles, catalogue, edge)));
        const section = element("section", ...parts);
        if (form.afloop) section.className = "kies-losse";
        return section;
      }),
    );
  }

  #more(count, form, again) {
    const what = form.afloop ? ["kaart", "kaarten"] : ["vel", "vellen"];
    const button = element("button", count === 1 ? `Toon nog 1 ${what[0]}` : `Toon nog ${count} ${what[1]}`);
    button.type = "button";
    button.className = "knop stil";
    button.addEventListener("click", () => {
      const place = [...this.place.children].indexOf(button.closest("section"));
      this.#unfolded.add(form.id);
      again();
      // The button is gone, so the focus goes to what came in its place.
      const next = /** @type {HTMLElement} */ (this.place.children[place].querySelectorAll(".vel")[FIRST]);
      next.tabIndex = -1;
      next.focus({ preventScroll: true });
    });
    return element("p", button);
  }

  #sheet(sheet, form, before) {
    const key = [form.id, sheet.nummer, ...sheet.voor.map((face) => face.kaart)].join(" ");
    const known = before.get(key) ?? this.#draw(sheet, form);
    this.#drawn.set(key, known);
    return known;
  }

  #draw(sheet, form) {
    const name = `${form.afloop ? "Kaart" : "Vel"} ${sheet.nummer}`;
    const folded = form.soort === "boekje";
    const sides = [
      [sheet.voor, folded ? "Buitenkant" : sheet.achter.length ? "Voorkant" : "Voor- en achterkanten", "blad"],
    ];
    if (sheet.achter.length) sides.push([sheet.achter, folded ? "Binnenkant" : "Achterkant", "blad blad-achter"]);
    const papers = sides.map(([faces, side, look]) => {
      const paper = element("div");
      paper.className = `${look} vorm-${form.id}`;
      paper.setAttribute("role", "img");
      paper.setAttribute(
        "aria-label",
        `${side} van ${name.toLowerCase()}: ${[...new Set(faces.map((face) => face.kaart))].join(", ")}`,
      );
      return { paper, side, faces: inRows(faces, form) };
    });
    const drawn = element(
      "section",
      element("h4", name),
      ...papers.map(({ paper, side }) => element("figure", paper, element("figcaption", side))),
    );
    drawn.className = "vel";
    whenNear(drawn, (near) => {
      for (const { paper, faces } of papers)
        paper.replaceChildren(...faces.map((face) => (near && face ? this.#face(face, form) : element("span"))));
    });
    return drawn;
  }

  #face(face, form) {
    const image = picture(this.address(form.maat, face.kaart, face.gezicht));
    image.className = face.gedraaid ? "op-z-n-kop" : "";
    return image;
  }
}

/** Faces in reading order of the sheet; the style turns backs around. An empty place is null where more comes after it. */
function inRows(faces, form) {
  if (form.soort !== "enkelzijdig") return faces;
  const fronts = faces.filter((face) => face.gezicht === "voor");
  return [
    ...fronts,
    ...Array(form.kolommen - fronts.length).fill(null),
    ...faces.filter((face) => face.gezicht === "achter"),
  ];
}

const capital = (text) => text[0].toUpperCase() + text.slice(1);

/** @param {string} name @param {...(Node | string)} content */
export function element(name, ...content) {
  const made = /** @type {any} */ (document.createElement(name));
  made.append(...content);
  return made;
}
