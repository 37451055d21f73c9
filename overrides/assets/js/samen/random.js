// Names that nothing else has, by chance. Over plain http a browser has no `crypto.randomUUID`; this it has everywhere.

/** @param {number} bytes of chance @returns {string} two letters or digits for each */
export const randomName = (bytes) =>
  [...crypto.getRandomValues(new Uint8Array(bytes))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
