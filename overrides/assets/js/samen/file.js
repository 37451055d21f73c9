// Handing a file to the person: it comes among the downloads.

import { h } from "./dom.js";

/** @param {Blob} file @param {string} name */
export function handOver(file, name) {
  const link = h("a", { href: URL.createObjectURL(file), download: name });
  document.body.append(link);
  link.click();
  link.remove();
  // Some browsers start reading only after the click.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
