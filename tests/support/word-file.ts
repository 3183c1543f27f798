import { strToU8, zipSync } from "fflate";

const spaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

const styles = ["Title", "heading 1", "heading 2", "heading 3", "Quote"]
  .map((name) => {
    const id = name.replace("heading ", "Heading");
    return `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`;
  })
  .join("");

export type WordParts = {
  /** What stands in w:body. */
  body: string;
  /** What stands in w:numbering, w:footnotes, w:comments, w:hdr. */
  numbering?: string;
  footnotes?: string;
  comments?: string;
  header?: string;
  /** More style elements. */
  styles?: string;
};

/** A .docx of these parts, as small as Word still opens it. */
export function wordFile(parts: WordParts): ArrayBuffer {
  const part = (root: string, inner: string) =>
    strToU8(`<?xml version="1.0" encoding="UTF-8"?><w:${root} ${spaces}>${inner}</w:${root}>`);
  const bytes = zipSync({
    "word/document.xml": part("document", `<w:body>${parts.body}</w:body>`),
    "word/styles.xml": part("styles", styles + (parts.styles ?? "")),
    ...(parts.numbering && { "word/numbering.xml": part("numbering", parts.numbering) }),
    ...(parts.footnotes && { "word/footnotes.xml": part("footnotes", parts.footnotes) }),
    ...(parts.comments && { "word/comments.xml": part("comments", parts.comments) }),
    ...(parts.header && { "word/header1.xml": part("hdr", parts.header) }),
  });
  return new Uint8Array(bytes).buffer;
}

export const run = (text: string, properties = "") =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;

export const p = (inner: string, properties = "") =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${inner}</w:p>`;

export const styled = (style: string, text: string, more = "") =>
  p(run(text), `<w:pStyle w:val="${style}"/>${more}`);

export const title = styled("Title", "Agreement");
export const article = (name: string, more = "") => styled("Heading2", name, more);

export const item = (text: string, level = 0, id = 1) =>
  p(run(text), `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${id}"/></w:numPr>`);

export const cell = (inner: string, properties = "") =>
  `<w:tc>${properties && `<w:tcPr>${properties}</w:tcPr>`}${inner}</w:tc>`;

export const row = (...cells: string[]) => `<w:tr>${cells.join("")}</w:tr>`;
export const table = (...rows: string[]) => `<w:tbl>${rows.join("")}</w:tbl>`;

/** A list of levels, each with its format, text and start. */
export const list = (id: number, ...levels: [format: string, text: string, start?: number][]) =>
  `<w:abstractNum w:abstractNumId="${id}">${levels
    .map(
      ([format, text, start = 1], at) =>
        `<w:lvl w:ilvl="${at}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`,
    )
    .join("")}</w:abstractNum>`;

/** Lists that use these definitions, by number. */
export const numbers = (...ids: number[]) =>
  ids.map((id) => `<w:num w:numId="${id}"><w:abstractNumId w:val="${id}"/></w:num>`).join("");
