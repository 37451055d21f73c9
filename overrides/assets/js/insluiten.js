// In a frame: everything that the pages for frames need.

import "./insluiten/gekozen-vragen.js";
import { tellHeight } from "./insluiten/height.js";
import "./lijn.js";

if (parent !== window) tellHeight();

/** What a link chooses may have been damaged on its way. */
function lost() {
  const place = location.hash.slice(1);
  if (place) import("./theme/lost.js").then((it) => it.mend(place));
}
addEventListener("hashchange", lost);
lost();
