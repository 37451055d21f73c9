// What making a PDF takes, fetched once and kept: the catalogue, the faces of each size, and the library.
// @ts-nocheck

export class Stock {
  #kept = new Map();
  #attempt = 0;

  /** @param {string} folder address of the folder that has the catalogue @param {string} library address of pdf-lib */
  constructor(folder, library) {
    this.folder = folder;
    this.libraryAddress = library;
  }

  /** @returns {Promise<import("./pdf.js").Catalogue>} */
  catalogue() {
    return this.#keep("voorraad.json", async (path) => (await this.#fetch(path)).json());
  }

  /** @param {string} size @returns {Promise<ArrayBuffer>} */
  faces(size) {
    return this.#keep(`voorraad/${size}.pdf`, async (path) => (await this.#fetch(path)).arrayBuffer());
  }

  library() {
    // Browsers remember that a module failed by its address, so each new attempt has its own.
    return this.#keep("pdf-lib", () => import(`${this.libraryAddress}${this.#attempt ? `?${this.#attempt}` : ""}`));
  }

  /** @param {string} size @param {string} card @param {string} side */
  picture(size, card, side) {
    return `${this.folder}gezichten/${size}/${card}-${side}.svg`;
  }

  #keep(path, get) {
    if (!this.#kept.has(path)) {
      this.#kept.set(
        path,
        get(path).catch((error) => {
          this.#kept.delete(path);
          this.#attempt += 1;
          throw error;
        }),
      );
    }
    return this.#kept.get(path);
  }

  async #fetch(path) {
    const response = await fetch(this.folder + path);
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    return response;
  }
}
