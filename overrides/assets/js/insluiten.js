// In a frame: everything that the pages for frames need.

import "./insluiten/gekozen-vragen.js";
import { tellHeight } from "./insluiten/height.js";
import "./lijn.js";

if (parent !== window) tellHeight();
