import type { Forms } from "#src/text/forms.ts";
import type { EditorNode } from "../../model/editor-document.ts";
import { sameLabel } from "./same-label.ts";

const sample = 77;

/**
 * What turns a number into a different one: `1A`, `1.1`, `1/2`, `1(3)`, `1¹`, `1 bis`. A heading's name does not
 * start like this.
 */
const more =
  /^(?:[\p{L}\p{N}]|\s*[.,/-]\s*\p{N}+|[-/]\p{L}+|\s*\(\s*(?:\p{N}+|\p{L})\s*\)|\s+(?:bis|ter|quater|quinquies|sexies|septies|octies|novies|nonies|decies|مكرر)(?![\p{L}\p{N}]))[\p{L}\p{N}]*/iu;

/**
 * Splits an article's heading (`Article 1. Scope`) into the heading and its typed number, in one of the words for an
 * article or a section. The number stays in the heading unless it is the one we print and a name is left.
 */
export function articleHeading(
  content: EditorNode[],
  words: Pick<Forms, "article">[],
  number: number,
): { kept: EditorNode[]; typed: string | undefined } {
  const text = content.map((node) => node.text ?? "\n").join("");
  const found = words.map((forms) => patternOf(forms).exec(text)).find((one) => one !== null);
  if (!found) return { kept: content, typed: undefined };
  const [, typed = "", digits = "", parting = ""] = found;
  const ends = found.index + text.indexOf(typed) + typed.length;
  const [other] = more.exec(text.slice(ends)) ?? [];
  if (other !== undefined) return { kept: content, typed: typed + other };
  const end = ends + parting.length;
  if (Number(digits) !== number || text.slice(end).trim() === "") return { kept: content, typed };
  return { kept: from(content, end), typed };
}

/** Whether the number before an article is the one that we print, in our form or as a bare number. */
export function isOurNumber(said: string, { article }: Forms, number: number): boolean {
  const counted = article(sample).replace(String(sample), String(number));
  return [String(number), article(number), counted].some((ours) =>
    sameLabel(said.toLowerCase(), ours.toLowerCase()),
  );
}

/** The words after a position. */
function from(content: EditorNode[], start: number): EditorNode[] {
  let at = 0;
  return content.flatMap((node): EditorNode[] => {
    const length = node.text?.length ?? 1;
    const cut = Math.max(0, start - at);
    at += length;
    if (cut >= length) return [];
    return cut === 0 ? [node] : [{ ...node, text: node.text?.slice(cut) ?? "" }];
  });
}

/** Matches a language's article heading with any number, and the characters between the number and the name. */
function patternOf({ article }: Pick<Forms, "article">): RegExp {
  const [before = "", after = ""] = article(sample).split(String(sample));
  return new RegExp(
    `^\\s*(${loose(before.trimStart())}(\\d{1,5})${loose(after.trimEnd())})(\\s*(?:[.:–—-]\\s*)?)`,
    "iu",
  );
}

const loose = (text: string) =>
  text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&").replaceAll(/\s+/g, "\\s+");
