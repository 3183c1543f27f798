import { deflateSync } from "node:zlib";
import { PDFDocument, PDFName, rgb, StandardFonts } from "pdf-lib";
import { describe, expect, test } from "vitest";
import { sealInstrument } from "#src/pdf/seal.ts";
import { type Verification, verifyPdf } from "#src/pdf/verify.ts";
import { verifyInProcess } from "#src/pdf/verify-in-process.ts";
import { append, bytes, edit, objectWith, rootOf, text } from "./bytes.ts";
import { consents, newKey, original, reference, sealedAt } from "./fixture.ts";

const { key, trust } = newKey();

/**
 * An original that was made for a fraud: a text under a white cover, another page and another catalogue that
 * nothing shows, a font that could be exchanged. The parties sign what they see.
 */
async function treacherous(): Promise<Uint8Array> {
  const pdf = await PDFDocument.load(await original(), { updateMetadata: false });
  const { context } = pdf;
  const page = pdf.getPage(0);
  const font = await pdf.embedFont(StandardFonts.Courier);
  page.drawText("pays 900", { x: 60, y: 720, size: 20, font });
  page.drawRectangle({ x: 50, y: 700, width: 400, height: 60, color: rgb(1, 1, 1) });
  const cover = context.stream("1 g 50 700 400 60 re f", { Type: "XObject", Subtype: "Form" });
  context.register(cover);
  const other = context.register(context.stream("BT /F1 20 Tf 60 720 Td (pays 9) Tj ET"));
  const hidden = context.obj({ Type: "Page", MediaBox: [0, 0, 595, 842], Contents: other });
  const kids = context.register(
    context.obj({ Type: "Pages", Count: 1, Kids: [context.register(hidden)] }),
  );
  context.register(context.obj({ Type: "Catalog", Pages: kids, Shadow: true }));
  page.node.set(PDFName.of("Tabs"), PDFName.of("S"));
  return pdf.save({ useObjectStreams: false, updateFieldAppearances: false });
}

const request = { signatures: consents, key, at: sealedAt, reference };
const { pdf } = await sealInstrument(await treacherous(), request);

async function judge(file: Uint8Array): Promise<Verification> {
  return verifyPdf(file, { trust });
}

test("as it was signed it is VALID: what the parties saw is what counts", async () => {
  expect((await judge(pdf)).verdict).toBe("VALID");
});

/** The page that is shown, and not the hidden one. */
const shown = () => objectWith(pdf, /\/Type \/Page\n[\s\S]*\/Annots/);
const newest = (needle: string | RegExp) => objectWith(pdf, needle);

describe("a shadow attack is MODIFIED:", () => {
  test.each<[string, () => Uint8Array]>([
    [
      "hide: the cover that lay over a text is taken away",
      () => {
        const page = shown();
        const streams = /\/Contents \[([^\]]*)\]/.exec(page.value)?.[1] ?? "";
        const [first] = /\d+ 0 R/.exec(streams) ?? [];
        const value = page.value.replace(/\/Contents \[[^\]]*\]/, `/Contents [ ${first} ]`);
        return append(pdf, { [page.number]: value });
      },
    ],
    [
      "replace: the drawing is exchanged for another",
      () => {
        const page = shown();
        const contents = Number(/\/Contents (?:\[ )?(\d+)/.exec(page.value)?.[1]);
        const stream = "BT /F1 20 Tf 60 720 Td (pays 9) Tj ET";
        const body = `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`;
        return append(pdf, { [contents]: body });
      },
    ],
    [
      "hide and replace: the file begins at the catalogue that was hidden in it",
      () => append(pdf, {}, { root: newest("/Shadow true").number }),
    ],
    [
      "hide and replace: the catalogue is rewritten as the hidden one",
      () => append(pdf, { [rootOf(pdf)]: newest("/Shadow true").value }),
    ],
    [
      "hide and replace: the page's number is given to the hidden page",
      () => {
        const hidden = newest(/\/Type \/Page\n\/MediaBox[\s\S]*\/Contents \d+ 0 R\n>>/);
        return append(pdf, { [shown().number]: hidden.value });
      },
    ],
    [
      "a font remapped, so that other letters are read",
      () => {
        const font = newest("/BaseFont /Courier");
        const differences = "/Encoding << /Differences [ 57 /zero ] >>\n>>";
        return append(pdf, { [font.number]: font.value.replace(/>>$/, differences) });
      },
    ],
    [
      "a font exchanged for another",
      () => {
        const font = newest("/BaseFont /Courier");
        return append(pdf, { [font.number]: font.value.replace("/Courier", "/ZapfDingbats") });
      },
    ],
    [
      "the resources of the page exchanged",
      () => {
        const page = shown();
        return append(pdf, { [page.number]: page.value.replace("/Resources", "/PieceInfo") });
      },
    ],
    [
      "a page label and a layer that hides what is shown",
      () => {
        const catalog = newest("/AcroForm");
        const layer = "/OCProperties << /D << /BaseState /OFF >> /OCGs [] >>";
        return append(pdf, { [catalog.number]: catalog.value.replace("<<", `<< ${layer}`) });
      },
    ],
    [
      "an object is deleted",
      () => {
        const page = shown();
        const row = `${page.number} 1\n0000000000 00001 f \n`;
        const at = text(append(pdf, {}));
        return bytes(at.replace(/xref\ntrailer/, `xref\n${row}trailer`));
      },
    ],
  ])("%s", async (_name, attack) => {
    const { verdict, reasons } = await judge(attack());
    expect([verdict, ...reasons]).toEqual(["MODIFIED", ...reasons]);
  });
});

/** The memory that the service gives a process, and so much time that a busy machine does not matter. */
const ample = { milliseconds: 110_000, megabytes: 512 };

describe("a file with a bomb in it comes to an end and is not VALID:", () => {
  const bomb = (filters: string, content: Uint8Array) => {
    const body = `<< /Filter ${filters} /Length ${content.length} >>\nstream\n`;
    return append(
      pdf,
      { [pdf.length]: `${body}${text(content)}\nendstream` },
      { size: 99_999_999 },
    );
  };
  const once = deflateSync(new Uint8Array(200_000_000));
  const twice = deflateSync(once);
  test.each<[string, () => Uint8Array]>([
    ["two hundred megabytes in two hundred kilobytes", () => bomb("/FlateDecode", once)],
    ["the same packed again", () => bomb("[ /FlateDecode /FlateDecode ]", twice)],
    [
      "a thousand filters on one stream",
      () => bomb(`[ ${"/ASCIIHexDecode ".repeat(1000)}]`, bytes("00>")),
    ],
    [
      "in the place of the page's content",
      () =>
        edit(pdf, (latin) =>
          latin.replace(/\/Length \d+/, (length) => "/Length 1".padEnd(length.length)),
        ),
    ],
  ])("%s", async (_name, make) => {
    const { verdict } = await verifyInProcess(make(), { trust }, ample);
    expect(["VALID", "TOO_COMPLEX"]).not.toContain(verdict);
  });

  // What cannot be unpacked at all is as good a signed stream as a bomb: nobody tries.
  test.each([
    ["a signed bomb is never unpacked: nothing in it is read", twice],
    ["neither is a signed stream that is no packed one", bytes("not packed")],
  ])("%s", async (_name, content) => {
    const loaded = await PDFDocument.load(await original(), { updateMetadata: false });
    const stream = loaded.context.stream(content, { Filter: ["FlateDecode", "FlateDecode"] });
    loaded.getPage(0).node.set(PDFName.of("PieceInfo"), loaded.context.register(stream));
    const made = await loaded.save({ useObjectStreams: false, updateFieldAppearances: false });
    const sealed = await sealInstrument(made, request);
    const { verdict } = await verifyInProcess(sealed.pdf, { trust }, ample);
    expect(verdict).toBe("VALID");
  });
});
