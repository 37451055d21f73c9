// Where this copy of the site stands: several may share one origin.

/** The address of the site's root, with a slash at the end. */
export const root = new URL(document.documentElement.dataset.root, document.baseURI);
