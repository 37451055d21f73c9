// Text as it is compared: see macros/search/words.py, which does the same. Apart, for every page loads it.

/** In lower case, without accents, and with small signs as ordinary ones: wij² is wij2. @param {string} text */
export const folded = (text) => text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "");
