import { diffArrays } from "diff";
import { withMarksShown, wordsOf } from "./words.ts";

export type Run = {
  kind: "same" | "inserted" | "deleted";
  text: string;
  /** The text with ⟨LRM⟩, ⟨RLM⟩ and ⟨ALM⟩ written out, where it holds such marks of direction. */
  shown?: string | undefined;
};

/** More words than these deleted and inserted, and a paragraph is shown as replaced: the work is bounded. */
const maxEdits = 400;

/**
 * What changed between two paragraphs, word by word: same and deleted together are the old one, same and
 * inserted the new one.
 */
export function runsBetween(from: string, to: string): Run[] {
  const before = wordsOf(from);
  const after = wordsOf(to);
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  const start = before.slice(0, head).join("");
  const end = before.slice(before.length - tail).join("");
  const middle = changes(
    before.slice(head, before.length - tail),
    after.slice(head, after.length - tail),
  );
  return written([
    { deleted: "", inserted: "", same: start },
    ...middle,
    { deleted: "", inserted: "", same: end },
  ]);
}

/** A paragraph that stayed, came or went as a whole. */
export function wholeRun(kind: Run["kind"], text: string): Run[] {
  return text === "" ? [] : [run(kind, text)];
}

/** What was replaced, and the words that stayed after it. */
type Change = { deleted: string; inserted: string; same: string };

function changes(before: string[], after: string[]): Change[] {
  if (before.length === 0 && after.length === 0) return [];
  const found = diffArrays(before, after, { maxEditLength: maxEdits });
  if (!found) return [{ deleted: before.join(""), inserted: after.join(""), same: "" }];
  const list: Change[] = [];
  for (const { added, removed, value } of found) {
    const text = value.join("");
    const last = list.at(-1);
    const open = last && last.same === "" ? last : { deleted: "", inserted: "", same: "" };
    if (open !== last) list.push(open);
    if (added) open.inserted += text;
    else if (removed) open.deleted += text;
    else open.same += text;
  }
  return list;
}

/** The changes as runs; two replacements that only a space divides are read as one. */
function written(list: Change[]): Run[] {
  const joined: Change[] = [];
  for (const change of list) {
    const last = joined.at(-1);
    if (
      last &&
      (last.same === "" || (isReplacement(last) && isReplacement(change) && !last.same.trim()))
    ) {
      last.deleted += last.same + change.deleted;
      last.inserted += last.same + change.inserted;
      last.same = change.same;
    } else joined.push({ ...change });
  }
  return joined.flatMap(({ deleted, inserted, same }) => [
    ...wholeRun("deleted", deleted),
    ...wholeRun("inserted", inserted),
    ...wholeRun("same", same),
  ]);
}

function isReplacement({ deleted, inserted }: Change): boolean {
  return deleted !== "" && inserted !== "";
}

function run(kind: Run["kind"], text: string): Run {
  const shown = withMarksShown(text);
  return { kind, text, ...(shown !== undefined && { shown }) };
}
