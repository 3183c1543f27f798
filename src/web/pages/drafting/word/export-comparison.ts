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
  Table,
  TableCell,
  TableRow,
  WidthType,
} from "docx";
import {
  type ArticleChange,
  compareTexts,
  type ParagraphChange,
  type Run,
} from "#src/text/compare.ts";
import { type Around, formsOf } from "#src/text/forms.ts";
import { directionOf } from "#src/text/languages.ts";
import type { Thread } from "../../../api/contract.d.ts";
import { articles, numberingOf } from "../../../word/numbering.ts";
import { stylesOf } from "../../../word/styles.ts";
import { type ChangedLists, changedLists } from "./changed-lists.ts";
import { type Author, changedRuns, markOf, type Tracking } from "./changed-runs.ts";
import { type Remarks, remarksOf } from "./thread-comments.ts";

type ComparisonInput = {
  from: string;
  to: string;
  language: string;
  by: Author;
  threads?: Thread[];
  nameOf?: (person: Record<string, string>) => string;
  /** The words that came with the agreement. */
  around?: Around;
};

/** Exports the changes between two texts as a Word document with tracked changes and comments. */
export async function exportComparison(input: ComparisonInput): Promise<Blob> {
  return Packer.toBlob(comparisonOf(input));
}

type Writing = { tracking: Tracking; remarks: Remarks; lists: ChangedLists };

export function comparisonOf({
  from,
  to,
  language,
  by,
  threads = [],
  nameOf = String,
  around,
}: ComparisonInput): Document {
  let changes = 0;
  const rtl = directionOf(language) === "rtl";
  const compared = compareTexts(from, to, language, around);
  const former = new Map(compared.map((article) => [article.from, bookmarkOf(article)]));
  const writing: Writing = {
    tracking: {
      ...by,
      rtl,
      nextChange: () => ++changes,
      bookmarkOf: (kind, article) =>
        (kind === "deleted" && former.get(article)) || `article_${article}`,
    },
    remarks: remarksOf(threads, nameOf),
    lists: changedLists(),
  };
  const children = compared.flatMap((article) =>
    article.paragraphs.map((change) =>
      change.table
        ? tableOf(article, change.table, writing)
        : paragraphOf(article, change, writing),
    ),
  );
  const { options } = writing.remarks;
  return new Document({
    title: compared.find(({ to }) => to === 0)?.heading ?? "",
    creator: "Depositary",
    numbering: numberingOf(language, writing.lists.starts.values(), formsOf(language, around)),
    styles: stylesOf(language),
    ...(options.length > 0 && { comments: { children: options } }),
    sections: [{ children }],
  });
}

function paragraphOf(
  article: ArticleChange,
  change: ParagraphChange,
  { tracking, remarks, lists }: Writing,
): Paragraph {
  const runs = changedRuns(change.runs, tracking);
  const mark = markOf(change.change, tracking);
  const numbering = lists.numberingOf(change);
  return new Paragraph({
    ...optionsOf(change, numbering),
    // The end of a paragraph is tracked too, so that accepting or rejecting leaves no empty line.
    ...("insertion" in mark || "deletion" in mark ? { run: mark } : {}),
    bidirectional: tracking.rtl,
    children: remarks.around(
      numberOf(article),
      wordsOf(change.runs),
      anchored(article, change, runs),
    ),
  });
}

/** Inserted and deleted rows and columns are tracked whole, words in other cells one by one. */
function tableOf(
  article: ArticleChange,
  { columns, rows }: NonNullable<ParagraphChange["table"]>,
  { tracking, remarks }: Writing,
): Table {
  const cellOf = (runs: Run[], column: number) =>
    new TableCell({
      ...markOf(columns[column] ?? "same", tracking),
      children: [
        new Paragraph({
          bidirectional: tracking.rtl,
          children: remarks.around(numberOf(article), wordsOf(runs), changedRuns(runs, tracking)),
        }),
      ],
    });
  return new Table({
    visuallyRightToLeft: tracking.rtl,
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: rows.map(
      ({ change, header, cells }) =>
        new TableRow({
          tableHeader: header,
          ...markOf(change, tracking),
          children: cells.map(cellOf),
        }),
    ),
  });
}

function bookmarkOf({ from, to }: ArticleChange): string {
  return to === null ? `former_${from}` : `article_${to}`;
}

const numberOf = ({ from, to }: ArticleChange) => to ?? from ?? 0;

/** The newer version's words, or the older one's if nothing is left. */
function wordsOf(runs: Run[]): string {
  const left = runs.filter(({ kind }) => kind !== "deleted");
  return (left.length > 0 ? left : runs).map(({ text }) => text).join("");
}

function optionsOf(
  { kind, level, quotes }: ParagraphChange,
  numbering: IParagraphOptions["numbering"],
): IParagraphOptions {
  const centre = { alignment: AlignmentType.CENTER };
  switch (kind) {
    case "title":
    case "annex":
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
    default:
      return {
        spacing: { after: 120 },
        ...(quotes > 0 && { style: "Quote" }),
        ...(numbering && { numbering }),
        ...(level > 0 && !numbering && { indent: { start: 567 * level } }),
      };
  }
}

/** The bookmark around an article's heading, so that references find it among the changes. */
function anchored(
  article: ArticleChange,
  { kind }: ParagraphChange,
  runs: ParagraphChild[],
): ParagraphChild[] {
  if (kind !== "article") return runs;
  const { from, to } = article;
  const id = to === null ? 200_000 + (from ?? 0) : 100_000 + to;
  const start = new BookmarkStart(bookmarkOf(article), id);
  return [start, ...runs, new BookmarkEnd(id)] as ParagraphChild[];
}
