// The window of the group: it shows what who leads lets it see, and passes on the keys of a presenter. Its address says which tab
// leads it; without that it joins the first that shows something.

import { onBigScreen } from "./samen/bigscreen.js";
import { find } from "./samen/dom.js";
import { readChoices, writeFragment } from "./samen/fragment.js";
import { Groepsbeeld } from "./uitvoeren/beeld.js";
import { groupChannel, stepOf } from "./uitvoeren/kanaal.js";

customElements.define(
  "groeps-scherm",
  class extends HTMLElement {
    connectedCallback() {
      const dialog = find(this, ".groep", HTMLDialogElement);
      const picture = new Groepsbeeld(dialog);
      const screen = onBigScreen(dialog);
      let leader = readChoices(location.hash)?.get("van") ?? "";
      const tell = groupChannel((bericht) => {
        if (!leader && "beeld" in bericht && bericht.beeld) {
          leader = bericht.van;
          writeFragment(`van=${leader}`);
        }
        if (!("van" in bericht) || bericht.van !== leader) return;
        if ("beeld" in bericht) picture.show(bericht.beeld);
        else screen.show();
      });
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
