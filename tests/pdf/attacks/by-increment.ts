import { PDFDocument, PDFName, rgb } from "pdf-lib";
import type { Attack } from "./attack.ts";
import { append, edit, objectWith, rootOf, sizeOf, text } from "./bytes.ts";

/** Attacks that add to the file and leave every signed byte where it was. */
export const byIncrement: Attack[] = [
  [
    "a rectangle drawn over the text with a library",
    "MODIFIED",
    async ({ pdf }) => {
      const loaded = await PDFDocument.load(pdf, {
        forIncrementalUpdate: true,
        updateMetadata: false,
      });
      loaded
        .getPage(0)
        .drawRectangle({ x: 50, y: 700, width: 400, height: 60, color: rgb(1, 1, 1) });
      return loaded.save({ useObjectStreams: false });
    },
  ],
  [
    "an annotation over the text",
    "MODIFIED",
    ({ pdf }) => {
      const page = objectWith(pdf, /\/Type ?\/Page(?![A-Za-z])/);
      const note = sizeOf(pdf);
      const value = page.value.replace("/Annots [", `/Annots [ ${note} 0 R`);
      return append(pdf, {
        [page.number]: value,
        [note]:
          "<< /Type /Annot /Subtype /FreeText /Rect [50 700 450 760] /DA (/F 12 Tf) /Contents (void) >>",
      });
    },
  ],
  [
    "other content in the page's own stream",
    "MODIFIED",
    ({ pdf }) => {
      const page = objectWith(pdf, /\/Type ?\/Page(?![A-Za-z])/);
      const contents = Number(/\/Contents (?:\[ )?(\d+)/.exec(page.value)?.[1]);
      return append(pdf, { [contents]: "<< /Length 15 >>\nstream\n0 0 99 99 re f \nendstream" });
    },
  ],
  [
    "another catalogue",
    "MODIFIED",
    ({ pdf }) => {
      const catalog = objectWith(pdf, "/Type /Catalog");
      return append(pdf, { [sizeOf(pdf)]: catalog.value }, { root: sizeOf(pdf) });
    },
  ],
  [
    "the same catalogue once more",
    "MODIFIED",
    ({ pdf }) => append(pdf, { [rootOf(pdf)]: objectWith(pdf, "/Type /Catalog").value }),
  ],
  ["a revision with nothing in it", "MODIFIED", ({ pdf }) => append(pdf, {})],
  [
    "objects without an index",
    "MODIFIED",
    ({ pdf }) => {
      const table = [...text(pdf).matchAll(/startxref\s+(\d+)/g)].at(-1)?.[1];
      return edit(
        pdf,
        (s) => `${s}1 0 obj\n<< /Type /Catalog >>\nendobj\nstartxref\n${table}\n%%EOF\n`,
      );
    },
  ],
  [
    "objects without index or trailer",
    "MODIFIED",
    ({ pdf }) => edit(pdf, (s) => `${s}9 0 obj\n(x)\nendobj\n`),
  ],
  [
    "another appearance of a signed field",
    "MODIFIED",
    ({ pdf }) => {
      const field = objectWith(pdf, /\/T \(Party-KZ\)[\s\S]*\/V/);
      const other = objectWith(pdf, /\/T \(Seal\)[\s\S]*\/V/);
      const drawing = /\/AP << [^>]*>>/.exec(other.value)![0];
      return append(pdf, { [field.number]: field.value.replace(/\/AP << [^>]*>>/, drawing) });
    },
  ],
  [
    "a signed field moved over the text",
    "MODIFIED",
    ({ pdf }) => {
      const field = objectWith(pdf, /\/T \(Party-KZ\)[\s\S]*\/V/);
      return append(pdf, {
        [field.number]: field.value.replace(/\/Rect \[[^\]]*\]/, "/Rect [50 700 450 760]"),
      });
    },
  ],
  [
    "two signatures changed with one another",
    "MODIFIED",
    ({ pdf }) => {
      const first = objectWith(pdf, /\/T \(Party-KZ\)[\s\S]*\/V/);
      const second = objectWith(pdf, /\/T \(Party-AE\)[\s\S]*\/V/);
      const signatureOf = (s: string) => /\/V \d+ 0 R/.exec(s)![0];
      return append(pdf, {
        [first.number]: first.value.replace(signatureOf(first.value), signatureOf(second.value)),
        [second.number]: second.value.replace(signatureOf(second.value), signatureOf(first.value)),
      });
    },
  ],
  [
    "a signature taken out of its field",
    "MODIFIED",
    ({ pdf }) => {
      const field = objectWith(pdf, /\/T \(Seal\)[\s\S]*\/V/);
      return append(pdf, { [field.number]: field.value.replace(/\/V \d+ 0 R/, "") });
    },
  ],
  [
    "a revision that leaves the seal out of the chain",
    "MODIFIED",
    ({ pdf }) => {
      const tables = [...text(pdf).matchAll(/startxref\s+(\d+)/g)].map((one) => Number(one[1]));
      return append(
        pdf,
        { [rootOf(pdf)]: objectWith(pdf, "/Type /Catalog").value },
        { prev: tables[0]! },
      );
    },
  ],
  [
    "a form that redraws itself",
    "MODIFIED",
    ({ pdf }) => {
      const form = objectWith(pdf, "/SigFlags");
      return append(pdf, { [form.number]: form.value.replace("<<", "<< /XFA (x)") });
    },
  ],
  [
    "an action when the file is opened",
    "MODIFIED",
    ({ pdf }) => {
      const catalog = objectWith(pdf, "/Type /Catalog");
      const action = "<< /OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>";
      return append(pdf, { [catalog.number]: catalog.value.replace("<<", action) });
    },
  ],
  [
    "the whole file rewritten by another program",
    "MODIFIED",
    async ({ pdf }) => {
      const loaded = await PDFDocument.load(pdf, { updateMetadata: false });
      const form = loaded.catalog.getAcroForm();
      for (const [field] of form?.getAllFields() ?? []) field.dict.delete(PDFName.of("V"));
      return loaded.save({ useObjectStreams: false, updateFieldAppearances: false });
    },
  ],
];
