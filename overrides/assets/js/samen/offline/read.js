// Which of what is kept on the device to read without internet is a page that was read: for the worker, and for the page that shows
// or wipes it.

/** What is kept from the start and for good: the page for one that isn't there, and where all pages stand in a row, to which it leads. */
const FIRST = ["zonder-internet.html", "zoeken/"];

/** Their addresses. @param {string | URL} root */
export const firstOf = (root) => FIRST.map((name) => new URL(name, root).href);

/** @param {string} address tidy */
export const isPage = (address) => address.endsWith("/") || address.endsWith(".html");

/** Whether what is kept is a page that was read, and may make room. @param {string} address tidy @param {string | URL} root */
export const isRead = (address, root) => isPage(address) && !firstOf(root).includes(address);
