// Real black and white: every colour in the faces becomes the grey of the same lightness, in the colour space that prints with black alone.

// Typst names the colour space at each paint: `/c1 cs 0.05 0.35 0.38 scn`.
const PAINT = /\/c\d+ (cs|CS) ([\d.]+(?: [\d.]+){0,2}) (?:scn|SCN)/g;
// The only decoder that keeps each byte as it is: its high ones end up, whole, in the low half of a letter.
const BYTES = new TextDecoder("x-user-defined");
const KNOWN = ["Font", "ColorSpace", "Pattern", "ProcSet"];

export class Grey {
  /** @param {any} library the module pdf-lib @param {any} context of the document that the faces are put into */
  constructor(library, context) {
    this.library = library;
    this.context = context;
    this.done = new Set();
  }

  /** The content of a face in grey, packed again. @param {any} stream @returns {Promise<Uint8Array>} */
  async content(stream) {
    if (stream.dict.lookup(this.#name("Filter")) !== this.#name("FlateDecode"))
      throw new Error("no grey is known for this packing");
    // The browser's own packer is ten times as fast as the library's.
    const bytes = await through(new DecompressionStream("deflate"), stream.contents);
    const grey = BYTES.decode(bytes).replace(
      PAINT,
      (_, fill, colour) => ` ${lightness(colour.split(" ").map(Number))} ${fill === "cs" ? "g" : "G"}`,
    );
    const packed = new Uint8Array(grey.length);
    for (let index = 0; index < packed.length; index += 1) packed[index] = grey.charCodeAt(index);
    return through(new CompressionStream("deflate"), packed);
  }

  /** What a face refers to, copied into the document already, with its colours in grey. @param {any} resources */
  resources(resources) {
    const strange = resources.keys().filter((/** @type {any} */ key) => !KNOWN.includes(key.decodeText()));
    if (strange.length) throw new Error(`no grey is known for ${strange.join(" ")}`);
    resources.delete(this.#name("ColorSpace"));
    const patterns = resources.lookup(this.#name("Pattern"));
    for (const key of patterns?.keys() ?? []) this.#shading(patterns.lookup(key).lookup(this.#name("Shading")));
    return resources;
  }

  /** @param {any} shading */
  #shading(shading) {
    if (this.done.has(shading)) return;
    this.done.add(shading);
    shading.set(this.#name("ColorSpace"), this.#name("DeviceGray"));
    this.#function(shading.lookup(this.#name("Function")));
  }

  /** A function of colours (PDF 1.7, 7.10): exponential between two of them, or a row of such functions. @param {any} dict */
  #function(dict) {
    if (this.done.has(dict)) return;
    this.done.add(dict);
    const parts = dict.lookup(this.#name("Functions"));
    for (let index = 0; index < (parts?.size() ?? 0); index += 1) this.#function(parts.lookup(index));
    for (const key of ["C0", "C1"]) {
      const colour = dict.lookup(this.#name(key));
      if (colour)
        dict.set(
          this.#name(key),
          this.context.obj([lightness(colour.asArray().map((/** @type {any} */ part) => part.asNumber()))]),
        );
    }
    if (!parts && !dict.has(this.#name("C0"))) throw new Error("no grey is known for this kind of function");
    if (dict.has(this.#name("Range"))) dict.set(this.#name("Range"), this.context.obj([0, 1]));
  }

  /** @param {string} text */
  #name(text) {
    return this.library.PDFName.of(text);
  }
}

/** @param {GenericTransformStream} packer @param {Uint8Array} bytes */
async function through(packer, bytes) {
  const writer = packer.writable.getWriter();
  const written = writer.write(bytes).then(() => writer.close());
  const [read] = await Promise.all([new Response(packer.readable).arrayBuffer(), written]);
  return new Uint8Array(read);
}

/** The grey that is as light as a colour of sRGB; a grey is itself. @param {number[]} colour */
function lightness(colour) {
  if (colour.length < 3) return colour[0];
  const [red, green, blue] = colour.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  const light = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  return Number((light <= 0.0031308 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055).toFixed(4));
}
