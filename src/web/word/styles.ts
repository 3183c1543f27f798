import type { IStylesOptions } from "docx";

/** Word styles of an instrument: serif, black, centred headings. */
export function stylesOf(language: string): IStylesOptions {
  const black = { color: "000000", bold: true };
  return {
    default: {
      document: {
        run: {
          font: "Times New Roman",
          size: 24,
          language: { value: language, bidirectional: language },
        },
      },
      heading1: {
        run: { ...black, size: 30 },
        paragraph: { spacing: { before: 240, after: 240 } },
      },
      heading2: {
        run: { ...black, size: 24 },
        paragraph: { spacing: { before: 240, after: 120 } },
      },
      heading3: {
        run: { ...black, size: 24 },
        paragraph: { spacing: { before: 120, after: 120 } },
      },
    },
    paragraphStyles: [
      { id: "Quote", name: "Quote", basedOn: "Normal", paragraph: { indent: { start: 567 } } },
    ],
  };
}
