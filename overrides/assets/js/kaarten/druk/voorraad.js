// What making a PDF takes, fetched once and kept: the catalogue, the faces of each size, and the library.

/**
 * @typedef {import("./vellen.js").Form} Form
 * @typedef {import("./vellen.js").Pile} Pile
 * @typedef {{ naam: string, kaart: [number, number], voorraad: string[], kaarten: Record<string, [number, number]> }} Size a
 *   size of cards: in which stock each lies, and on which page of it its front; the back is on the next
 * @typedef {{ bleed: number, lagen: Record<string, number>, maten: Record<string, Size>, vormen: Form[] }} Catalogue lagen:
 *   by ink the page of every stock with what lies under its fronts; what lies under its backs is on the next
 */

/** The site has been renewed since this page was loaded. */
export class Renewed extends Error {}

export class Stock {
  /** @type {Map<string, Promise<any>>} */
  #kept = new Map();
  #attempt = 0;

  /** @param {string} folder address of the folder that has the catalogue @param {string} library address of pdf-lib */
  constructor(folder, library) {
    this.folder = folder;
    this.libraryAddress = library;
  }

  /** @returns {Promise<Catalogue>} */
  catalogue() {
    return this.#keep("voorraad.json", async (path) => (await this.#fetch(path)).json());
  }

  /** @param {string} path of a stock, such as `a7/emoties` @returns {Promise<ArrayBuffer>} */
  faces(path) {
    return this.#keep(`voorraad/${path}.pdf`, async (file) => (await this.#fetch(file)).arrayBuffer());
  }

  /** What one reads on each card, by its id: large and small on its front, on its back, and all else. @returns {Promise<Record<string, string[]>>} */
  texts() {
    return this.#keep("teksten.json", async (path) => (await this.#fetch(path)).json());
  }

  /** What it takes to set what somebody wrote on a card. @returns {Promise<import("../zelf/zetten.js").Told>} */
  writing() {
    return this.#keep("zelf.json", async (path) => (await this.#fetch(path)).json());
  }

  /** @param {string} file of a font @returns {Promise<ArrayBuffer>} */
  letters(file) {
    return this.#keep(`letters/${file}`, async (path) => (await this.#fetch(path)).arrayBuffer());
  }

  library() {
    // Browsers remember that a module failed by its address, so each new attempt has its own.
    return this.#keep("pdf-lib", () => import(`${this.libraryAddress}${this.#attempt ? `?${this.#attempt}` : ""}`));
  }

  /** @param {string} size @param {string} card @param {string} side */
  picture(size, card, side) {
    return `${this.folder}gezichten/${size}/${card}-${side}.svg`;
  }

  /**
   * @template T
   * @param {string} path
   * @param {(path: string) => Promise<T>} get
   * @returns {Promise<T>}
   */
  #keep(path, get) {
    const known = this.#kept.get(path);
    if (known) return known;
    const asked = get(path).catch((error) => {
      this.#kept.delete(path);
      this.#attempt += 1;
      throw error;
    });
    this.#kept.set(path, asked);
    return asked;
  }

  /** @param {string} path */
  async #fetch(path) {
    const response = await fetch(this.folder + path);
    // The folder is named by what is in it: when it is gone, the site has another edition of the cards.
    if (response.status === 404 || response.status === 410) throw new Renewed(path);
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    return response;
  }
}

/** The stocks that the piles take faces from, as paths. @param {Pile[]} piles @param {Catalogue} catalogue @returns {string[]} */
export const stocksOf = (piles, catalogue) => [
  ...new Set(
    piles.flatMap(({ form, cards }) => {
      const { voorraad, kaarten } = catalogue.maten[form.maat];
      return cards.map((card) => `${form.maat}/${voorraad[kaarten[card][0]]}`);
    }),
  ),
];
