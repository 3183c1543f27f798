import { pairArticles } from "./comparison/articles.ts";
import { divide, divideBoth, type Part } from "./comparison/divide.ts";
import type { Around } from "./forms.ts";

/** The place of a remark in a text: its article, 0 for the title and preamble, and the quoted words. */
export type Anchor = { article: number; quote: string | null };

export type Found = {
  /** The article's number in the other version; null if it is gone. */
  article: number | null;
  heading: string;
  /** Whether the quoted words are still there; true if the remark is about the whole article. */
  quoted: boolean;
};

/**
 * Follows an anchor from the version it was set in to another: to the article with the same words, else the same
 * heading, else a similar one, whatever its number now.
 */
export function followAnchor(
  from: string,
  to: string,
  language: string,
  anchor: Anchor,
  around?: Around,
): Found {
  return follower(from, to, language, around)(anchor);
}

/** The same for many anchors between two versions, with only one comparison. */
export function follower(
  from: string,
  to: string,
  language: string,
  around?: Around,
): (anchor: Anchor) => Found {
  const pairs = pairArticles(...divideBoth(from, to, language, around));
  return ({ article, quote }) => {
    const pair = pairs.find((one) => one.from?.number === article);
    const part = pair?.to;
    if (!part) return { article: null, heading: pair?.from?.heading ?? "", quoted: false };
    return { article: part.number, heading: part.heading, quoted: stands(part, quote) };
  };
}

/** The article of a text with this number, and whether it contains the words; null if there is none. */
export function findAnchor(
  text: string,
  language: string,
  { article, quote }: Anchor,
  around?: Around,
): Found | null {
  const part = divide(text, language, around)[article];
  return part ? { article: part.number, heading: part.heading, quoted: stands(part, quote) } : null;
}

/** People quote words as displayed; a program may also quote the Markdown. */
function stands({ text, source }: Part, quote: string | null): boolean {
  if (quote === null) return true;
  const words = spaced(quote);
  return spaced(text).includes(words) || spaced(source).includes(words);
}

function spaced(text: string): string {
  return text.normalize("NFC").replaceAll(/\s+/g, " ").trim();
}
