import { type Fault, Refusal } from "#src/errors.ts";

/** A part of a text that can be parsed alone, and the line of the text on which it begins, from 1. */
export type Piece = { markdown: string; line: number };

const maxDepth = 32;
/** The maximum white space and marks before a line's first word: 32 levels of "10. " and some room. */
const maxIndent = 200;
/**
 * The parser's work on a piece grows with the square of its marks. The unit is a pair of inline marks, of which it does
 * some 50 million a second; a pair of list items costs four of them.
 */
const maxWork = 200_000_000;

/**
 * Divides Markdown where no CommonMark construct reaches across: before a heading, and after an empty line before a
 * line that is neither indented nor a list item. The parser's time is quadratic in its input; piece by piece it is
 * linear for a megabyte.
 * @throws Refusal `invalid-text` with line and column for nesting deeper than 32 levels, and for more marks in one
 * paragraph or list than can be read in reasonable time
 */
export function piecesOf(markdown: string): Piece[] {
  const pieces: Piece[] = [];
  let begun: string[] = [];
  let [line, levels, marks, opened, length, work, afterEmpty] = [1, 0, 0, 0, 0, 0, false];
  const end = () => {
    if (begun.length > 0) pieces.push({ markdown: begun.join("\n"), line });
    work += 4 * levels ** 2 + marks ** 2 + opened * length;
    if (work > maxWork) throw refused(line, 1, "more marks than can be read in good time");
    line += begun.length;
    [begun, levels, marks, opened, length] = [[], 0, 0, 0, 0];
  };
  for (const text of markdown.split("\n")) {
    const large = length > 1024 || levels + marks > 64;
    if (large && (isHeading(text) || (afterEmpty && beginsAnew(text)))) end();
    levels += levelsOf(text, line + begun.length);
    // Marks that may begin or end bold, italic or a link.
    marks += text.match(/[[\]]|\*+|_+/g)?.length ?? 0;
    // The parser follows each of these to the end of the piece, to find its end.
    opened += text.match(/<[!?]/g)?.length ?? 0;
    length += text.length;
    begun.push(text);
    afterEmpty = text.trim() === "";
  }
  end();
  return pieces;
}

function isHeading(text: string): boolean {
  return /^#{1,6}(?:\s|$)/.test(text);
}

function beginsAnew(text: string): boolean {
  return /^\S/.test(text) && !/^(?:[-+*]|\d{1,9}[.)])(?:\s|$)/.test(text);
}

/** The marks of quotes and lists before a line's first word; a line under a heading costs double. */
function levelsOf(text: string, line: number): number {
  const mark = /[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=\s|$))/y;
  let [levels, column] = [0, 0];
  while (levels <= maxDepth && mark.test(text)) [levels, column] = [levels + 1, mark.lastIndex];
  const rest = text.slice(column);
  const deep = `nested deeper than ${maxDepth} levels`;
  if (levels > maxDepth) throw refused(line, column, deep);
  const indent = column + rest.length - rest.trimStart().length;
  if (indent > maxIndent && rest.trim() !== "") throw refused(line, indent + 1, deep);
  return /^ {0,3}(?:=+|-+)\s*$/.test(text) ? levels + 2 : levels;
}

function refused(line: number, column: number, detail: string): Refusal {
  const errors: Fault[] = [{ detail, line, column }];
  return new Refusal("invalid-text", "The text cannot be read as it stands.", { errors });
}
