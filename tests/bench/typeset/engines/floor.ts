import { PDFDocument, PDFName, StandardFonts } from "pdf-lib";
import type { FreshText } from "../fresh-agreement.ts";
import { type Engine, page } from "./engine.ts";

/** As many glyphs on as many lines, in a font that needs neither shaping nor embedding. */
export const floor: Engine = {
  name: "floor: raw pdf-lib, unshaped",
  load: async () => ({ render: byRawPdfLib }),
};

const [width, height] = [595.28, 841.89];
const leading = 14.9;
const charactersOnLine = 85;
const linesOnPage = Math.floor((height - 2 * page.margin) / leading);

async function byRawPdfLib(texts: FreshText[]) {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  const { ref } = await pdf.embedFont(StandardFonts.TimesRoman);
  const resources = pdf.context.obj({ Font: { F1: ref } });
  const lines = texts
    .flatMap(({ title, articles }) => [title, ...articles.flat()])
    .flatMap((text) => text.match(new RegExp(`.{1,${charactersOnLine}}`, "gs")) ?? []);
  for (let from = 0; from < lines.length; from += linesOnPage) {
    const shown = lines.slice(from, from + linesOnPage).map((line) => {
      let hex = "";
      for (let i = 0; i < line.length; i++)
        hex += (line.charCodeAt(i) & 0x7f).toString(16).padStart(2, "0");
      return `<${hex}> Tj T*`;
    });
    const sheet = pdf.addPage([width, height]);
    const start = `${page.margin} ${height - page.margin} Td`;
    const stream = `BT /F1 ${page.size} Tf ${leading} TL ${start}\n${shown.join("\n")}\nET`;
    sheet.node.set(PDFName.of("Resources"), resources);
    sheet.node.set(PDFName.of("Contents"), pdf.context.register(pdf.context.flateStream(stream)));
  }
  const bytes = await pdf.save({
    useObjectStreams: false,
    objectsPerTick: Number.POSITIVE_INFINITY,
  });
  return { bytes };
}
