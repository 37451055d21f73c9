// Searches as a browser does, for tests and bench: an index and words to look for come in, what was found goes out.

import { readFileSync } from "node:fs";
import { Index } from "../../overrides/assets/js/zoeken/index.js";
import { nearest, search } from "../../overrides/assets/js/zoeken/search.js";

const { source, asked, near } = JSON.parse(readFileSync(0, "utf8"));
const index = new Index(JSON.parse(source));
const told = (typed) =>
  near
    ? nearest(index, typed, 2)
    : search(index, typed).hits.map(({ page, place }) => ({ address: page.address, anchor: place?.anchor ?? "" }));
process.stdout.write(JSON.stringify(asked.map(told)));
