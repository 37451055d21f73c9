// A button that draws a card of the set on the page, for who has five minutes and no printer: another each time, until all were drawn.

import { find, findAll, h } from "./samen/dom.js";

for (const page of findAll(document, ".kaartenvel")) {
  const cards = findAll(page, "li[data-kaart]");
  /** @type {HTMLElement[]} what was not drawn yet */
  let pile = [];
  const button = h("button", { type: "button", class: "knop stil" }, "Trek een kaart");
  const drawn = h("div", { class: "trek-kaart", role: "status" });
  button.addEventListener("click", () => {
    if (!pile.length) pile = [...cards];
    const [card] = pile.splice(Math.floor(Math.random() * pile.length), 1);
    const copy = h("div", {}, ...[...card.childNodes].map((part) => part.cloneNode(true)));
    copy.querySelector(".mijn-knop")?.remove();
    for (const picture of findAll(copy, "img")) picture.removeAttribute("loading");
    drawn.replaceChildren(copy);
  });
  if (cards.length > 1) find(page, ".kaartenvel-acties").append(h("p", {}, button), drawn);
}
