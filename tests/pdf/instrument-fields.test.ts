import { PDFArray, PDFDict, PDFDocument, PDFName, PDFNumber } from "pdf-lib";
import { expect, test } from "vitest";
import { typesetInstrument } from "#src/pdf/instrument.ts";
import type { SourceParty } from "#src/text/party-name.ts";
import type { Source } from "#src/text/source.ts";
import { textOf } from "./typeset/support/read-pdf.ts";

const options = { date: "2026-11-23T10:00:00Z", id: "1" };

function source(parties: SourceParty[], text = "The Participants cooperate."): Source {
  return {
    reference: "ACSH/2026/002",
    title: { en: "Memorandum" },
    languages: ["en"],
    parties,
    layout: "sequential",
    texts: { en: `# Memorandum\n\n## Purpose\n\n${text}\n` },
  };
}

const named = (count: number): SourceParty[] =>
  Array.from({ length: count }, (_, i) => ({ name: { en: `Party number ${i + 1}` } }));

async function widgets(pdf: Uint8Array) {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  const { context, catalog } = document;
  const form = context.lookup(catalog.get(PDFName.of("AcroForm")), PDFDict);
  const fields = form.lookup(PDFName.of("Fields"), PDFArray);
  const pages: unknown[] = document.getPages().map(({ ref }) => ref);
  return fields.asArray().map((ref) => {
    const widget = context.lookup(ref, PDFDict);
    const page = widget.get(PDFName.of("P"));
    return {
      ref,
      name: widget.lookup(PDFName.of("T"))?.toString().slice(1, -1),
      flags: widget.lookup(PDFName.of("F"), PDFNumber).asNumber(),
      tooltip: widget.has(PDFName.of("TU")),
      appearance: widget.has(PDFName.of("AP")),
      value: widget.has(PDFName.of("V")),
      rect: widget.lookup(PDFName.of("Rect"), PDFArray).asRectangle(),
      page: pages.indexOf(page),
      key: widget.lookup(PDFName.of("StructParent"), PDFNumber).asNumber(),
    };
  });
}

test("each party has an empty visible field by its code or its place, and the depositary one for the seal", async () => {
  const parties = [{ code: "KZ" }, { name: { en: "Regional Hub" } }, { code: "AE" }];
  const { pdf, fields } = await typesetInstrument(source(parties), options);
  expect(fields).toEqual(["Party-KZ", "Party-2", "Party-AE", "Seal"]);
  const found = await widgets(pdf);
  expect(found.map(({ name }) => name)).toEqual(fields);
  for (const { flags, tooltip, appearance, value, rect } of found) {
    expect({ flags, tooltip, appearance, value }).toEqual({
      flags: 132,
      tooltip: true,
      appearance: true,
      value: false,
    });
    expect(rect.width).toBeGreaterThan(150);
    expect(rect.height).toBeGreaterThan(50);
  }
});

test("fields lie on the page, do not overlap, and stand in the structure as forms", async () => {
  const { pdf } = await typesetInstrument(source(named(31)), options);
  const found = await widgets(pdf);
  expect(found).toHaveLength(32);
  for (const { rect, page } of found) {
    expect(page).toBeGreaterThanOrEqual(0);
    expect(rect.x).toBeGreaterThanOrEqual(70);
    expect(rect.x + rect.width).toBeLessThanOrEqual(525);
    expect(rect.y).toBeGreaterThanOrEqual(70);
    const others = found.filter((one) => one.rect !== rect && one.page === page);
    for (const { rect: other } of others) {
      const apart =
        rect.x + rect.width <= other.x ||
        other.x + other.width <= rect.x ||
        rect.y + rect.height <= other.y ||
        other.y + other.height <= rect.y;
      expect(apart).toBe(true);
    }
  }
  const { context, catalog } = await PDFDocument.load(pdf, { updateMetadata: false });
  const root = context.lookup(catalog.get(PDFName.of("StructTreeRoot")), PDFDict);
  const tree = root.lookup(PDFName.of("ParentTree"), PDFDict).lookup(PDFName.of("Nums"), PDFArray);
  const owners = new Map<number, PDFDict>();
  for (let i = 0; i < tree.size(); i += 2) {
    const owner = tree.lookup(i + 1);
    if (owner instanceof PDFDict) owners.set(tree.lookup(i, PDFNumber).asNumber(), owner);
  }
  for (const { key, ref } of found) {
    const owner = owners.get(key);
    expect(owner?.get(PDFName.of("S"))).toBe(PDFName.of("Form"));
    // Not an array of one: pyHanko then calls each later signature a suspicious change.
    const kid = owner?.lookup(PDFName.of("K"), PDFDict);
    expect(kid?.get(PDFName.of("Type"))).toBe(PDFName.of("OBJR"));
    expect(kid?.get(PDFName.of("Obj"))).toBe(ref);
  }
});

test("the first signatures never stand on a page without the end of the text", async () => {
  for (const sentences of [1, 30, 55, 57, 58, 59, 60, 61, 62, 63, 64, 66, 70, 400]) {
    const text = "The Participants carry out this Memorandum in good faith. ".repeat(sentences);
    const { pdf } = await typesetInstrument(source(named(2), text), options);
    const [first] = await widgets(pdf);
    const page = textOf(pdf).split("\f")[first?.page ?? 0];
    expect(page).toContain("in good faith");
    expect(page).toContain("Signatures");
  }
});

test("without fields there are no signatures and no form", async () => {
  const { pdf, fields } = await typesetInstrument(source(named(2)), { ...options, fields: false });
  expect(fields).toEqual([]);
  expect(textOf(pdf)).not.toContain("Signatures");
  const { catalog } = await PDFDocument.load(pdf, { updateMetadata: false });
  expect(catalog.has(PDFName.of("AcroForm"))).toBe(false);
});
