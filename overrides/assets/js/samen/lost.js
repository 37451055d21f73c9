// An id as people type or paste it: `#SV4-V6` from a card, or `#sv4-v6.` with the end of a sentence, leads to sv4-v6.

export function mend() {
  let place = location.hash.slice(1);
  try {
    place = decodeURIComponent(place);
  } catch {
    // Half a percent sign: what is left of it says nothing.
  }
  const id = place.toLowerCase().replace(/[^a-z0-9]+$/, "");
  // In the place of what was typed, so that going back doesn't lead there again.
  if (id !== place && document.getElementById(id)) location.replace(`#${id}`);
}
