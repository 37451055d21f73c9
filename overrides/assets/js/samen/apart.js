// What a page says in a frame of another site, of what it doesn't do there.

import { h } from "./dom.js";

/** @param {string} what follows on that it stands there @param {Record<string, string>} [marks] attributes of the paragraph */
export const toldApart = (what, marks = {}) =>
  h(
    "p",
    marks,
    `Deze pagina staat ingesloten in een andere${what} `,
    h("a", { href: location.href, target: "_blank", rel: "noopener" }, "Open de pagina in een eigen tabblad"),
    ".",
  );
