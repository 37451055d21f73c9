// The whole site as it was taken along: a few zip files, read in place. What is in them is of one edition.
//
// Format: PKWARE APPNOTE 6.3.10, sections 4.3.7 (local header), 4.3.12 (central directory) and 4.3.16 (its end). The build
// writes them without comments, without zip64 and each file deflated.

import { LIST } from "../samen/offline/stores.js";
import { BUILD, ROOT, STORES } from "./place.js";

/** @typedef {{ pack: string, at: number, size: number }} Entry where a file starts in which zip file, and its size there */

const [END, DIRECTORY, LOCAL] = [22, 46, 30];
const TYPES = new Map(
  Object.entries({
    html: "text/html; charset=utf-8",
    css: "text/css; charset=utf-8",
    js: "text/javascript; charset=utf-8",
    json: "application/json",
    svg: "image/svg+xml",
    png: "image/png",
    jpg: "image/jpeg",
    webp: "image/webp",
    avif: "image/avif",
    woff2: "font/woff2",
    webmanifest: "application/manifest+json",
  }),
);

/** What is in the zip files, remembered by edition. @type {{ edition: string, entries: Map<string, Entry> } | undefined} */
let read;

/** What was taken along of a path below the root. @param {string} path */
export async function fromWhole(path) {
  // Not through `open`, which would make a store where one was wiped.
  const list = await caches.match(new URL(LIST, ROOT), { cacheName: STORES.whole });
  if (!list) return undefined;
  const { editie, site } = await list.json();
  if (read?.edition !== editie) {
    /** @type {Map<string, Entry>} */
    const entries = new Map();
    for (const { adres } of site.bestanden) {
      for (const [name, at, size] of await directory(await pack(adres))) entries.set(name, { pack: adres, at, size });
    }
    read = { edition: editie, entries };
  }
  const name = path === "" || path.endsWith("/") ? `${path}index.html` : path;
  const entry = read?.entries.get(name);
  return entry && unpacked(await pack(entry.pack), name, entry);
}

/** @param {string} address below the root */
async function pack(address) {
  const found = await caches.match(new URL(address, ROOT), { cacheName: STORES.whole });
  if (!found) throw new Error(`${address} was taken away`);
  return found.blob();
}

/** @param {Blob} zip @returns {Promise<[string, number, number][]>} name, where its local header is, its size there */
async function directory(zip) {
  const end = await view(zip, zip.size - END, zip.size);
  const [size, start] = [end.getUint32(12, true), end.getUint32(16, true)];
  const all = await view(zip, start, start + size);
  /** @type {[string, number, number][]} */
  const found = [];
  for (let at = 0; at < size;) {
    const [name, extra] = [all.getUint16(at + 28, true), all.getUint16(at + 30, true)];
    const bytes = new Uint8Array(all.buffer, at + DIRECTORY, name);
    found.push([new TextDecoder().decode(bytes), all.getUint32(at + 42, true), all.getUint32(at + 20, true)]);
    at += DIRECTORY + name + extra;
  }
  return found;
}

/** @param {Blob} zip @param {string} name @param {Entry} entry */
async function unpacked(zip, name, { at, size }) {
  const header = await view(zip, at, at + LOCAL);
  const start = at + LOCAL + header.getUint16(26, true) + header.getUint16(28, true);
  const body = zip
    .slice(start, start + size)
    .stream()
    .pipeThrough(new DecompressionStream("deflate-raw"));
  const type = TYPES.get(name.split(".").at(-1) ?? "") ?? "application/octet-stream";
  const refused = BUILD.geweigerd.includes(name);
  // What only a header can say; the rest of the policy is in the page.
  const headers = { "content-type": type, ...(refused && { "content-security-policy": "frame-ancestors 'self'" }) };
  return new Response(body, { headers });
}

/** @param {Blob} zip @param {number} start @param {number} end */
const view = async (zip, start, end) => new DataView(await zip.slice(start, end).arrayBuffer());
