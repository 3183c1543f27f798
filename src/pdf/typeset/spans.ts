import { draw, drawArtifact, type Galley } from "./galley.ts";
import type { Line, Paragraph, Piece, Span } from "./lines.ts";
import { moveTo, number, paint, paintPieces } from "./paint.ts";
import { element, type StructureElement } from "./structure.ts";

/**
 * Draws lines `from` to `to` of a paragraph as content of `owner`, and its spans as separate elements within it. `x` is
 * the left edge of its setting, `y` the baseline of the first of these lines; points. Without an owner the lines are an
 * artifact, like a table heading repeated on a further page.
 */
export function drawLines(
  galley: Galley,
  sheet: number,
  owner: StructureElement | null,
  paragraph: Paragraph,
  x: number,
  y: number,
  from = 0,
  to = paragraph.lines.length,
): void {
  if (!paragraph.spanned) {
    drawFor(galley, sheet, owner, (out) => paint(out, galley.ink, paragraph, x, y, from, to));
    return;
  }
  // Lines without spans are drawn together.
  let plain = from;
  const baseline = (line: number) => y - (line - from) * paragraph.leading;
  const flush = (end: number) => {
    if (end > plain) {
      const [first, top] = [plain, baseline(plain)];
      drawFor(galley, sheet, owner, (out) => paint(out, galley.ink, paragraph, x, top, first, end));
    }
    plain = end + 1;
  };
  for (let i = from; i < to; i++) {
    const line = paragraph.lines[i]!;
    if (!line.pieces.some(({ span }) => span)) continue;
    flush(i);
    drawParts(galley, sheet, owner, paragraph, line, x, baseline(i));
  }
  flush(to);
}

function drawFor(
  galley: Galley,
  sheet: number,
  owner: StructureElement | null,
  operators: Parameters<typeof draw>[3],
): void {
  if (owner) draw(galley, sheet, owner, operators);
  else drawArtifact(galley, sheet, operators);
}

type Part = { pieces: Piece[]; span: Span | undefined; left: number; width: number };

function drawParts(
  galley: Galley,
  sheet: number,
  owner: StructureElement | null,
  paragraph: Paragraph,
  line: Line,
  x: number,
  y: number,
): void {
  const { size } = paragraph;
  const parts = partsOf(line, size, x);
  // The structure is in reading order.
  if (paragraph.direction === "rtl") parts.reverse();
  for (const { pieces, span, left, width } of parts) {
    const home = span && owner ? elementOf(span, owner) : owner;
    drawFor(galley, sheet, home, (out) => {
      out.add(span?.colour ? `q ${span.colour}\nBT\n` : "BT\n");
      moveTo(out, left, y);
      paintPieces(out, galley.ink, pieces, size, line.stretch, { font: undefined, size: 0 });
      out.add(span?.colour ? "ET\nQ\n" : "ET\n");
    });
    if (span?.target && home) {
      const box: [number, number, number, number] = [left, y - size * 0.25, width, size * 1.1];
      galley.links.push({ sheet, box, element: home, ...span.target });
    }
    if (span?.rule) drawArtifact(galley, sheet, ruleOf(span, left, y, width, size));
  }
}

function partsOf(line: Line, size: number, x: number): Part[] {
  const parts: Part[] = [];
  let left = x + line.left;
  for (const piece of line.pieces) {
    const width = (piece.word.width * size) / 1000 + (piece.space ? line.stretch : 0);
    const last = parts.at(-1);
    if (last && last.span === piece.span) {
      last.pieces.push(piece);
      last.width += width;
    } else parts.push({ pieces: [piece], span: piece.span, left, width });
    left += width;
  }
  return parts;
}

function elementOf(span: Span, owner: StructureElement): StructureElement {
  span.element ??= element(
    span.type,
    owner,
    span.rule ? { attributes: { O: "Layout", TextDecorationType: span.rule } } : {},
  );
  return span.element;
}

function ruleOf(span: Span, left: number, y: number, width: number, size: number): string {
  const at = (height: number) =>
    `${number(left)} ${number(y + height)} m ${number(left + width)} ${number(y + height)} l S\n`;
  const lines = span.rule === "LineThrough" ? at(size * 0.27) : at(-size * 0.14);
  const stroke = span.colour?.replace("rg", "RG") ?? "0 G";
  return `q ${stroke} 0.7 w\n${lines}Q\n`;
}
