// Text as it is compared: see macros/search/words.py, which does the same. Apart, for every page loads it.

/** In lower case and without accents. @param {string} text */
export const folded = (text) => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
