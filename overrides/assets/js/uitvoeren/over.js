// The group screen over the page of who leads, where it can have no window of its own.

import { onBigScreen } from "../samen/bigscreen.js";
import { Groepsbeeld } from "./beeld.js";

/** @param {HTMLDialogElement} dialog */
export const overThePage = (dialog) => ({ picture: new Groepsbeeld(dialog), screen: onBigScreen(dialog) });
