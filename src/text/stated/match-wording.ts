import { type ArticleWords, writtenAt } from "./article-words.ts";
import type { Phrase } from "./phrase.ts";
import type { Wording } from "./stated-words.ts";

/** A wording found in an article: its numbers by name, and the words as written. */
export type Match = {
  slots: Record<string, string>;
  found: string[];
  paragraph: string | undefined;
  /** A number of it that is written in words and in figures, which differ. */
  differ: { word: number; figure: number } | undefined;
};

/** What was found in an article, by its tokens, which stay the same while its words do. */
const known = new WeakMap<ArticleWords["tokens"], Map<Wording[], Match | null>>();

/** The first of the wordings that the article contains, or null. */
export function matchWording(wordings: Wording[], article: ArticleWords): Match | null {
  const read = known.get(article.tokens) ?? new Map<Wording[], Match | null>();
  known.set(article.tokens, read);
  const found = read.get(wordings);
  if (found !== undefined) return found;
  const made = findWording(wordings, article);
  read.set(wordings, made);
  return made;
}

function findWording(wordings: Wording[], article: ArticleWords): Match | null {
  for (const { say, unless } of wordings) {
    const [first, ...others] = say;
    const found = first && inSentence(first, unless, article.line);
    const rest = found && others.map((phrase) => phrase.find(article.line));
    if (!found || rest?.includes(null)) continue;
    const all = [found, ...(rest ?? [])].filter((one) => one !== null);
    const written = all.map((one) => writtenAt(article, one.index + 1, one.index + one[0].length));
    const differing = written.find(({ differ }) => differ);
    return {
      slots: Object.assign({}, ...all.map(({ groups = {} }) => present(groups))),
      found: written.map((one) => one.found),
      paragraph: (differing ?? written.at(-1))?.paragraph,
      differ: differing?.differ,
    };
  }
  return null;
}

/** The phrase's first match in a sentence that none of the others excludes. */
function inSentence(phrase: Phrase, unless: Phrase[], line: string): RegExpExecArray | null {
  let from = 0;
  for (;;) {
    const found = phrase.find(line.slice(from));
    if (!found) return null;
    const at = from + found.index;
    const begin = line.lastIndexOf(" . ", at);
    const end = line.indexOf(" . ", at + found[0].length - 1);
    const sentence = line.slice(Math.max(begin, 0), end < 0 ? undefined : end + 3);
    if (!unless.some((one) => one.find(sentence))) {
      found.index = at;
      return found;
    }
    if (end < 0) return null;
    from = end;
  }
}

function present(groups: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(groups).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
