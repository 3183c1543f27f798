import { createHash } from "node:crypto";
import { roomFor } from "#src/pdf/cms/room.ts";
import { drawAppearance } from "#src/pdf/revisions/draw-appearance.ts";
import { type PdfFile, readFile } from "#src/pdf/revisions/read-file.ts";
import { signatureDictionary } from "#src/pdf/revisions/signature-dictionary.ts";
import { signatureFields } from "#src/pdf/revisions/signature-fields.ts";
import { latin, sizeOf, textOf, writeRevision } from "#src/pdf/revisions/write-revision.ts";
import type { SealKey } from "#src/pdf/seal-key.ts";
import { embedSignature } from "#src/pdf/sign.ts";
import { honest } from "./by-key.ts";
import { objectWith, text } from "./bytes.ts";
import { look, sealedAt } from "./fixture.ts";

/** The objects of one signature's revision, as text, by number. */
export type Draft = {
  objects: Map<number, string>;
  signature: number;
  field: number;
  drawing: number;
};

/**
 * Signs `field` with a trusted key in a revision that `change` has tampered with: what one party's own
 * software could do before the others sign. The last `uncovered` bytes are left out of its range; `trailer`
 * rewrites the trailer at the same length.
 */
export async function insiderSigns(
  pdf: Uint8Array,
  field: string,
  key: SealKey,
  change: (draft: Draft, pdf: Uint8Array) => void,
  { uncovered = 0, trailer }: { uncovered?: number; trailer?: (text: string) => string } = {},
): Promise<Uint8Array> {
  const file = readFile(pdf);
  const signature = sizeOf(file);
  const room = roomFor([key.certificate, ...key.chain], null);
  const dictionary = signatureDictionary({ name: "", reason: "", date: sealedAt }, room);
  const drawing = drawAppearance(signature + 1, { width: 240, height: 70 }, look);
  const widget = fieldIn(file, field);
  const before = { ap: `/AP << /N ${drawing.reference} >>`, v: `/V ${signature} 0 R` };
  const objects = new Map([
    [signature, text(dictionary.body)],
    [
      widget.number,
      widget.value.replace(/\/AP <<[^>]*>>/, before.ap).replace(/>>$/, `${before.v}\n>>`),
    ],
    ...drawing.objects.map(({ number, body }): [number, string] => [number, text(body)]),
  ]);
  change(
    { objects, signature, field: widget.number, drawing: Number.parseInt(drawing.reference, 10) },
    pdf,
  );
  const all = [...objects].map(([number, body]) => ({ number, body: latin(body) }));
  const { bytes, bodies } = writeRevision(file, all);
  if (trailer) {
    const at = text(bytes).lastIndexOf("trailer");
    const before = text(bytes.subarray(at));
    const after = trailer(before);
    if (after === before || after.length !== before.length) throw new Error("No such attack.");
    bytes.set(latin(after), at);
  }
  const body = bodies.get(signature)!;
  const [start, end] = [body + dictionary.contents.start, body + dictionary.contents.end];
  const byteRange: [0, number, number, number] = [0, start, end, bytes.length - end - uncovered];
  bytes.set(latin(dictionary.rangeText(byteRange)), body + dictionary.range);
  const signedBytes = Buffer.concat([
    bytes.subarray(0, start),
    bytes.subarray(end, bytes.length - uncovered),
  ]);
  const digest = createHash("sha256").update(signedBytes).digest();
  const prepared = { pdf: bytes, byteRange, digest, signedBytes };
  return embedSignature(prepared, await honest(prepared, key));
}

function fieldIn(file: PdfFile, name: string): { number: number; value: string } {
  const field = signatureFields(file, 0).find((one) => one.name === name)!;
  return { number: field.object.number, value: textOf(file.bytes, field.dictionary) };
}

const replaceIn = (draft: Draft, number: number, from: string | RegExp, to: string) => {
  const before = draft.objects.get(number)!;
  const after = before.replace(from, to);
  if (after === before) throw new Error("The attack changed nothing.");
  draft.objects.set(number, after);
};

export const byInsiders: [name: string, change: (draft: Draft, pdf: Uint8Array) => void][] = [
  ["an object that nothing needs", (draft) => draft.objects.set(draft.signature + 50, "(hidden)")],
  [
    "the page rewritten",
    (draft, pdf) => {
      const page = objectWith(pdf, "/Contents");
      draft.objects.set(page.number, page.value);
    },
  ],
  [
    "another field moved",
    (draft, pdf) => {
      const other = objectWith(pdf, "(Seal)");
      draft.objects.set(
        other.number,
        other.value.replace(/\/Rect \[[^\]]*\]/, "/Rect [0 0 595 842]"),
      );
    },
  ],
  [
    "its own field moved",
    (draft) => replaceIn(draft, draft.field, /\/Rect \[[^\]]*\]/, "/Rect [0 0 595 842]"),
  ],
  [
    "its own field with an action",
    (draft) => replaceIn(draft, draft.field, /^<</, "<< /A << /S /JavaScript /JS (1) >>"),
  ],
  ["its own field renamed", (draft) => replaceIn(draft, draft.field, "(Party-KZ)", "(Party-FR)")],
  [
    "an appearance that borrows the page's content",
    (draft, pdf) => {
      const page = objectWith(pdf, "/Contents");
      replaceIn(draft, draft.drawing, "/Font <<", `/Font << /F9 ${page.number} 0 R`);
    },
  ],
  [
    "an appearance with pictures",
    (draft) => replaceIn(draft, draft.drawing, "/Resources <<", "/Resources << /XObject << >>"),
  ],
  [
    "an appearance with a font that is not in the file",
    (draft) => {
      const [number, font] = [...draft.objects].find(([, body]) => body.includes("/FontFile2"))!;
      draft.objects.set(number, font.replace("/FontFile2", "/FontFile9"));
    },
  ],
  [
    "an appearance in a layer",
    (draft) =>
      replaceIn(draft, draft.drawing, "/Subtype /Form", "/Subtype /Form /OC << /Type /OCG >>"),
  ],
  [
    "an appearance for the pressed mouse",
    (draft) => replaceIn(draft, draft.field, /\/AP << \/N (\d+ 0 R)/, "/AP << /N $1 /D $1"),
  ],
  ["no appearance", (draft) => replaceIn(draft, draft.field, /\/AP <<[^>]*>>/, "/AP << >>")],
  [
    "a signature with more than a signature says",
    (draft) => replaceIn(draft, draft.signature, "/M (", "/Reference [] /M ("),
  ],
  [
    "a signature of another kind",
    (draft) => replaceIn(draft, draft.signature, "ETSI.CAdES.detached", "adbe.pkcs7.detached"),
  ],
];
