// In a frame: everything that the pages for frames need.

import "./insluiten/gekozen-vragen.js";
import { tellHeight } from "./insluiten/height.js";
import "./lijn.js";
import { mend } from "./theme/lost.js";

if (parent !== window) tellHeight();

/** What a link chooses may have been damaged on its way. */
const lost = () => mend(location.hash.slice(1));
addEventListener("hashchange", lost);
lost();
