import {
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  type ICommentOptions,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from "docx";
import type { Thread } from "../../../api/contract.d.ts";

export type Remarks = {
  options: ICommentOptions[];
  /** An article's words with Word's comment ranges around them. */
  around: (article: number, words: string, children: ParagraphChild[]) => ParagraphChild[];
};

/** Threads as Word comments, anchored at the quoted words. Replies follow their thread. */
export function remarksOf(
  threads: Thread[],
  nameOf: (person: Record<string, string>) => string,
): Remarks {
  let last = -1;
  const placed = new Set<string>();
  const ids = new Map<string, number[]>();
  const options = threads.flatMap(({ id, comments, resolved }) => {
    const first = last + 1;
    return comments.map(({ person, body, at }, index): ICommentOptions => {
      last += 1;
      ids.set(id, [...(ids.get(id) ?? []), last]);
      return {
        id: last,
        author: nameOf(person),
        date: new Date(at),
        resolved,
        ...(index > 0 && { parentId: first }),
        children: body.split("\n").map((text) => new Paragraph({ children: [new TextRun(text)] })),
      };
    });
  });
  return {
    options,
    around: (article, words, children) => {
      const here = threads.filter((thread) => {
        if (placed.has(thread.id) || (thread.article ?? 0) !== article) return false;
        return !thread.quote || words.includes(thread.quote.slice(0, 60)) || !thread.quoted;
      });
      const own = here.flatMap(({ id }) => ids.get(id) ?? []);
      for (const { id } of here) placed.add(id);
      return [
        ...own.map((number) => new CommentRangeStart(number)),
        ...children,
        ...own.flatMap((number) => [
          new CommentRangeEnd(number),
          new TextRun({ children: [new CommentReference(number)] }),
        ]),
      ];
    },
  };
}
