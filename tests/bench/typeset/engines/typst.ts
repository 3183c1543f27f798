import { readFileSync } from "node:fs";
import type { FreshText } from "../fresh-agreement.ts";
import { type Engine, fontFiles, headingOf, page } from "./engine.ts";

/** The compiler is kept and its cache emptied after each document, as a server must that never sees it again. */
export const typst: Engine = {
  name: "Typst 0.7 for Node, untagged",
  load: async () => {
    const package_ = await import("@myriaddreamin/typst-ts-node-compiler").catch(() => null);
    if (!package_) return null;
    const fontBlobs = Object.values(fontFiles)
      .flatMap(({ regular, bold }) => [regular, bold])
      .map((file) => readFileSync(file));
    const compiler = package_.NodeCompiler.create({ fontArgs: [{ fontBlobs }] });
    return {
      render: async (texts) => {
        const bytes = compiler.pdf({ mainFileContent: sourceOf(texts) });
        compiler.evictCache(0);
        return { bytes };
      },
    };
  },
};

function sourceOf(texts: FreshText[]): string {
  const head = `#set page(paper: "a4", margin: ${page.margin}pt)\n#set par(justify: true)\n`;
  const bodies = texts.map(({ language, title, articles }) => {
    const right = language === "ar";
    const family = right ? "Amiri" : "Noto Serif";
    const size = right ? page.size * 1.25 : page.size;
    const parts = articles.map((paragraphs) => {
      const items = paragraphs.map((text) => `+ ${escaped(text)}`).join("\n");
      return `#align(center)[*${escaped(headingOf(paragraphs))}*]\n${items}\n`;
    });
    const set = `#set text(font: "${family}", size: ${size}pt, lang: "${language}", hyphenate: false)`;
    const heading = `#align(center)[#text(size: ${page.title}pt)[*${escaped(title)}*]]`;
    return `#[\n${set}\n${heading}\n${parts.join("\n")}\n]`;
  });
  return head + bodies.join("\n#pagebreak()\n");
}

function escaped(text: string): string {
  return text.replace(/[\\#*_`$<>@=\-+/[\]~'"]/g, "\\$&");
}
