import { createRequire } from "node:module";
import type { FreshText } from "../fresh-agreement.ts";
import { type Engine, fontFiles, headingOf, page } from "./engine.ts";

export const pdfmake: Engine = {
  name: "pdfmake 0.3, untagged",
  load: async () => {
    const module = open();
    return { render: (texts) => byPdfmake(module, texts) };
  },
};

/** The package carries no types; this is the part of it that is used here. */
type Pdfmake = {
  setUrlAccessPolicy(allowed: (url: string) => boolean): void;
  setLocalAccessPolicy(allowed: (path: string) => boolean): void;
  setFonts(fonts: Record<string, Record<string, string>>): void;
  createPdf(definition: object): { getBuffer(): Promise<Uint8Array> };
};

function open(): Pdfmake {
  const pdfmake: Pdfmake = createRequire(import.meta.url)("pdfmake");
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path) => path.endsWith(".ttf"));
  const { NotoSerif, Amiri } = fontFiles;
  pdfmake.setFonts({
    NotoSerif: { normal: NotoSerif.regular, bold: NotoSerif.bold },
    Amiri: { normal: Amiri.regular, bold: Amiri.bold },
  });
  return pdfmake;
}

async function byPdfmake(pdfmake: Pdfmake, texts: FreshText[]) {
  const content = texts.flatMap(({ language, title, articles }, index) => {
    const right = language === "ar";
    const style = { font: right ? "Amiri" : "NotoSerif", alignment: right ? "right" : "justify" };
    const fontSize = right ? page.size * 1.25 : page.size;
    const body = articles.flatMap((paragraphs) => [
      { text: headingOf(paragraphs), ...style, fontSize, alignment: "center", bold: true },
      ...paragraphs.map((text, i) => ({
        text: `(${i + 1}) ${text}`,
        ...style,
        fontSize,
        margin: [0, 3, 0, 3],
      })),
    ]);
    const heading = {
      text: title,
      ...style,
      alignment: "center",
      bold: true,
      fontSize: page.title,
    };
    return [{ ...heading, ...(index > 0 && { pageBreak: "before" }) }, ...body];
  });
  const bytes = await pdfmake
    .createPdf({ content, pageSize: "A4", pageMargins: page.margin })
    .getBuffer();
  return { bytes };
}
