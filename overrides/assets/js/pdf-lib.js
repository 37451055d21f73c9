// What making a PDF in the browser takes of the library pdf-lib; fetched when somebody makes one.

export {
  Duplex,
  ParseSpeeds,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFNumber,
  PDFObjectCopier,
  PDFRawStream,
  PDFRef,
  PDFString,
  PrintScaling,
} from "@cantoo/pdf-lib";
