import type { Root, RootContent } from "mdast";
import { gfmTableToMarkdown } from "mdast-util-gfm-table";
import { toMarkdown } from "mdast-util-to-markdown";
import { nodesOf } from "#src/text/markdown.ts";

/** Markdown as our templates are written: numbered lists close together, no mark that says nothing. */
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

/**
 * Brackets in which a party's words stand are written as lawyers type them, `[KZ: …]`, without a mark of escape:
 * wherever the text is then read as the same.
 */
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
