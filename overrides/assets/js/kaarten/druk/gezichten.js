// The faces of cards in a PDF: each comes from the stock as it is, and is in the document once.

import { Grey } from "./grijs.js";

/** @typedef {import("./vellen.js").Face} Face */
/** @typedef {import("./vellen.js").Form} Form */
/** @typedef {import("./voorraad.js").Catalogue} Catalogue */

/** Points in a mm. */
export const POINTS = 72 / 25.4;

/** @param {number} value */
export const number = (value) => String(Number(value.toFixed(4)));

/** The faces of one size, each put into the document when it is first asked for. */
export class Faces {
  /**
   * @param {any} library
   * @param {any} pdf
   * @param {Map<string, ArrayBuffer>} stocks
   * @param {Catalogue} catalogue
   * @param {string} size
   * @param {boolean} grey
   */
  static async from(library, pdf, stocks, catalogue, size, grey) {
    const how = { updateMetadata: false, parseSpeed: library.ParseSpeeds.Fastest };
    const sources = new Map();
    for (const [path, bytes] of stocks) {
      const [of, name] = path.split("/");
      if (of !== size) continue;
      const source = await library.PDFDocument.load(bytes, how);
      sources.set(name, {
        pages: source.getPages(),
        copier: library.PDFObjectCopier.for(source.context, pdf.context),
      });
    }
    return new Faces(library, pdf, sources, catalogue, size, grey);
  }

  /**
   * @param {any} library
   * @param {any} pdf
   * @param {Map<string, { pages: any[], copier: any }>} stocks by name
   * @param {Catalogue} catalogue
   * @param {string} size
   * @param {boolean} grey
   */
  constructor(library, pdf, stocks, catalogue, size, grey) {
    this.library = library;
    this.pdf = pdf;
    this.stocks = stocks;
    this.size = catalogue.maten[size];
    this.layers = catalogue.lagen;
    this.bleed = catalogue.bleed;
    this.grey = grey ? new Grey(library, pdf.context) : null;
    /** @type {ReturnType<import("../zelf/letterpdf.js").Writing> | undefined} what somebody wrote on some of them */
    this.text = undefined;
    /** @type {any} a reference to the profile of the colours, once a face with colour is in the document */
    this.profile = undefined;
    /** @type {Map<string, Promise<any>>} */
    this.known = new Map();
  }

  /** @param {Face} face @param {Form} form @returns {Promise<any>} a reference to the face in the document */
  get(face, form) {
    const [stock, front] = this.size.kaarten[face.kaart];
    return this.#page(stock, front, face, form);
  }

  /** @param {Face} face @param {Form} form @returns {Promise<any>} the same of what lies under the face */
  layer(face, form) {
    return this.#page(this.size.kaarten[face.kaart][0], this.layers[form.laag], face, form);
  }

  /** @param {number} stock @param {number} front the page of the front @param {Face} face @param {Form} form */
  #page(stock, front, { gezicht }, form) {
    const number = front + (gezicht === "achter" ? 1 : 0);
    // No card is printed in two forms, so the box is the same each time.
    const key = `${stock} ${number}`;
    const known = this.known.get(key) ?? this.#add(this.size.voorraad[stock], number, form);
    this.known.set(key, known);
    return known;
  }

  /** @param {string} stock @param {number} index of the page @param {Form} form */
  async #add(stock, index, form) {
    const source = this.stocks.get(stock);
    if (!source) throw new Error(`the stock ${stock} was not fetched`);
    const { pages, copier } = source;
    const page = pages[index].node;
    const { PDFName, PDFRawStream } = this.library;
    /** @param {string} text */
    const name = (text) => PDFName.of(text);
    const middle = this.size.kaart.map((mm) => (mm / 2 + this.bleed) * POINTS);
    const half = form.cel.map((mm, axis) => Math.min((mm / 2 + form.afloop) * POINTS, middle[axis]));
    const { context } = this.pdf;
    const entries = {
      Type: "XObject",
      Subtype: "Form",
      BBox: [middle[0] - half[0], middle[1] - half[1], middle[0] + half[0], middle[1] + half[1]].map((edge) =>
        Number(number(edge)),
      ),
      Matrix: [1, 0, 0, 1, Number(number(-middle[0])), Number(number(-middle[1]))],
    };
    const stream = page.Contents();
    if (!(stream instanceof PDFRawStream)) throw new Error("a page of the stock is not one stream");
    const dict = context.obj(entries);
    const resources = copier.copy(page.Resources());
    this.profile ??= this.#profileIn(resources);
    dict.set(name("Resources"), this.grey ? this.grey.resources(resources) : resources);
    // What is packed stays packed: to unpack and pack again is most of the time that embedding a page takes.
    const content = this.grey ? await this.grey.content(stream) : stream.contents;
    for (const key of ["Filter", "DecodeParms"].map(name))
      if (stream.dict.has(key)) dict.set(key, copier.copy(stream.dict.get(key)));
    dict.set(name("Length"), this.library.PDFNumber.of(content.length));
    return context.register(PDFRawStream.of(dict, content));
  }

  /** The profile of three colours among what a face refers to; Typst gives all of them that of sRGB. @param {any} resources */
  #profileIn(resources) {
    /** @param {string} text */
    const name = (text) => this.library.PDFName.of(text);
    const spaces = resources.lookup(name("ColorSpace"));
    return (spaces?.values() ?? [])
      .map((/** @type {any} */ space) => this.pdf.context.lookup(space).get(1))
      .find(
        (/** @type {any} */ profile) => this.pdf.context.lookup(profile)?.dict?.lookup(name("N"))?.asNumber() === 3,
      );
  }
}
