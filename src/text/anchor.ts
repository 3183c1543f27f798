import { pairArticles } from "./comparison/articles.ts";
import { divide, divideBoth, type Part } from "./comparison/divide.ts";

/** Where a remark about a text stands: its article, 0 for the title and preamble, and the words it is about. */
export type Anchor = { article: number; quote: string | null };

export type Found = {
  /** The article's number in the other version; null where it has gone. */
  article: number | null;
  heading: string;
  /** Whether the words it is about still stand there; true where it is about the whole article. */
  quoted: boolean;
};

/**
 * Follows an anchor from the version it was set in to another: to the article with the same words, else the
 * same heading, else alike, however it is numbered now.
 */
export function followAnchor(from: string, to: string, language: string, anchor: Anchor): Found {
  return follower(from, to, language)(anchor);
}

/** The same for many anchors between two versions, which are compared once. */
export function follower(from: string, to: string, language: string): (anchor: Anchor) => Found {
  const pairs = pairArticles(...divideBoth(from, to, language));
  return ({ article, quote }) => {
    const pair = pairs.find((one) => one.from?.number === article);
    const part = pair?.to;
    if (!part) return { article: null, heading: pair?.from?.heading ?? "", quoted: false };
    return { article: part.number, heading: part.heading, quoted: stands(part, quote) };
  };
}

/** The article of a text with this number, and whether the words stand in it; null where there is none. */
export function findAnchor(
  text: string,
  language: string,
  { article, quote }: Anchor,
): Found | null {
  const part = divide(text, language)[article];
  return part ? { article: part.number, heading: part.heading, quoted: stands(part, quote) } : null;
}

/** Words are quoted as they are read; a program may also quote them as they are written. */
function stands({ text, source }: Part, quote: string | null): boolean {
  if (quote === null) return true;
  const words = spaced(quote);
  return spaced(text).includes(words) || spaced(source).includes(words);
}

function spaced(text: string): string {
  return text.normalize("NFC").replaceAll(/\s+/g, " ").trim();
}
