// What reading a QR code takes of the library qr; fetched when the camera goes on.

export { default } from "qr/decode.js";
