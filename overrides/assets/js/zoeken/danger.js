// Whom to call, for who types what may mean danger now: told above all that is found, in the words of docs/vastgelopen.md.

import { h } from "../samen/dom.js";
import { folded } from "../samen/fold.js";

/** The page that begins with whom to call. */
export const FIRST_HELP = "vastgelopen/";

// What people type, as parts of words: who is in need writes in haste, so `zelf moort` and `suiside` count too. To somebody who
// is safe the numbers do no harm; to somebody who isn't, their absence may. Only what the work itself is called is left out:
// stagnatiegevaar, geweldloos verzet, veiligheidsplan, crisis.
const DANGER = [
  // That somebody may want to die,
  /zelf ?(moo?r[dt]|dod)|sui?[cs]ie?[dt]|levensmoe|overdosis|pillen|eind(e)? (maken )?aan (mijn|haar|zijn|het) leven|eind aan maken/,
  /\b(wil|wou|wilde|liever|ga|was)\b.{0,9}\bdood\b(?! ?(spoor|punt))|\bdood(gaan\b|s?bedreig| wil| zijn\b)/,
  /niet (meer )?(verder )?(willen )?leven\b(?! in\b)|er niet meer zijn|niet (meer )?verder wil|wil niet (meer )?verder/,
  /ik (wil|kan) niet meer$|zie het niet meer zitten|hoeft voor mij niet meer|zin (meer )?in (het |mijn )?leven/,
  // hurts himself,
  /zelf ?(be)?(schadig|schadeg|verwond|mutil|pijn|snij|kras)|automutil|zelf (iets )?aan ?(te )?do|krassen/,
  /\bsnij(d|dt|den)? (\w+ )?(me|mij|mijn|zich|haar|hem)(zelf)?\b/,
  // is hurt or neglected by another,
  /miss?h?ande?l|misbruik|(huise?lijk|thuis|partner|seks\w*|sexu\w*|eer\w*|lijf\w*|fysiek|psychisch) ?geweld|geweld thuis/,
  /verkracht|aan(ge)?rand|incest|loverboy|grooming|mensenhandel|ongewenste intim|eerwraak|femicide|terreur|verwaarlo|blauwe plek/,
  /\b(vader|moeder|papa|mama|ouder|man|vrouw|vriend|ex|hij|ze|zij) (slaat|sloeg|schopt)( me| mij| haar| hem| ons| moeder)?( kind(eren)?)?$/,
  /\b(word|wordt|werd|ben|thuis)\b.{0,40} geslagen|geslagen thuis|klappen krijg|krijgt? klappen/,
  // isn't safe,
  /bedreig|dreig\w* met|stalk|wapen|\bmes(sen)?\b|agress|vermist|weggelopen|ontvoer|\bonveilig|niet veilig|bang voor (mijn|haar|zijn|hem)/,
  // or asks for help itself.
  /veilig ?thuis|meldcode|melding doen|zorgen melden|\bgevaar\b|noodgeval|hulplijn|kindertelefoon|crisisdienst|\bpolitie\b/,
  /help m(e|ij)\b|niemand helpt m|heb hulp nodig|praten met iemand|\b(11[23]|0800)\b/,
];

/** Whether what was typed may mean danger. @param {string} typed */
export function meansDanger(typed) {
  const said = folded(typed)
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
  return DANGER.some((words) => words.test(said));
}

/** @param {string} number as one reads it */
const call = (number) => h("a", { href: `tel:${number.replace("-", "")}` }, number);

export const whomToCall = () =>
  h(
    "p",
    { class: "gevoelig", hidden: "" },
    "Is er nu gevaar? Bel ",
    call("112"),
    ". Vermoed je mishandeling, volg dan de meldcode en bel Veilig Thuis voor advies: ",
    call("0800-2000"),
    ", gratis en altijd open. Ben je zelf niet veilig, dan kun je daar ook bellen. Ben je kind of jongere en wil je met iemand praten, bel dan de Kindertelefoon: ",
    call("0800-0432"),
    ", gratis. Denkt iemand aan zelfdoding, bel dan ",
    call("113"),
    " of gratis ",
    call("0800-0113"),
    ".",
  );
