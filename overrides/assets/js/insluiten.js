// In a frame: everything that the pages for frames need.

import "./insluiten/gekozen-vragen.js";
import "./lijn.js";
import { tellHeight } from "./samen/height.js";

if (parent !== window) tellHeight();
