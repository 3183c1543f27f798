import { readFileSync } from "node:fs";
import { launchChromium } from "#tests/support/chromium.ts";
import type { FreshText } from "../fresh-agreement.ts";
import { type Engine, fontFiles, headingOf, page } from "./engine.ts";

/** The browser, its page and its fonts are kept; only the text is new. */
export const chromium: Engine = {
  name: "Chromium page.pdf, tagged",
  load: async () => {
    const browser = await launchChromium().catch(() => null);
    if (!browser) return null;
    const tab = await browser.newPage();
    await tab.setContent(`<!doctype html><style>${styles()}</style><body></body>`);
    return {
      render: async (texts) => {
        const html = bodyOf(texts);
        await tab.evaluate(async (inner) => {
          document.body.innerHTML = inner;
          await document.fonts.ready;
        }, html);
        return { bytes: await tab.pdf({ format: "A4", tagged: true, printBackground: false }) };
      },
      close: () => browser.close(),
    };
  },
};

function styles(): string {
  const faces = Object.entries(fontFiles).flatMap(([family, { regular, bold }]) =>
    [regular, bold].map((file, index) => {
      const data = readFileSync(file).toString("base64");
      const weight = index === 0 ? 400 : 700;
      return `@font-face{font-family:${family};font-weight:${weight};src:url(data:font/ttf;base64,${data})}`;
    }),
  );
  return `${faces.join("")}@page{size:A4;margin:${page.margin}pt}
body{margin:0;font:${page.size}pt NotoSerif;text-align:justify}
section+section{break-before:page}
section[dir=rtl]{font-family:Amiri;font-size:${page.size * 1.25}pt}
h1{font-size:${page.title}pt}h1,h2{text-align:center}h2{font-size:11.5pt}`;
}

function bodyOf(texts: FreshText[]): string {
  return texts
    .map(({ language, title, articles }) => {
      const parts = articles.map((paragraphs) => {
        const items = paragraphs.map((text) => `<li>${text}</li>`).join("");
        return `<h2>${headingOf(paragraphs)}</h2><ol>${items}</ol>`;
      });
      const direction = language === "ar" ? "rtl" : "ltr";
      return `<section lang="${language}" dir="${direction}"><h1>${title}</h1>${parts.join("")}</section>`;
    })
    .join("");
}
