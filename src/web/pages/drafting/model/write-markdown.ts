import type { Root, RootContent } from "mdast";
import { gfmTableToMarkdown } from "mdast-util-gfm-table";
import { toMarkdown } from "mdast-util-to-markdown";
import { nodesOf } from "#src/text/markdown.ts";

/** Writes Markdown in the style of our templates: tight numbered lists, no needless marks. */
export function writeMarkdown(children: RootContent[]): string {
  const root: Root = { type: "root", children };
  const careful = toMarkdown(root, {
    bullet: "-",
    listItemIndent: "one",
    emphasis: "*",
    resourceLink: true,
    extensions: [gfmTableToMarkdown({ tablePipeAlign: false })],
  });
  return readably(careful);
}

/** Writes a party's brackets without escapes, `[KZ: …]`, if the text still parses the same. */
function readably(careful: string): string {
  if (!careful.includes("\\[")) return careful;
  const plain = careful.replaceAll(
    /\\\[(?=\s*[A-Z][A-Z0-9-]*(?:\s*[,/]\s*[A-Z][A-Z0-9-]*)*\s*:)/g,
    "[",
  );
  return read(plain) === read(careful) ? plain : careful;
}

function read(markdown: string): string {
  return JSON.stringify(nodesOf(markdown), (key, value) =>
    key === "position" ? undefined : value,
  );
}
