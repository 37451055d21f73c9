// What drawing a QR code takes of the library qr; fetched when the first one is drawn.

export { default } from "qr";
