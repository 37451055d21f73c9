// The group screen over the page of who leads, where it can have no window of its own.

import { onBigScreen } from "../samen/bigscreen.js";
import { find } from "../samen/dom.js";
import { say } from "../samen/say.js";
import { Groepsbeeld } from "./beeld.js";

/** ms that it stays in sight of the group why there is no window. */
const SEEN = 15_000;

/** @param {HTMLDialogElement} dialog */
export function overThePage(dialog) {
  const [picture, screen] = [new Groepsbeeld(dialog), onBigScreen(dialog)];
  /** @param {import("./beeld.js").Beeld | null} beeld @param {string} why it is here; empty where that is as one expects */
  const open = (beeld, why) => {
    screen.fill();
    picture.show(beeld);
    // What lies below the dialog is neither seen nor heard.
    say(find(dialog, ".groep-zegt"), why, SEEN);
  };
  return { picture, open };
}
