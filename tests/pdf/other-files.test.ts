import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { PDFDocument, PDFName } from "pdf-lib";
import { afterAll, describe, expect, test } from "vitest";
import { typesetInstrument } from "#src/pdf/instrument.ts";
import { findClaims } from "#src/pdf/verify/find-claims.ts";
import { verifyPdf } from "#src/pdf/verify.ts";
import { append, bytes, edit, objectWith, text } from "./attacks/bytes.ts";
import { careful, outsideSigner } from "./attacks/openssl.ts";
import { withFile } from "./attacks/oracles.ts";
import { foreignSigned, plainFile } from "./foreign-file.ts";

const signer = outsideSigner({});
afterAll(() => signer.remove());
const kept = join(import.meta.dirname, "kept/0.1");
const ours = new Uint8Array(readFileSync(join(kept, "sealed.pdf")));
const trust = ["office", "KZ", "clock"].map((name) =>
  readFileSync(join(kept, `${name}.pem`), "utf8"),
);
const judge = (pdf: Uint8Array) => verifyPdf(pdf, { trust });
const bySigner = (words: string) => (signed: Uint8Array) => signer.cms(signed, words);

describe("what others signed is NOT_OURS, with what can be said of each signature:", () => {
  test.each<[string, { compressed: boolean }, string]>([
    ["a classic index, DER", { compressed: false }, careful],
    ["compressed objects", { compressed: true }, careful],
    ["the lax encoding (BER) of a stream", { compressed: false }, `${careful} -stream`],
    ["the signer named by key identifier", { compressed: false }, `${careful} -keyid`],
    ["SHA-1", { compressed: false }, "-md sha1"],
    ["no signed attributes", { compressed: false }, "-md sha256 -noattr"],
  ])("%s", async (_name, form, words) => {
    const pdf = foreignSigned(await plainFile(form), bySigner(words));
    const result = await judge(pdf);
    expect([result.verdict, result.findings.map(({ code }) => code)]).toEqual([
      "NOT_OURS",
      ["not-ours"],
    ]);
    expect(result.reasons[0]).toContain("It carries 1 signature,");
    expect(result.signatures).toMatchObject([
      { digestOk: true, cmsOk: true, coversFile: true, trusted: false, name: "A. Person" },
    ]);
    expect(result.signatures[0]?.subject).toMatch(/^CN=/);
    expect(result.signatures[0]?.issuer).toMatch(/^CN=/);
    expect(result.signatures[0]?.at).toBe("2026-01-02T02:04:05.000Z");
  });

  test("one changed in a covered byte says that its digest does not fit", async () => {
    const pdf = foreignSigned(await plainFile(), bySigner(careful));
    const changed = edit(pdf, (s) => s.replace("300 300", "300 301"));
    const { verdict, signatures } = await judge(changed);
    expect([verdict, signatures[0]?.digestOk]).toEqual(["NOT_OURS", false]);
  });

  test("two signatures, of which the first covers less than the file", async () => {
    const first = foreignSigned(await plainFile(), bySigner(careful));
    const { verdict, signatures } = await judge(foreignSigned(first, bySigner(careful)));
    expect(verdict).toBe("NOT_OURS");
    expect(signatures.map(({ digestOk, coversFile }) => [digestOk, coversFile])).toEqual([
      [true, false],
      [true, true],
    ]);
  });

  test("one with something after its end does not cover the file", async () => {
    const pdf = foreignSigned(await plainFile(), bySigner(careful));
    const { verdict, signatures } = await judge(edit(pdf, (s) => `${s}more`));
    expect([verdict, signatures[0]?.coversFile]).toEqual(["NOT_OURS", false]);
  });

  test("one of which nothing can be read is still counted", async () => {
    const pdf = foreignSigned(await plainFile(), () => bytes("nonsense"));
    const { verdict, signatures } = await judge(pdf);
    expect(verdict).toBe("NOT_OURS");
    expect(signatures).toMatchObject([{ digestOk: null, subject: "", issuer: "" }]);
  });
});

describe("what nobody signed is NO_SIGNATURE:", () => {
  test.each<[string, () => Promise<Uint8Array> | Uint8Array]>([
    ["a file that carries one of ours, uncompressed", () => carrying(ours, `${ours.length}`)],
    ["the same, its length in an object of its own", () => carrying(ours, "6 0 R")],
    ["a manual that names our program", () => carrying(bytes("/Producer (Depositary)"), "22")],
    ["a classic index", () => plainFile()],
    ["compressed objects", () => plainFile({ compressed: true })],
    ["bytes before the beginning", async () => edit(await plainFile(), (s) => `junk\n${s}`)],
    [
      "changed twice by updates",
      async () => {
        const pdf = await plainFile();
        const page = objectWith(pdf, /\/Type ?\/Page(?![A-Za-z])/);
        const once = append(pdf, { [page.number]: page.value });
        return append(once, { [page.number]: page.value });
      },
    ],
    [
      "an empty place for a signature",
      async () => {
        const pdf = await plainFile();
        const root = objectWith(pdf, "/Type /Catalog");
        const field = "<< /FT /Sig /T (Signature1) /Subtype /Widget /Rect [0 0 9 9] >>";
        const value = root.value.replace("<<", "<< /AcroForm << /Fields [77 0 R] >>");
        return append(pdf, { [root.number]: value, 77: field });
      },
    ],
    [
      "a place that waits for its signature",
      async () => foreignSigned(await plainFile(), () => new Uint8Array(3)),
    ],
    ["the original of a sealed file", () => ours.subarray(0, text(ours).indexOf("%%EOF") + 5)],
    [
      "a draft of ours",
      async () =>
        (
          await typesetInstrument(
            {
              reference: "R",
              title: { en: "T" },
              languages: ["en"],
              parties: [{ code: "KZ" }],
              layout: "sequential",
              texts: { en: "# T\n\n## One\n\nText.\n" },
            },
            { date: "2026-11-20T00:00:00Z", id: "one", watermark: "Draft" },
          )
        ).pdf,
    ],
  ])("%s", async (_name, make) => {
    expect((await judge(await make())).verdict).toBe("NO_SIGNATURE");
  });
});

/** Our sealed file as another program writes it. */
function rewritten(program: string, ...words: string[]): Uint8Array {
  return withFile(ours, (path) => {
    const { status } = spawnSync(program, [...words, path, `${path}.out`]);
    expect([0, 3]).toContain(status);
    return new Uint8Array(readFileSync(`${path}.out`));
  });
}

async function withoutSignatures(): Promise<Uint8Array> {
  const pdf = await PDFDocument.load(ours, { updateMetadata: false });
  for (const [field] of pdf.catalog.getAcroForm()?.getAllFields() ?? []) {
    const value = field.dict.get(PDFName.of("V"));
    field.dict.delete(PDFName.of("V"));
    if (value) pdf.context.delete(value as never);
  }
  return pdf.save({ useObjectStreams: false, updateFieldAppearances: false });
}

describe("one of ours that was changed is MODIFIED:", () => {
  const claims = findClaims(ours);
  test.each<[string, () => Promise<Uint8Array> | Uint8Array]>([
    ["rewritten with compressed objects", () => rewritten("qpdf", "--object-streams=generate")],
    ["rewritten with a classic index", () => rewritten("qpdf", "--object-streams=disable")],
    ["rewritten for the web", () => rewritten("qpdf", "--linearize")],
    ["cleaned by mutool", () => rewritten("mutool", "clean")],
    ["cleaned and packed by mutool", () => rewritten("mutool", "clean", "-ggg")],
    ["its signatures taken out and saved", () => withoutSignatures()],
    [
      "its original with an update",
      () => {
        const original = ours.subarray(0, text(ours).indexOf("%%EOF") + 5);
        const page = objectWith(original, /\/Type ?\/Page(?![A-Za-z])/);
        return append(original, { [page.number]: page.value });
      },
    ],
    [
      "cut after the first signature, with another end",
      () => {
        const first = ours.subarray(0, claims[0]!.end);
        const page = objectWith(first, /\/Type ?\/Page(?![A-Za-z])/);
        return append(first, { [page.number]: page.value.replace("/Contents", "/Void") });
      },
    ],
    ["signed by somebody else in the end", () => foreignSigned(ours, bySigner(careful))],
    ["bytes before the beginning", () => edit(ours, (s) => `junk\n${s}`)],
  ])("%s", async (_name, make) => {
    const { verdict, reasons } = await judge(await make());
    expect([verdict, ...reasons]).toEqual(["MODIFIED", ...reasons]);
  });

  test("a byte flipped is INVALID_DIGEST, as it was", async () => {
    const changed = ours.slice();
    changed[900]! ^= 1;
    expect((await judge(changed)).verdict).toBe("INVALID_DIGEST");
  });
});

test("what cannot be read is MALFORMED", async () => {
  expect((await judge(bytes("Dear Sir"))).verdict).toBe("MALFORMED");
  expect((await judge((await plainFile()).subarray(0, -40))).verdict).toBe("MALFORMED");
});

test("an encrypted file of others is ENCRYPTED", async () => {
  const plain = await plainFile({ compressed: true });
  const encrypted = withFile(plain, (path) => {
    execFileSync("qpdf", ["--encrypt", "", "x", "256", "--", path, `${path}.out`]);
    return new Uint8Array(readFileSync(`${path}.out`));
  });
  expect((await judge(encrypted)).verdict).toBe("ENCRYPTED");
});

/** A plain file of another program with a file attached as it is. */
function carrying(attached: Uint8Array, length: string): Uint8Array {
  const objects = [
    "<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles<</Names[(a) 4 0 R]>>>>>>",
    "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>",
    "<</Type/Filespec/F(a)/EF<</F 5 0 R>>>>",
    `<</Type/EmbeddedFile/Length ${length}>>stream\n${text(attached)}\nendstream`,
    `${attached.length}`,
  ];
  let out = "%PDF-1.6\n%\xe2\xe3\xcf\xd3\n";
  const places = objects.map((object, at) => {
    const place = out.length;
    out += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, "0")} 00000 n \n`;
  });
  const start = out.length;
  out += `xref\n0 7\n0000000000 65535 f \n${places.join("")}trailer<</Size 7/Root 1 0 R>>\n`;
  return bytes(`${out}startxref\n${start}\n%%EOF\n`);
}
