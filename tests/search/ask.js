// Searches as a browser does, for tests and bench: an index and words to look for come in, what was found goes out.

import { Index } from "../../overrides/assets/js/zoeken/index.js";
import { nearest, search } from "../../overrides/assets/js/zoeken/search.js";
import { answering } from "../answering.js";

// A browser reads it once too.
let read = "";
let index;

answering(({ source, asked, near }) => {
  if (source !== read) [read, index] = [source, new Index(JSON.parse(source))];
  return asked.map((typed) =>
    near
      ? nearest(index, typed, 2)
      : search(index, typed).hits.map(({ page, place }) => ({ address: page.address, anchor: place?.anchor ?? "" })),
  );
});
