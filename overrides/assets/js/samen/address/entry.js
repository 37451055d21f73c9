// This page's entry in the browser's history. Safari refuses, with an exception, more than a hundred changes in half a minute: what
// one sees then goes on all the same, and the next change says it all again.

/** @param {() => void} change */
function asked(change) {
  try {
    change();
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
}

/** Put `address` in the place of the one that is there, without a step back to it. @param {string} address @param {object} [state] else what is kept */
export const replaceAddress = (address, state = history.state) => asked(() => history.replaceState(state, "", address));

/** Keep `state` with this entry. @param {object} state */
export const replaceState = (state) => asked(() => history.replaceState(state, ""));

/** A step that one can go back from. @param {object} state */
export const pushState = (state) => asked(() => history.pushState(state, ""));
