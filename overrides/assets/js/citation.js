// Says today's date where a citation tells when the page was read, also in its files, and has each copied with one press.

import { copiesOnPress } from "./samen/clipboard.js";
import { find, findAll } from "./samen/dom.js";
import { handOver } from "./samen/file.js";
import { sayDay, today } from "./samen/words.js";

/** @type {Record<string, (text: string, day: string) => string>} By file extension: the citation with the day of reading. */
const DATED = {
  ris: (text, day) => text.replace("ER  - ", `Y2  - ${day.replaceAll("-", "/")}/\r\nER  - `),
  bib: (text, day) => text.replace(/}\s*$/, `  urldate = {${day}},\n}\n`),
  json: (text, day) => {
    const accessed = { "date-parts": [day.split("-").map(Number)] };
    return `${JSON.stringify([{ ...JSON.parse(text)[0], accessed }], null, 1)}\n`;
  },
};

for (const place of findAll(document, ".citeer .vandaag")) {
  place.textContent = sayDay(today());
  place.closest("[hidden]")?.removeAttribute("hidden");
}
for (const entry of findAll(document, ".citeer pre:not(.vaste)")) {
  entry.textContent = DATED.bib(entry.textContent ?? "", today()).trim();
}
for (const place of findAll(document, ".citeer .leesdatum")) {
  place.textContent = "In het bestand staat dat je de pagina vandaag las.";
}
for (const link of findAll(document, ".citeer-bestanden a", HTMLAnchorElement)) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    const [type, text] = link.href.slice("data:".length).split(/,(.*)/s);
    const dated = DATED[link.download.split(".").at(-1) ?? ""](decodeURIComponent(text), today());
    handOver(new Blob([dated], { type }), link.download);
  });
}
for (const button of findAll(document, ".citeer .kopieer", HTMLButtonElement)) {
  const row = /** @type {HTMLElement} */ (button.parentElement);
  copiesOnPress(button, find(row, ".gekopieerd"), () => find(row, ".citaat"));
}
