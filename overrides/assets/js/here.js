// Where one is: both lists beside the text can be folded, and the part that is being read is marked in that of this page.

import { findAll } from "./samen/dom.js";

// The width from which place.css puts the lists beside the text.
const beside = matchMedia("(width >= 68.75rem)");

for (const list of findAll(document, ".vouwbaar", HTMLDetailsElement)) {
  const fold = () => (list.open = beside.matches);
  fold();
  list.dataset.vouwt = "";
  beside.addEventListener("change", fold);
}

const links = findAll(document, ".inhoud a", HTMLAnchorElement);
const headings = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))));

function mark() {
  const reached = headings.filter((heading) => heading && heading.getBoundingClientRect().top < innerHeight * 0.15);
  for (const [index, link] of links.entries()) {
    if (index === reached.length - 1) link.setAttribute("aria-current", "location");
    else link.removeAttribute("aria-current");
  }
}

// A heading that comes into the upper part of the window, or leaves it: then another part is being read.
const observer = new IntersectionObserver(mark, { rootMargin: "0px 0px -85% 0px" });
for (const heading of headings) if (heading) observer.observe(heading);
