// Where one is: both lists beside the text can be folded, the one that is opened shows this page, the part that is being read is
// marked in the other, and who came to a place far down is told of which page it is.

import { findAll } from "./samen/dom.js";

// The width from which place.css puts the lists beside the text.
const beside = matchMedia("(width >= 68.75rem)");

for (const list of findAll(document, ".vouwbaar", HTMLDetailsElement)) {
  const fold = () => (list.open = beside.matches);
  fold();
  list.dataset.vouwt = "";
  beside.addEventListener("change", fold);
  list.addEventListener("toggle", () => showCurrent(list));
}

/** Scroll a long list within its own box, if it has one, to the page that one is on. @param {HTMLDetailsElement} list */
function showCurrent(list) {
  const box = list.querySelector(":scope > div");
  const current = box?.querySelector("[aria-current=page]");
  if (!box || !current) return;
  const [around, place] = [box.getBoundingClientRect(), current.getBoundingClientRect()];
  const seen = place.top >= around.top && place.bottom <= around.bottom;
  if (!seen) box.scrollTop += place.top - around.top - box.clientHeight / 3;
}

// What else an address may say after its # is for a tool to read.
if (document.getElementById(location.hash.slice(1)))
  import("./samen/address/page-name.js").then(({ namePage }) => namePage());

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
