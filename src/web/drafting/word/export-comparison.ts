import {
  AlignmentType,
  BookmarkEnd,
  BookmarkStart,
  Document,
  HeadingLevel,
  type IParagraphOptions,
  Packer,
  Paragraph,
  type ParagraphChild,
  type Table,
} from "docx";
import { type ArticleChange, compareTexts, type ParagraphChange } from "../../../text/compare.ts";
import { parseText } from "../../../text/markdown.ts";
import { headingOf, partsOf } from "../../../text/parts.ts";
import { slugsOf } from "../../../text/slug.ts";
import type { Thread } from "../../api/contract.d.ts";
import { directionOf } from "../../words/direction.ts";
import { type Author, changedRuns, type Tracking } from "./changed-runs.ts";
import { articles, dashes, numbered, numberingOf } from "./numbering.ts";
import { type PieceKind, plainPiece } from "./plain-piece.ts";
import { stylesOf } from "./styles.ts";
import { remarksOf } from "./thread-comments.ts";

type Given = {
  from: string;
  to: string;
  language: string;
  by: Author;
  threads?: Thread[];
  nameOf?: (person: Record<string, string>) => string;
};

/** What changed between two texts as a Word document with tracked changes, and the comments on it. */
export async function exportComparison(given: Given): Promise<Blob> {
  return Packer.toBlob(comparisonOf(given));
}

export function comparisonOf({
  from,
  to,
  language,
  by,
  threads = [],
  nameOf = String,
}: Given): Document {
  const rtl = directionOf(language) === "rtl";
  let [changes, lists] = [0, 0];
  const tracking: Tracking = { ...by, rtl, nextChange: () => ++changes };
  const remarks = remarksOf(threads, nameOf);
  const readings = { old: readingOf(from, language), young: readingOf(to, language) };
  const children = compareTexts(from, to).flatMap((article): (Paragraph | Table)[] => {
    let instance = 0;
    return article.paragraphs.map((change) => {
      const [old, young] = sides(change, readings);
      const piece = (young ?? old)?.piece ?? { kind: "paragraph" };
      if (piece.kind !== "item") instance = 0;
      else if (instance === 0) instance = ++lists;
      const words = (young ?? old)?.words ?? "";
      const runs = changedRuns(old, young, tracking);
      return new Paragraph({
        ...optionsOf(piece, instance),
        ...markOf(change.change, tracking),
        bidirectional: rtl,
        children: remarks.around(
          article.to ?? article.from ?? 0,
          words,
          anchored(article, piece, runs),
        ),
      });
    });
  });
  return new Document({
    title: parseText(to, language).title,
    creator: "Depositary",
    numbering: numberingOf(language),
    styles: stylesOf(language),
    ...(remarks.options.length > 0 && { comments: { children: remarks.options } }),
    sections: [{ children }],
  });
}

function readingOf(markdown: string, language: string) {
  const parts = partsOf(markdown).filter(({ kind }) => kind === "article");
  return { language, articleOf: slugsOf(parts.map((part) => headingOf(part.markdown))) };
}

type Readings = { old: ReturnType<typeof readingOf>; young: ReturnType<typeof readingOf> };

function sides({ change, runs }: ParagraphChange, { old, young }: Readings) {
  const text = (left: string) =>
    runs
      .filter(({ kind }) => kind !== left)
      .map((run) => run.text)
      .join("");
  return [
    change === "added" ? null : plainPiece(text("inserted"), old),
    change === "removed" ? null : plainPiece(text("deleted"), young),
  ] as const;
}

/** The end of a paragraph that came or went is itself a change: accepted or rejected, no empty line is left. */
function markOf(
  change: ParagraphChange["change"],
  tracking: Tracking,
): Pick<IParagraphOptions, "run"> {
  const { author, date, nextChange } = tracking;
  if (change === "added") return { run: { insertion: { id: nextChange(), author, date } } };
  return change === "removed" ? { run: { deletion: { id: nextChange(), author, date } } } : {};
}

function optionsOf(piece: PieceKind, instance: number): IParagraphOptions {
  const centre = { alignment: AlignmentType.CENTER };
  switch (piece.kind) {
    case "title":
      return { heading: HeadingLevel.HEADING_1, ...centre };
    case "article":
      return {
        heading: HeadingLevel.HEADING_2,
        ...centre,
        keepNext: true,
        numbering: { reference: articles, level: 0 },
      };
    case "heading":
      return { heading: HeadingLevel.HEADING_3 };
    case "quote":
      return { style: "Quote" };
    case "item": {
      const reference = piece.ordered ? numbered : dashes;
      return { numbering: { reference, level: piece.level, instance }, spacing: { after: 120 } };
    }
    default:
      return { spacing: { after: 120 } };
  }
}

/** Where an article's heading begins and ends, so that references find it among its changes. */
function anchored(
  { to }: ArticleChange,
  piece: PieceKind,
  runs: ParagraphChild[],
): ParagraphChild[] {
  if (piece.kind !== "article" || !to) return runs;
  const id = 100_000 + to;
  return [new BookmarkStart(`article_${to}`, id), ...runs, new BookmarkEnd(id)] as ParagraphChild[];
}
