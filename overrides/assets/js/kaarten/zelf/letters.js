// How wide text is in the letters of the cards, and of which glyphs of which font it is made. Lengths in thousandths of the size.

/**
 * @typedef {{ bestand: string, naam: string, maten: [number, number, number], doos: number[], tekens: string, nummers: number[],
 *   breed: number[], rijen: number[], kolommen: number[], dichter: number[][] }} Font maten: how far letters reach up and down,
 *   and the height of a capital; two letters come closer by `dichter[rijen of the first][kolommen of the second]`
 * @typedef {{ font: Font, glyphs: { number: number, wide: number, closer: number }[] }} Run letters that are all in one font
 */

export class Letters {
  /** @type {Map<string, [Font, number]>} of each letter its font, and where it is in there */
  #known = new Map();

  /** @param {Font[]} fonts of one weight; what one lacks is taken from the next */
  constructor(fonts) {
    for (const font of fonts) {
      for (const [index, letter] of [...font.tekens].entries()) {
        if (!this.#known.has(letter)) this.#known.set(letter, [font, index]);
      }
    }
  }

  /** The letters of a text that no font has, each once. @param {string} text */
  absent(text) {
    return [...new Set(text)].filter((letter) => letter !== "\n" && !this.#known.has(letter));
  }

  /** @param {string} text @returns {Run[]} */
  runs(text) {
    /** @type {Run[]} */
    const found = [];
    let before = -1;
    for (const letter of text) {
      const known = this.#known.get(letter);
      if (!known) throw new Error("this letter is in no font");
      const [font, index] = known;
      let run = found.at(-1);
      if (run?.font !== font) found.push((run = { font, glyphs: [] }));
      const last = run.glyphs.at(-1);
      if (last) last.closer = font.dichter[font.rijen[before]][font.kolommen[index]];
      run.glyphs.push({ number: font.nummers[index], wide: font.breed[index], closer: 0 });
      before = index;
    }
    return found;
  }

  /** @param {string} text */
  width(text) {
    return this.runs(text).reduce(
      (sum, { glyphs }) => glyphs.reduce((wide, glyph) => wide + glyph.wide + glyph.closer, sum),
      0,
    );
  }
}
