import { createRequire } from "node:module";
import { PDFDocument, PDFName, StandardFonts } from "pdf-lib";
import { typesetInstrument } from "#src/pdf/instrument.ts";
import { type FreshText, languages, markdownOf } from "./fresh-agreement.ts";

export type Engine = {
  name: string;
  render: (texts: FreshText[]) => Promise<{ pages: number; bytes: number }>;
};

export const engines: Engine[] = [
  { name: "depositary, tagged PDF/A-2a", render: byDepositary },
  { name: "pdfmake, untagged", render: byPdfmake },
  { name: "floor: raw pdf-lib, unshaped", render: byRawPdfLib },
];

async function byDepositary(texts: FreshText[]) {
  const { pdf, pages } = await typesetInstrument(
    {
      reference: "BENCH/1",
      title: Object.fromEntries(texts.map(({ language, title }) => [language, title])),
      languages,
      parties: [{ code: "KZ" }, { code: "AE" }],
      layout: "sequential",
      texts: Object.fromEntries(texts.map((text) => [text.language, markdownOf(text)])),
    },
    { date: "2026-11-23T10:00:00Z", id: "bench" },
  );
  return { pages, bytes: pdf.length };
}

/** The package carries no types; this is the part of it that is used here. */
type Pdfmake = {
  setUrlAccessPolicy(allowed: (url: string) => boolean): void;
  setLocalAccessPolicy(allowed: (path: string) => boolean): void;
  setFonts(fonts: Record<string, Record<string, string>>): void;
  createPdf(definition: object): { getBuffer(): Promise<Uint8Array> };
};

const require = createRequire(import.meta.url);
const pdfmake: Pdfmake = require("pdfmake");
const font = (path: string) => require.resolve(`@expo-google-fonts/${path}.ttf`);
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => path.endsWith(".ttf"));
pdfmake.setFonts({
  NotoSerif: {
    normal: font("noto-serif/400Regular/NotoSerif_400Regular"),
    bold: font("noto-serif/700Bold/NotoSerif_700Bold"),
  },
  Amiri: {
    normal: font("amiri/400Regular/Amiri_400Regular"),
    bold: font("amiri/700Bold/Amiri_700Bold"),
  },
});

async function byPdfmake(texts: FreshText[]) {
  const content = texts.flatMap(({ language, title, articles }, index) => {
    const right = language === "ar";
    const style = { font: right ? "Amiri" : "NotoSerif", alignment: right ? "right" : "justify" };
    const body = articles.flatMap((paragraphs) => [
      {
        text: paragraphs[0]?.split(" ").slice(0, 3).join(" "),
        ...style,
        alignment: "center",
        bold: true,
      },
      ...paragraphs.map((text, i) => ({
        text: `(${i + 1}) ${text}`,
        ...style,
        margin: [0, 3, 0, 3],
      })),
    ]);
    const heading = { text: title, ...style, alignment: "center", bold: true, fontSize: 18 };
    return [{ ...heading, ...(index > 0 && { pageBreak: "before" }) }, ...body];
  });
  const pdf = await pdfmake
    .createPdf({ content, pageSize: "A4", pageMargins: 79, defaultStyle: { fontSize: 10.5 } })
    .getBuffer();
  return {
    pages: (
      Buffer.from(pdf)
        .toString("latin1")
        .match(/\/Type \/Page\b/g) ?? []
    ).length,
    bytes: pdf.length,
  };
}

/** As many glyphs on as many lines, in a font that needs neither shaping nor embedding. */
async function byRawPdfLib(texts: FreshText[]) {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  const { ref } = await pdf.embedFont(StandardFonts.TimesRoman);
  const resources = pdf.context.obj({ Font: { F1: ref } });
  const lines = texts
    .flatMap(({ articles }) => articles.flat())
    .flatMap((text) => text.match(/.{1,85}/gs) ?? []);
  for (let from = 0; from < lines.length; from += 45) {
    const shown = lines.slice(from, from + 45).map((line) => {
      let hex = "";
      for (let i = 0; i < line.length; i++)
        hex += (line.charCodeAt(i) & 0x7f).toString(16).padStart(2, "0");
      return `<${hex}> Tj T*`;
    });
    const page = pdf.addPage([595.28, 841.89]);
    const stream = `BT /F1 10.5 Tf 14.9 TL 79 750 Td\n${shown.join("\n")}\nET`;
    page.node.set(PDFName.of("Resources"), resources);
    page.node.set(PDFName.of("Contents"), pdf.context.register(pdf.context.flateStream(stream)));
  }
  const bytes = await pdf.save({
    useObjectStreams: false,
    objectsPerTick: Number.POSITIVE_INFINITY,
  });
  return { pages: pdf.getPageCount(), bytes: bytes.length };
}
