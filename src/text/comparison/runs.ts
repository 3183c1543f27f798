import { diffArrays } from "diff";
import { type Token, textOf } from "./tokens.ts";
import { withMarksShown } from "./words.ts";

/** Words that stayed, came or went, in one face; a reference to an article is its own run. */
export type Run = {
  kind: "same" | "inserted" | "deleted";
  text: string;
  /**
   * What to show instead of the text if it hides something: ⟨LRM⟩, ⟨RLM⟩ and ⟨ALM⟩ for direction marks, ⟨ ⟩ for an
   * empty addition or removal, and the heading of the article that a reference now means, if its number stayed.
   */
  shown?: string | undefined;
  bold?: boolean | undefined;
  italic?: boolean | undefined;
  /** The number, in its own version, of the article that the words refer to. */
  article?: number | undefined;
};

/** A paragraph with more deleted and inserted words than this is shown as replaced, which bounds the work. */
const maxEdits = 400;

/**
 * The changes between two paragraphs, word by word: same and deleted together are the old one, same and inserted the
 * new one. A word whose face changed, or whose reference means another article, counts as replaced.
 */
export function runsBetween(before: Token[], after: Token[]): Run[] {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head]?.key === after[head]?.key) head++;
  let tail = 0;
  while (tail < shorter - head && before.at(-1 - tail)?.key === after.at(-1 - tail)?.key) tail++;
  const middle = changes(
    before.slice(head, before.length - tail),
    after.slice(head, after.length - tail),
  );
  return written([
    { deleted: [], inserted: [], same: after.slice(0, head) },
    ...middle,
    { deleted: [], inserted: [], same: after.slice(after.length - tail) },
  ]);
}

/** A paragraph that stayed, came or went as a whole. */
export function wholeRuns(kind: Run["kind"], tokens: Token[]): Run[] {
  const runs: Run[] = [];
  let words: Token[] = [];
  const end = () => {
    const [first] = words;
    if (first) runs.push(runOf(kind, words, first));
    words = [];
  };
  for (const token of tokens) {
    const [first] = words;
    if (first && !isAlike(first, token)) end();
    words.push(token);
  }
  end();
  return runs;
}

/** An addition or removal without readable content, so that it is visible. */
export function emptyRun(kind: "inserted" | "deleted"): Run {
  return { kind, text: "", shown: "⟨ ⟩" };
}

/** A label in both versions, null if it has none. */
export function labelRuns(from: string | null, to: string | null): Run[] {
  if (from === to) return to ? [{ kind: "same", text: to }] : [];
  return [
    ...(from ? [{ kind: "deleted", text: from } as const] : []),
    ...(to ? [{ kind: "inserted", text: to } as const] : []),
  ];
}

function isAlike(a: Token, b: Token): boolean {
  if (a.article !== undefined || b.article !== undefined) return false;
  return a.bold === b.bold && a.italic === b.italic;
}

function runOf(kind: Run["kind"], tokens: Token[], first: Token): Run {
  const { bold, italic, article } = first;
  const text = textOf(tokens);
  const shown = first.shown ?? withMarksShown(text);
  return {
    ...{ kind, text },
    ...(shown !== undefined && { shown }),
    ...(bold && { bold }),
    ...(italic && { italic }),
    ...(article !== undefined && { article }),
  };
}

/** The replaced words, and the unchanged words after them. */
type Change = { deleted: Token[]; inserted: Token[]; same: Token[] };

function changes(before: Token[], after: Token[]): Change[] {
  if (before.length === 0 && after.length === 0) return [];
  const found = diffArrays(
    before.map(({ key }) => key),
    after.map(({ key }) => key),
    { maxEditLength: maxEdits },
  );
  if (!found) return [{ deleted: before, inserted: after, same: [] }];
  const list: Change[] = [];
  let [old, young] = [0, 0];
  for (const { added, removed, value } of found) {
    const count = value.length;
    const last = list.at(-1);
    const open =
      last && last.same.length === 0 ? last : { deleted: [], inserted: [], same: [] as Token[] };
    if (open !== last) list.push(open);
    if (added) open.inserted = [...open.inserted, ...after.slice(young, young + count)];
    else if (removed) open.deleted = [...open.deleted, ...before.slice(old, old + count)];
    else open.same = after.slice(young, young + count);
    if (!added) old += count;
    if (!removed) young += count;
  }
  return list;
}

/** The changes as runs; joins two replacements that only a space separates. */
function written(list: Change[]): Run[] {
  const joined: Change[] = [];
  for (const change of list) {
    const last = joined.at(-1);
    const near = last?.same.every(isSpace);
    if (last && near && (last.same.length === 0 || areReplaced(last, change))) {
      last.deleted = [...last.deleted, ...last.same, ...change.deleted];
      last.inserted = [...last.inserted, ...last.same, ...change.inserted];
      last.same = change.same;
    } else joined.push({ ...change });
  }
  return joined
    .map(withHeadings)
    .flatMap(({ deleted, inserted, same }) => [
      ...wholeRuns("deleted", deleted),
      ...wholeRuns("inserted", inserted),
      ...wholeRuns("same", same),
    ]);
}

/** Adds the headings if a reference kept its number and means another article. */
function withHeadings({ deleted, inserted, same }: Change): Change {
  const referred = (tokens: Token[]) =>
    new Set(tokens.filter(({ article }) => article !== undefined).map(({ text }) => text));
  const [before, after] = [referred(deleted), referred(inserted)];
  if (before.size === 0 || after.size === 0) return { deleted, inserted, same };
  const tell = (token: Token): Token =>
    token.article !== undefined && before.has(token.text) && after.has(token.text)
      ? { ...token, shown: `${token.text} ⟨${token.heading ?? ""}⟩` }
      : token;
  return { deleted: deleted.map(tell), inserted: inserted.map(tell), same };
}

function isSpace({ text }: Token): boolean {
  return text.trim() === "";
}

function areReplaced(...changed: Change[]): boolean {
  return changed.every(({ deleted, inserted }) => deleted.length > 0 && inserted.length > 0);
}
