// The window of the group: it shows what who leads lets it see, and passes on the keys of a presenter. Its address says which tab
// leads it; without that, or once that tab went, it joins the first that shows something.

import { readChoices, writeFragment } from "./samen/address/fragment.js";
import { onBigScreen } from "./samen/bigscreen.js";
import { find } from "./samen/dom.js";
import { Groepsbeeld } from "./uitvoeren/beeld.js";
import { groupChannel, stepOf } from "./uitvoeren/kanaal.js";

/** ms in which who leads may be back, as from a reload. */
const BACK = 5000;

customElements.define(
  "groeps-scherm",
  class extends HTMLElement {
    connectedCallback() {
      const dialog = find(this, ".groep", HTMLDialogElement);
      const picture = new Groepsbeeld(dialog);
      const screen = onBigScreen(dialog);
      let leader = readChoices(location.hash)?.get("van") ?? "";
      /** @type {number | undefined} */
      let going;
      const follow = (/** @type {string} */ van) => {
        leader = van;
        writeFragment(van && `van=${van}`);
        // By this name who leads finds a window of its group again.
        window.name = van && `groepsscherm-${van}`;
      };
      const tell = groupChannel((bericht) => {
        if (!leader && "beeld" in bericht && bericht.beeld) follow(bericht.van);
        if (!("van" in bericht) || bericht.van !== leader) return;
        clearTimeout(going);
        if ("weg" in bericht) going = setTimeout(leave, BACK);
        else if ("beeld" in bericht) picture.show(bericht.beeld);
        else screen.show();
      });
      const leave = () => {
        follow("");
        tell({ aan: leader, vraag: true });
      };
      const button = (/** @type {string} */ name) => find(this, `[data-doe="${name}"]`);
      find(this, ".zonder-script").remove();
      find(this, ".met-script").hidden = false;
      button("toon").addEventListener("click", screen.show);
      button("vol").addEventListener("click", screen.fill);
      button("sluit").addEventListener("click", () => dialog.close());
      document.addEventListener("keydown", (event) => {
        const step = dialog.open ? stepOf(event) : 0;
        if (!step) return;
        event.preventDefault();
        if (leader && !event.repeat) tell({ aan: leader, ga: step });
      });
      screen.show();
      tell({ aan: leader, vraag: true });
    }
  },
);
