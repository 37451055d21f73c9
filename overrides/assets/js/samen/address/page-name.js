// Of which page a place is that one came to: by a link, a code or a search.

import { h } from "../dom.js";

/** As long as the title of the page is out of sight, its name stands at the bottom of the window, as a way to it. */
export function namePage() {
  const title = document.querySelector("#titel h1");
  // What else an address may say after its # is for a tool to read.
  if (!title || !document.getElementById(location.hash.slice(1))) return;
  document.querySelector(".op-de-pagina")?.remove();
  const line = h("p", { class: "op-de-pagina" }, "Op de pagina ", h("a", { href: "#titel" }, title.textContent ?? ""));
  document.querySelector("main")?.append(line);
  // Two moments may come at once; the last is how it is.
  new IntersectionObserver((moments) => (line.hidden = moments.at(-1)?.isIntersecting ?? false)).observe(title);
}
