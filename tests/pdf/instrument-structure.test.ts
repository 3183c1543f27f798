import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFString,
} from "pdf-lib";
import { expect, test } from "vitest";
import { typesetInstrument } from "#src/pdf/instrument.ts";
import { run } from "./typeset/support/read-pdf.ts";

const markdown = {
  en: `# Memorandum

Whereas the Participants agree,

## Purpose

1. First, see [below](#article-2).
   1. Sub-paragraph.
2. Second.

### Detail

| Area | Year |
| --- | --- |
| Training | 2026 |
| Research | 2027 |

## Duration

> Quoted words.
`,
  ar: "# مذكرة تفاهم\n\n## الغرض\n\nيتعاون المشاركون.\n",
};

const made = typesetInstrument(
  {
    reference: "ACSH/2026/003",
    title: { en: "Memorandum", ar: "مذكرة تفاهم" },
    languages: ["en", "ar"],
    parties: [{ name: { en: "One", ar: "الأول" } }, { name: { en: "Two", ar: "الثاني" } }],
    layout: "sequential",
    texts: markdown,
  },
  { date: "2026-11-23T10:00:00Z", id: "3", textDigest: "ab".repeat(32) },
);

type Seen = {
  type: string;
  language: string | undefined;
  attributes: PDFDict | undefined;
  depth: number;
};

async function read() {
  const { pdf } = await made;
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  const root = document.catalog.lookup(PDFName.of("StructTreeRoot"), PDFDict);
  const elements: Seen[] = [];
  const walk = (node: PDFDict, depth: number) => {
    const type = node.get(PDFName.of("S"));
    if (!type) return;
    elements.push({
      type: type.toString().slice(1),
      language: node.lookupMaybe(PDFName.of("Lang"), PDFString)?.asString(),
      attributes: node.lookupMaybe(PDFName.of("A"), PDFDict),
      depth,
    });
    const children = node.lookup(PDFName.of("K"));
    // The annotation of a form field stands alone; all other kids stand in an array.
    if (!(children instanceof PDFArray)) return expect(type).toBe(PDFName.of("Form"));
    for (let i = 0; i < children.size(); i++) {
      const child = children.lookup(i);
      if (child instanceof PDFDict) walk(child, depth + 1);
    }
  };
  walk(root.lookup(PDFName.of("K"), PDFArray).lookup(0, PDFDict), 0);
  return { document, root, elements };
}

function rawStream(dictionary: PDFDict, key: string): PDFRawStream {
  const stream = dictionary.lookup(PDFName.of(key));
  if (!(stream instanceof PDFRawStream)) throw new Error(`no stream ${key}`);
  return stream;
}

test("the structure names what each part of the instrument is", async () => {
  const { elements } = await read();
  const types = elements.map(({ type }) => type);
  expect(types[0]).toBe("Document");
  for (const type of [
    "Sect",
    "H1",
    "H2",
    "H3",
    "P",
    "L",
    "LI",
    "Lbl",
    "LBody",
    "Table",
    "TR",
    "TH",
    "TD",
    "BlockQuote",
    "Form",
  ]) {
    expect(types).toContain(type);
  }
  expect(types.filter((type) => type === "TH")).toHaveLength(2);
  expect(types.filter((type) => type === "TD")).toHaveLength(4);
  expect(types.filter((type) => type === "Form")).toHaveLength(3);
});

test("headings begin with the first level and none is skipped", async () => {
  const { elements } = await read();
  const levels = elements.flatMap(({ type }) => (/^H\d$/.test(type) ? [Number(type[1])] : []));
  expect(levels[0]).toBe(1);
  for (const [index, level] of levels.entries()) {
    expect(level).toBeLessThanOrEqual((levels[index - 1] ?? 0) + 1);
  }
});

test("each text says its language, and column headings their scope", async () => {
  const { elements, document } = await read();
  const sections = elements.filter(({ type, depth }) => type === "Sect" && depth === 1);
  expect(sections.map(({ language }) => language)).toEqual(["en", "ar", "en"]);
  expect(document.catalog.lookup(PDFName.of("Lang"), PDFString).asString()).toBe("en");
  for (const { attributes } of elements.filter(({ type }) => type === "TH")) {
    expect(attributes?.get(PDFName.of("Scope"))).toBe(PDFName.of("Column"));
  }
});

test("every piece of content is either an artifact or owned by an element", async () => {
  const { document, root } = await read();
  const numbers = root
    .lookup(PDFName.of("ParentTree"), PDFDict)
    .lookup(PDFName.of("Nums"), PDFArray);
  for (const [index, page] of document.getPages().entries()) {
    expect(page.node.lookup(PDFName.of("StructParents"), PDFNumber).asNumber()).toBe(index);
    expect(page.node.get(PDFName.of("Tabs"))).toBe(PDFName.of("S"));
    const owners = numbers.lookup(index * 2 + 1, PDFArray);
    const stream = rawStream(page.node, "Contents");
    const content = Buffer.from(decodePDFRawStream(stream).decode()).toString("latin1");
    let open = 0;
    let marks = 0;
    for (const line of content.split("\n")) {
      if (/^\/\w+ <<.*>> BDC$/.test(line)) open++;
      if (line.includes("/MCID")) marks++;
      // Text and painting happen only inside marked content.
      if (/(TJ|\bf|\bS)$/.test(line)) expect(open).toBe(1);
      if (line === "EMC") open--;
    }
    expect(open).toBe(0);
    expect(marks).toBe(owners.size());
  }
});

test("the file says that it is PDF/A-2a and PDF/UA-1 and shows its title", async () => {
  const { document } = await read();
  const { catalog } = document;
  const metadata = rawStream(catalog, "Metadata");
  const xmp = new TextDecoder().decode(metadata.getContents());
  expect(xmp).toContain("<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>");
  expect(xmp).toContain("<pdfuaid:part>1</pdfuaid:part>");
  expect(xmp).toContain("<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/");
  expect(xmp).toContain('<rdf:li xml:lang="ar">مذكرة تفاهم</rdf:li>');
  expect(xmp).toContain("<xmp:CreateDate>2026-11-23T10:00:00Z</xmp:CreateDate>");
  expect(document.getTitle()).toBe("Memorandum");
  expect(document.getCreationDate()?.toISOString()).toBe("2026-11-23T10:00:00.000Z");
  const viewer = catalog.lookup(PDFName.of("ViewerPreferences"), PDFDict);
  expect(viewer.get(PDFName.of("DisplayDocTitle"))?.toString()).toBe("true");
  const intent = catalog.lookup(PDFName.of("OutputIntents"), PDFArray).lookup(0, PDFDict);
  expect(intent.get(PDFName.of("S"))).toBe(PDFName.of("GTS_PDFA1"));
  expect(document.context.trailerInfo.ID?.toString()).toMatch(
    /^\[ <[0-9A-F]{32}> <[0-9A-F]{32}> \]$/,
  );
});

test("bookmarks lead to each text and article", async () => {
  const { pdf } = await made;
  const outline = run(pdf, "mutool", "show", "%", "outline").out.replaceAll("\u00a0", " ");
  for (const title of [
    "Memorandum",
    "Article 1. Purpose",
    "Article 2. Duration",
    "المادة 1. الغرض",
    "Signatures · التوقيعات",
  ]) {
    expect(outline).toContain(title);
  }
});
