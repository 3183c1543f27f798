export type Bracket = {
  /** The parties that propose the text: one, or several as in `[KZ, AE: …]`. */
  parties: string[];
  /** The text between the brackets; at most its first 200 characters. */
  text: string;
  /** False if the text ended before `]`. */
  closed: boolean;
  /** The article in which it begins; 0 is the title and the preamble. */
  article: number;
  /** The line of `[` in the Markdown, from 1. */
  line: number;
  column: number;
};

/**
 * The bracketed text that is attributed to a party, such as `[KZ: and research]`, in the order of the Markdown: wording
 * that is still open. Skips Markdown links and brackets that name no party. Works in linear time.
 */
export function openBrackets(markdown: string, codes: string[]): Bracket[] {
  const found = attributed(markdown, new Set(codes)).sort((a, b) => a.at - b.at);
  const articles = [...markdown.matchAll(/^ {0,3}## /gm)].map(({ index }) => index);
  let article = 0;
  let line = 1;
  let start = 0;
  let next = markdown.indexOf("\n");
  return found.map(({ at, begin, end, parties }) => {
    while ((articles[article] ?? markdown.length) <= at) article++;
    for (; next >= 0 && next < at; next = markdown.indexOf("\n", start)) {
      line++;
      start = next + 1;
    }
    const text = markdown.slice(begin, Math.min(end ?? markdown.length, begin + 200)).trim();
    return { parties, text, closed: end !== null, article, line, column: at - start + 1 };
  });
}

type Found = { at: number; begin: number; end: number | null; parties: string[] };

const opening = /\[\s*([A-Z][A-Z0-9-]*(?:\s*[,/]\s*[A-Z][A-Z0-9-]*)*)\s*:/y;
/** The target after a link's words; an instrument links only to its articles and to the web. */
const target = /\]\(\s*<?(?:#|https?:\/\/|mailto:)[^\s[\]]*(?:\)|\s+["'])/iy;

/** Each `[` that begins with parties' codes and a colon, with its matching `]`. */
function attributed(markdown: string, codes: Set<string>): Found[] {
  const found: Found[] = [];
  const open: { at: number; one: Found | null }[] = [];
  let lastLink = -1;
  for (const { 0: sign, index: at } of markdown.matchAll(/[[\]]/g)) {
    if (sign === "[") {
      opening.lastIndex = at;
      const [whole = "", list = ""] = opening.exec(markdown) ?? [];
      const parties = list
        .split(/[,/]/)
        .map((code) => code.trim())
        .filter((code) => codes.has(code));
      const one = parties.length > 0 ? { at, begin: at + whole.length, end: null, parties } : null;
      open.push({ at, one });
      continue;
    }
    const last = open.pop();
    if (!last) continue;
    target.lastIndex = at;
    // A link contains no other link, so brackets around one are text.
    const linked = lastLink < last.at && markdown[last.at - 1] !== "\\" && target.test(markdown);
    if (linked) lastLink = last.at;
    else if (last.one) found.push({ ...last.one, end: at });
  }
  return [...found, ...open.flatMap(({ one }) => one ?? [])];
}
