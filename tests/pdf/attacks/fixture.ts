import { PDFDocument, PDFHexString, PDFName, PDFString, rgb } from "pdf-lib";
import { makeSealKey } from "#src/pdf/keys/make-seal-key.ts";
import { type Attestation, type Sealed, sealInstrument } from "#src/pdf/seal.ts";
import { openSealKey, type SealKey, type SealKeyPems } from "#src/pdf/seal-key.ts";

export const reference = "ACSH/2026/001";

export const sealedAt = new Date("2026-11-23T14:05:09Z");

/** What a signature of no consequence shows. */
export const look = {
  lines: [{ text: "Seal", language: "en", size: 10 }],
  direction: "ltr" as const,
};

/** A key under a demonstration authority of its own. */
export function newKey(now = new Date("2026-11-01T00:00:00Z"), days = 300) {
  const pems: SealKeyPems = makeSealKey({ now, days });
  return { pems, key: openSealKey(pems) satisfies SealKey, trust: [pems.authority] };
}

/** A small frozen original with empty, visible signature fields. */
export async function original(fields = ["Party-KZ", "Party-AE", "Seal"]): Promise<Uint8Array> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  pdf.setTitle("Memorandum");
  const page = pdf.addPage([595, 842]);
  page.drawRectangle({ x: 50, y: 700, width: 400, height: 60, color: rgb(0.8, 0.9, 1) });
  const { context } = pdf;
  const widgets = fields.map((name, index) =>
    context.register(
      context.obj({
        Type: "Annot",
        Subtype: "Widget",
        FT: "Sig",
        T: PDFString.of(name),
        TU: PDFHexString.fromText(`Signature ${name}`),
        F: 132,
        Rect: [60, 560 - index * 90, 300, 630 - index * 90],
        P: page.ref,
        AP: {
          N: context.register(
            context.stream("", { Type: "XObject", Subtype: "Form", BBox: [0, 0, 240, 70] }),
          ),
        },
      }),
    ),
  );
  page.node.set(PDFName.of("Annots"), context.obj(widgets));
  const form = context.obj({ Fields: widgets, SigFlags: 3 });
  pdf.catalog.set(PDFName.of("AcroForm"), context.register(form));
  return pdf.save({
    useObjectStreams: false,
    addDefaultPage: false,
    updateFieldAppearances: false,
  });
}

export const consents: Attestation[] = [
  {
    field: "Party-KZ",
    party: "Republic of Kazakhstan",
    person: "Әйгерім Бекқызы",
    title: "Minister of Foreign Affairs",
    method: "passkey",
    at: new Date("2026-11-20T09:30:00Z"),
  },
  {
    field: "Party-AE",
    party: "United Arab Emirates",
    person: "نورة المنصوري",
    title: "Minister of State",
    method: "passkey",
    at: new Date("2026-11-22T16:00:00Z"),
  },
];

export async function sealed(key: SealKey): Promise<Sealed & { original: Uint8Array }> {
  const pdf = await original();
  return {
    ...(await sealInstrument(pdf, {
      signatures: consents,
      key,
      at: sealedAt,
      reference,
    })),
    original: pdf,
  };
}
