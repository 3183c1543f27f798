import { createHash } from "node:crypto";
import { embedStream } from "./embed-stream.ts";
import { type PDFDocument, PDFHexString, PDFName, PDFString } from "./pdf-lib.ts";
import { srgbProfile } from "./srgb.ts";

export type Metadata = {
  /** By language; the first is the default. */
  titles: [language: string, title: string][];
  reference: string;
  /** RFC 3339; written to Info and XMP. */
  date: string;
  /** Becomes the trailer's /ID. */
  id: string;
  /** The part of ISO 19005: 3 if files are attached; 2 by default. */
  part?: 2 | 3;
};

/**
 * Describes the file: Info, XMP, identifier, colour space and the viewer's title, as PDF/A-2a (ISO 19005-2) and
 * PDF/UA-1 (ISO 14289-1) require. Info and XMP have the same values.
 */
export function writeMetadata(pdf: PDFDocument, metadata: Metadata): void {
  const { context, catalog } = pdf;
  const [language, title] = metadata.titles[0] ?? ["en", metadata.reference];
  const date = new Date(metadata.date);
  pdf.setTitle(title);
  pdf.setSubject(metadata.reference);
  pdf.setCreator(producer);
  pdf.setProducer(producer);
  pdf.setCreationDate(date);
  pdf.setModificationDate(date);
  const packet = new TextEncoder().encode(xmp(metadata, date));
  const set = (key: string, value: Parameters<typeof catalog.set>[1]) =>
    catalog.set(PDFName.of(key), value);
  set("Lang", PDFString.of(language));
  set("ViewerPreferences", context.obj({ DisplayDocTitle: true }));
  set("MarkInfo", context.obj({ Marked: true }));
  set("Metadata", context.register(context.stream(packet, { Type: "Metadata", Subtype: "XML" })));
  set(
    "OutputIntents",
    context.obj([
      {
        Type: "OutputIntent",
        S: "GTS_PDFA1",
        OutputConditionIdentifier: PDFString.of("sRGB IEC61966-2.1"),
        Info: PDFString.of("sRGB IEC61966-2.1"),
        RegistryName: PDFString.of("http://www.color.org"),
        DestOutputProfile: embedStream(context, srgbProfile(), { N: 3 }),
      },
    ]),
  );
  const hash = createHash("sha256").update(metadata.id).digest("hex").slice(0, 32).toUpperCase();
  const id = PDFHexString.of(hash);
  context.trailerInfo.ID = context.obj([id, id]);
}

const producer = "Depositary";

function xmp({ titles, reference, part = 2 }: Metadata, date: Date): string {
  const stamp = date.toISOString().replace(/\.\d+Z$/, "Z");
  const [, first] = titles[0] ?? ["", reference];
  const alternatives = [["x-default", first], ...titles]
    .map(
      ([language, title]) => `<rdf:li xml:lang="${escaped(language)}">${escaped(title)}</rdf:li>`,
    )
    .join("");
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfaid:part>${part}</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>
<dc:format>application/pdf</dc:format><dc:title><rdf:Alt>${alternatives}</rdf:Alt></dc:title>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">${escaped(reference)}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag>${titles.map(([language]) => `<rdf:li>${escaped(language)}</rdf:li>`).join("")}</rdf:Bag></dc:language>
<xmp:CreateDate>${stamp}</xmp:CreateDate><xmp:ModifyDate>${stamp}</xmp:ModifyDate>
<xmp:CreatorTool>${producer}</xmp:CreatorTool><pdf:Producer>${producer}</pdf:Producer>
</rdf:Description>
${pdfuaSchema}
</rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>`;
}

/** PDF/A allows a property that it does not know only with the description of its schema. */
const pdfuaSchema = `<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"><pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema><pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>PDF/UA version</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>`;

function escaped(text: string | undefined): string {
  return (text ?? "").replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
}
