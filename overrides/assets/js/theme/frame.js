// In a frame of another site: what can't do its work there opens a tab of its own, and so does the site itself at this very place.
// Nothing is told of how high this page is: where the frame becomes as high, nothing in it scrolls, so no link leads to a place in it
// and a dialog opens out of sight.

import { find } from "../samen/dom.js";
import { root } from "../samen/site.js";

// The reflection may not be shown there. A plan has its link in the bar above the page, its name and notes in the history of its tab,
// and its group in another window, of which a frame has none.
const apart = ["reflectie/", "begeleiden/draaiboek/", "begeleiden/uitvoeren/", "begeleiden/groep/"].map(
  (path) => new URL(path, root).href,
);

/** @param {HTMLAnchorElement | HTMLAreaElement} link */
const leaves = (link) =>
  !link.href.startsWith(root.href) ||
  // A link within such a page, which a school may have put in a frame all the same, stays there.
  (link.pathname !== location.pathname && apart.some((one) => link.href.startsWith(one)));

addEventListener("click", ({ target }) => {
  const link = target instanceof Element ? target.closest("a") : null;
  // Before the browser follows it, also when a script has just put it there.
  if (link?.href && leaves(link)) Object.assign(link, { target: "_blank", rel: "noopener" });
});

const own = find(document, ".op-de-site", HTMLAnchorElement);
const here = () => (own.href = location.href);
here();
// A page writes what one chooses in its address without a word, so it is looked up when the link is about to be used or copied.
for (const use of ["pointerdown", "focus", "click", "contextmenu"]) own.addEventListener(use, here);
