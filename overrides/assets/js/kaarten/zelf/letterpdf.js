// What somebody wrote on a card, as text of a PDF in the letters of the cards: each font once, as a whole, with what its glyphs mean.
// Own code, for pdf-lib sets other fonts than the standard ones only with fontkit, which is no longer kept and six times as large.

/**
 * @typedef {import("./letters.js").Font} Font
 * @typedef {import("./zetten.js").Line} Line
 * @typedef {import("./zetten.js").Setter} Setter
 * @typedef {(size: string, card: string, side: "voor" | "achter") => { lines: Line[], card: [number, number] } | null} Lines what
 *   is written on a side, and how large the card is in mm; null when nothing is
 * @typedef {(library: any, pdf: any) => { draw: (size: string, card: string, side: "voor" | "achter") => any }} Writing draw gives a
 *   reference to the text around the middle of its card, or null
 */

const POINTS = 72 / 25.4;
const AT_ONCE = 100;

/** @param {Setter} setter @param {Lines} lines @param {Map<string, ArrayBuffer>} files of the fonts, by name @returns {Writing} */
export const writing = (setter, lines, files) => (library, pdf) => {
  const fonts = new Fonts(library, pdf, files);
  return {
    draw(size, card, side) {
      const found = lines(size, card, side);
      return found?.lines.length ? drawn(library, pdf, setter, fonts, found.lines, found.card) : null;
    },
  };
};

/** The fonts that lines are in. @param {Setter} setter @param {Line[]} lines */
export const fontsOf = (setter, lines) =>
  new Set(lines.flatMap(({ text, weight }) => setter.letters[weight].runs(text).map(({ font }) => font)));

/** @param {any} library @param {any} pdf @param {Setter} setter @param {Fonts} fonts @param {Line[]} lines @param {[number, number]} card */
function drawn(library, pdf, setter, fonts, lines, card) {
  const { context } = pdf;
  const [width, height] = card.map((mm) => mm * POINTS);
  /** @type {Record<string, any>} */
  const used = {};
  const shown = lines.map(({ text, x, y, size, weight, ring }) => {
    const runs = setter.letters[weight].runs(text).map(({ font, glyphs }) => {
      const { name, reference } = fonts.get(font);
      used[name] = reference;
      // A number in the row brings what follows closer (PDF 1.7, 9.4.3).
      const row = glyphs.map(({ number, closer }) => `<${hex(number)}>${closer ? -closer : ""}`).join("");
      return `/${name} ${size} Tf [${row.replaceAll("><", "")}] TJ`;
    });
    const before = ring ? circle(ring.x, height - ring.y, ring.radius, ring.pen) : "";
    return `${before}BT 1 0 0 1 ${round(x)} ${round(height - y)} Tm ${runs.join(" ")} ET`;
  });
  const dict = context.obj({
    Type: "XObject",
    Subtype: "Form",
    BBox: [0, 0, round(width), round(height)],
    Matrix: [1, 0, 0, 1, round(-width / 2), round(-height / 2)],
    Resources: { Font: used },
  });
  return context.register(library.PDFRawStream.of(dict, bytes(`0 g ${shown.join("\n")}`, dict, library)));
}

// How far the handles of a quarter of a circle reach, in its radius.
const HANDLE = 0.5523;

/** @param {number} x @param {number} y @param {number} r @param {number} pen */
function circle(x, y, r, pen) {
  const quarters = [1, 0, -1, 0].map((cos, index) => {
    const sin = [0, 1, 0, -1][index];
    const points = [
      [cos - HANDLE * sin, sin + HANDLE * cos],
      [HANDLE * cos - sin, cos + HANDLE * sin],
      [-sin, cos],
    ];
    return `${points.map(([right, up]) => `${round(x + r * right)} ${round(y + r * up)}`).join(" ")} c`;
  });
  return `0 G ${round(pen)} w ${round(x + r)} ${round(y)} m ${quarters.join(" ")} s `;
}

class Fonts {
  /** @type {Map<Font, { name: string, reference: any }>} */
  #known = new Map();

  /** @param {any} library @param {any} pdf @param {Map<string, ArrayBuffer>} files */
  constructor(library, pdf, files) {
    this.library = library;
    this.context = pdf.context;
    this.files = files;
  }

  /** @param {Font} font */
  get(font) {
    const known = this.#known.get(font) ?? { name: `F${this.#known.size}`, reference: this.#add(font) };
    this.#known.set(font, known);
    return known;
  }

  /** A font as PDF 1.7, 9.7 has it: glyphs by number, two bytes each. @param {Font} font */
  #add(font) {
    const { context, library } = this;
    const file = this.files.get(font.bestand);
    if (!file) throw new Error("a font was not fetched");
    const [up, down, capital] = font.maten;
    const dict = context.obj({ Length1: file.byteLength });
    const descriptor = {
      Type: "FontDescriptor",
      FontName: font.naam,
      Flags: 4,
      FontBBox: font.doos,
      ItalicAngle: 0,
      Ascent: up,
      Descent: down,
      CapHeight: capital,
      StemV: 80,
      FontFile2: context.register(library.PDFRawStream.of(dict, bytes(new Uint8Array(file), dict, library))),
    };
    const descendant = {
      Type: "Font",
      Subtype: "CIDFontType2",
      BaseFont: font.naam,
      CIDSystemInfo: {
        Registry: library.PDFString.of("Adobe"),
        Ordering: library.PDFString.of("Identity"),
        Supplement: 0,
      },
      FontDescriptor: context.register(context.obj(descriptor)),
      W: font.nummers.flatMap((number, index) => [number, [font.breed[index]]]),
      CIDToGIDMap: "Identity",
    };
    const meaning = context.obj({});
    return context.register(
      context.obj({
        Type: "Font",
        Subtype: "Type0",
        BaseFont: font.naam,
        Encoding: "Identity-H",
        DescendantFonts: [context.register(context.obj(descendant))],
        ToUnicode: context.register(library.PDFRawStream.of(meaning, bytes(meanings(font), meaning, library))),
      }),
    );
  }
}

/** What a reader copies for each glyph (PDF 1.7, 9.10.3). @param {Font} font */
function meanings(font) {
  /** @type {Map<number, string>} */
  const found = new Map();
  for (const [index, letter] of [...font.tekens].entries()) {
    if (!found.has(font.nummers[index])) found.set(font.nummers[index], letter);
  }
  const lines = [...found].map(([number, letter]) => `<${hex(number)}> <${hex(letter.charCodeAt(0))}>`);
  const parts = Array.from({ length: Math.ceil(lines.length / AT_ONCE) }, (_, part) =>
    lines.slice(part * AT_ONCE, (part + 1) * AT_ONCE),
  );
  return `/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def /CMapType 2 def
1 begincodespacerange <0000> <FFFF> endcodespacerange
${parts.map((some) => `${some.length} beginbfchar\n${some.join("\n")}\nendbfchar`).join("\n")}
endcmap CMapName currentdict /CMap defineresource pop end end`;
}

/** The content of a stream, of which its dictionary tells the length. @param {string | Uint8Array} content @param {any} dict @param {any} library */
function bytes(content, dict, library) {
  const found = typeof content === "string" ? new TextEncoder().encode(content) : content;
  dict.set(library.PDFName.of("Length"), library.PDFNumber.of(found.length));
  return found;
}

/** @param {number} value */
const hex = (value) => value.toString(16).padStart(4, "0");

/** @param {number} value */
const round = (value) => Number(value.toFixed(3));
