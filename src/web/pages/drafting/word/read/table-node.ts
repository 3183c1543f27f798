import type { EditorNode } from "../../model/editor-document.ts";
import type { Finding } from "./findings.ts";
import type { Line } from "./flatten.ts";
import type { WordBlock, WordTable } from "./word-blocks.ts";

type Means = {
  report: (finding: Omit<Finding, "place">, near?: string) => void;
  line: (blocks: WordBlock[]) => Line;
};

/**
 * A table with one line per cell. A merged cell's content goes to its first place and the others stay empty, so that
 * no value moves under another heading.
 */
export function tableNode({ rows }: WordTable, { report, line }: Means): EditorNode | null {
  const merged = new Set<string>();
  const lines: EditorNode[][][] = rows.map(({ cells, before }) => [
    ...Array.from({ length: Math.min(before, 100) }, () => []),
    ...cells.flatMap((cell) => {
      const { content, flattened } = line(cell.blocks);
      const words = content.map(({ text, attrs }) => text ?? String(attrs?.words ?? "")).join("");
      if (flattened) report({ kind: "cellFlattened", lost: false, words: words.trim() });
      if (cell.span > 1 || cell.begins || (cell.continued && words.trim()))
        merged.add(words.trim());
      return [content, ...Array.from({ length: cell.span - 1 }, () => [])];
    }),
  ]);
  const width = Math.max(0, ...lines.map((row) => row.length));
  if (width === 0) return null;
  if (merged.size > 0) {
    report({ kind: "cellsMerged", lost: false, words: [...merged].filter(Boolean).join("; ") });
  }
  const content = lines.map(
    (cells): EditorNode => ({
      type: "tableRow",
      content: Array.from({ length: width }, (_, at) => ({
        type: "tableCell",
        content: [{ type: "paragraph", content: cells[at] ?? [] }],
      })),
    }),
  );
  return { type: "table", content };
}
