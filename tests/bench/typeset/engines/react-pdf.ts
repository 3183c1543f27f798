import type { FreshText } from "../fresh-agreement.ts";
import { type Engine, fontFiles, headingOf, page } from "./engine.ts";

export const reactPdf: Engine = {
  name: "react-pdf 4.9, untagged",
  load: async () => {
    const package_ = await import("@react-pdf/renderer").catch(() => null);
    if (!package_) return null;
    const { createElement } = await import("react");
    const { Document, Font, Page, Text, View, renderToBuffer } = package_;
    for (const [family, { regular, bold }] of Object.entries(fontFiles)) {
      const fonts = [{ src: regular }, { src: bold, fontWeight: 700 as const }];
      Font.register({ family, fonts });
    }
    Font.registerHyphenationCallback((word) => [word]);
    const pageOf = ({ language, title, articles }: FreshText) => {
      const right = language === "ar";
      const fontSize = right ? page.size * 1.25 : page.size;
      const body = { fontFamily: right ? "Amiri" : "NotoSerif", fontSize };
      const bold = { ...body, fontWeight: 700 as const, textAlign: "center" as const };
      const lines = { ...body, marginTop: 6, textAlign: right ? "right" : "justify" } as const;
      const parts = articles.map((paragraphs, key) =>
        createElement(
          View,
          { key },
          createElement(Text, { style: { ...bold, marginTop: 20 } }, headingOf(paragraphs)),
          ...paragraphs.map((text, i) =>
            createElement(Text, { style: lines }, `(${i + 1}) ${text}`),
          ),
        ),
      );
      const heading = createElement(Text, { style: { ...bold, fontSize: page.title } }, title);
      const style = { padding: page.margin };
      return createElement(Page, { key: language, size: "A4", style }, heading, ...parts);
    };
    return {
      render: async (texts) => {
        const bytes = await renderToBuffer(createElement(Document, {}, ...texts.map(pageOf)));
        return { bytes };
      },
    };
  },
};
