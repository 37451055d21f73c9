// In a frame of another site: what may not be shown there opens a tab of its own, and so does the site itself at this very place.

import { find } from "./dom.js";
import { tellHeight } from "./height.js";
import { root } from "./site.js";

const refusing = new URL("reflectie/", root).href;

/** @param {HTMLAnchorElement | HTMLAreaElement} link */
const leaves = (link) => !link.href.startsWith(root.href) || link.href.startsWith(refusing);

addEventListener("click", ({ target }) => {
  const link = target instanceof Element ? target.closest("a") : null;
  // Before the browser follows it, also when a script has just put it there.
  if (link?.href && leaves(link)) Object.assign(link, { target: "_blank", rel: "noopener" });
});

const own = find(document, ".op-de-site", HTMLAnchorElement);
const here = () => (own.href = location.href);
here();
addEventListener("hashchange", here);
tellHeight();
