/** A table of Markdown, its cells padded to equal width. */
export function markdownTable(head: string[], rows: string[][]): string {
  const all = [head, ...rows].map((cells) => cells.map((cell) => cell.replaceAll("|", "\\|")));
  const widths = head.map((_, at) =>
    Math.max(3, ...all.map((cells) => [...(cells[at] ?? "")].length)),
  );
  const line = (cells: string[]) =>
    `| ${cells.map((cell, at) => pad(cell, widths[at] ?? 0)).join(" | ")} |`;
  const [first = [], ...others] = all;
  return [line(first), line(widths.map((width) => "-".repeat(width))), ...others.map(line)].join(
    "\n",
  );
}

function pad(cell: string, width: number): string {
  return cell + " ".repeat(Math.max(0, width - [...cell].length));
}
