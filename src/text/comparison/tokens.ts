import type { Inline } from "../articles.ts";
import type { Reference as Referring } from "../reference-forms.ts";
import { wordsOf } from "./words.ts";

type Face = { bold?: boolean; italic?: boolean };

/** A displayed word, space or sign with its face; or a reference to an article, which is one word. */
export type Token = Face & {
  text: string;
  /** Equal in both versions if and only if the text and its meaning are the same. */
  key: string;
  /** The article it refers to, by its number in its own version, and that article's heading. */
  article?: number;
  heading?: string;
  /** What to show instead of the text. */
  shown?: string;
};

/** A version's words for an article that a reference means. */
export type Reference = { text: string; key: string; heading: string };

/**
 * The words of a paragraph, a heading or a cell. A space has the face that both neighbours share, because a bold space
 * is not visible.
 */
export function tokensOf(
  inlines: Inline[],
  referenceTo: (referring: Referring) => Reference,
): Token[] {
  const tokens: Token[] = [];
  let faced = false;
  for (const inline of merged(inlines)) {
    if (inline.kind === "break") tokens.push({ text: "\n", key: "\n" });
    else if (inline.kind === "reference") {
      tokens.push({ ...referenceTo(inline), article: inline.article });
    } else {
      const { text, bold, italic } = inline;
      faced ||= bold === true || italic === true;
      for (const word of wordsOf(text)) tokens.push(tokenOf(word, bold, italic));
    }
  }
  return faced ? tokens.map(withSpaces) : tokens;
}

function withSpaces(token: Token, at: number, tokens: Token[]): Token {
  if (token.article !== undefined || token.text.trim() !== "") return token;
  const [before, after] = [tokens[at - 1], tokens[at + 1]];
  return tokenOf(token.text, before?.bold && after?.bold, before?.italic && after?.italic);
}

/** Merges adjacent text of one face, however it was written. */
function merged(inlines: Inline[]): Inline[] {
  if (inlines.length < 2) return inlines;
  const out: Inline[] = [];
  for (const inline of inlines) {
    const last = out.at(-1);
    const alike =
      inline.kind === "text" &&
      last?.kind === "text" &&
      !inline.bold === !last.bold &&
      !inline.italic === !last.italic;
    if (alike) out[out.length - 1] = { ...last, text: last.text + inline.text };
    else out.push(inline);
  }
  return out;
}

function tokenOf(text: string, bold = false, italic = false): Token {
  if (!bold && !italic) return { text, key: text };
  const key = `${text}\u0000${bold ? "b" : ""}${italic ? "i" : ""}`;
  return { text, key, ...(bold && { bold }), ...(italic && { italic }) };
}

export function textOf(tokens: Token[]): string {
  return tokens.map(({ text }) => text).join("");
}

/** One string for a row of tokens, equal if the tokens are. */
export function keysOf(tokens: Token[]): string {
  return tokens.map(({ key }) => key).join("\u0001");
}
