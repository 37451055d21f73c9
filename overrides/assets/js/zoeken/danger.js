// Whom to call, for who types what may mean danger now: told above all that is found, in the words of docs/vastgelopen.md.

import { h } from "../samen/dom.js";
import { folded } from "../samen/fold.js";

const DANGER =
  /zelf(moord|doding|beschadig|verwond)|suicid|wil dood|niet meer leven|mishandel|misbruik|huiselijk geweld|veilig thuis|meldcode|gevaar|noodgeval|hulplijn|\b11[23]\b/;

/** Whether what was typed may mean danger. @param {string} typed */
export const meansDanger = (typed) => DANGER.test(folded(typed));

/** @param {string} number as one reads it */
const call = (number) => h("a", { href: `tel:${number.replace("-", "")}` }, number);

export const whomToCall = () =>
  h(
    "p",
    { class: "gevoelig", hidden: "" },
    "Is er nu gevaar? Bel ",
    call("112"),
    ". Vermoed je mishandeling, bel dan Veilig Thuis: ",
    call("0800-2000"),
    ", gratis en altijd open. Denkt iemand aan zelfdoding, bel dan ",
    call("113"),
    " of gratis ",
    call("0800-0113"),
    ".",
  );
