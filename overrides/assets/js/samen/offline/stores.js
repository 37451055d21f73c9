// What is kept on the device to read without internet, by name: for the worker, and for the pages that show or wipe it.

/** Where the build says what belongs to the whole site and to each deck; a copy of it in a store says what that store has. */
export const LIST = "meenemen.json";
/** What a page wears that was kept, beside the headers that it came with: when, in ms since 1970, and its title as HTML. */
export const [KEPT_AT, TITLE, SUM] = ["x-bewaard", "x-titel", "x-som"];

/** The stores of a copy of the site: several copies may share one origin. @param {string} path of its root */
export const storesOf = (path) => ({
  all: `lezen:${path} `,
  visited: `lezen:${path} bezocht`,
  whole: `lezen:${path} hele site`,
  decks: `lezen:${path} sets`,
});

/** Whether a store is one of the worker that was there for the reflection alone. @param {string} path of the root @param {string} name */
export const isEarlier = (path, name) => name.startsWith(`zelfreflectie:${path} `);
