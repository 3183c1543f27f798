import type { Change, Flags, WordBlock } from "./word-blocks.ts";

/** The questions to ask before an import, with the words that they concern. */
export type Questions = {
  tracked: { authors: string[]; inserted: string[]; deleted: string[]; reformatted: number } | null;
  struck: string[];
  hidden: string[];
};

/** Finds tracked, struck-through and hidden words in a document. */
export function questionsOf(blocks: WordBlock[]): Questions {
  const authors = new Set<string>();
  const found = { inserted: [] as string[], deleted: [] as string[] };
  const [struck, hidden]: [string[], string[]] = [[], []];
  let changes = 0;
  let reformatted = 0;
  const note = (all: Change[]) => {
    for (const { author } of all) {
      changes += 1;
      if (author) authors.add(author);
    }
  };
  const look = (flags: Pick<Flags, "changes" | "struck" | "hidden">, text: string) => {
    note(flags.changes);
    const last = flags.changes.at(-1)?.kind;
    if (last) found[last].push(text);
    if (flags.struck) struck.push(text);
    if (flags.hidden) hidden.push(text);
  };
  const walk = (all: WordBlock[]) => {
    for (const block of all) {
      if (block.kind === "paragraph") {
        note(block.end.changes);
        if (block.reformatted) reformatted += 1;
        for (const piece of block.pieces) {
          if (piece.kind !== "bookmark") look(piece, wordsOf(piece));
        }
      } else if (block.kind === "lost") look(block, block.words);
      else {
        for (const row of block.rows) {
          note(row.changes);
          for (const cell of row.cells) {
            note(cell.changes);
            walk(cell.blocks);
          }
        }
      }
    }
  };
  walk(blocks);
  const tracked =
    changes > 0
      ? {
          authors: [...authors],
          inserted: told(found.inserted),
          deleted: told(found.deleted),
          reformatted,
        }
      : null;
  return { tracked, struck: told(struck), hidden: told(hidden) };
}

function wordsOf(piece: { kind: string; text?: string; words?: string }): string {
  return piece.text ?? piece.words ?? "";
}

const told = (texts: string[]) => texts.map((text) => text.trim()).filter((text) => text !== "");
