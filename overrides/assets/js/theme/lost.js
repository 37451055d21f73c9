// An id as people type or paste it: `#SV4-V6` from a card, or `#sv4-v6.` with the end of a sentence, leads to sv4-v6.

import { decoded } from "../samen/address/decoded.js";

export function mend() {
  const place = decoded(location.hash.slice(1));
  const id = place.toLowerCase().replace(/[^a-z0-9]+$/, "");
  // In the place of what was typed, so that going back doesn't lead there again.
  if (id !== place && document.getElementById(id)) location.replace(`#${id}`);
}
