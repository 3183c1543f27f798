import { needOf, wordPattern } from "./phrase-word.ts";

/** What a language's phrases may use by name. */
export type PhraseWords = {
  /** Phrases by name, used as `<name>`. */
  names: Record<string, string>;
  /** The nouns of a period, each as alternatives. */
  units: { days: string; months: string; years: string };
  /** What may stand between a number and its noun, such as "calendar". */
  adjectives: string;
  /** Nouns that may lack their number: "по истечении года". */
  loneUnits?: string | undefined;
  /** Languages' names by code, each as alternatives. */
  languages: Record<string, string>;
  /** What was compiled of these phrases so far. */
  read: Map<string, Compiled>;
};

type Compiled = {
  pattern: string;
  /** Words of which a line that contains the phrase has one each: cheap to look for. */
  needs: string[][];
};

export type Phrase = {
  /** The phrase's first place in a line of folded words; the match begins at the space before it. */
  find(line: string): RegExpExecArray | null;
};

/** The most words of `…`, which never crosses the end of a sentence. */
const maxGap = 24;
/** The most articles of a list. Without a bound, a list would be read again from each of its numbers. */
const maxRefs = 40;

/**
 * Compiles a phrase over a line of folded words (`articleWords`):
 *
 * - `word`, `stem*`, `(one|another phrase)`, `(optional)?`
 * - `…` up to 24 other words of the sentence, `…3` up to three
 * - `{days}` a number by that name, `{period}` a number with its noun, `{date}`, `{language}`, `{refs}` articles
 * - `<name>` another phrase, `^` the beginning of a sentence, `[not of|under]` not after one of these words
 */
export function compilePhrase(phrase: string, language: string, words: PhraseWords): Phrase {
  const { pattern, needs } = new Reader(phrase, language, words).sequence();
  let made: RegExp | undefined;
  return {
    find: (line) => {
      if (!needs.every((some) => some.some((word) => line.includes(word)))) return null;
      made ??= new RegExp(` ${pattern}`);
      return made.exec(line);
    },
  };
}

class Reader {
  private at = 0;
  private readonly phrase: string;
  private readonly language: string;
  private readonly words: PhraseWords;

  constructor(phrase: string, language: string, words: PhraseWords) {
    this.phrase = phrase;
    this.language = language;
    this.words = words;
  }

  sequence(): Compiled {
    const items: Compiled[] = [];
    while (this.at < this.phrase.length && !/[|)]/.test(this.phrase[this.at] ?? "")) {
      if (this.phrase[this.at] === " ") this.at += 1;
      else items.push(this.item());
    }
    return {
      pattern: items.map(({ pattern }) => pattern).join(""),
      needs: items.flatMap(({ needs }) => needs),
    };
  }

  private item(): Compiled {
    if (this.phrase[this.at] === "(") return this.group();
    const none = this.take(/^\[not ([^\]]+)\]/)?.[1];
    if (none) {
      const before = none.split("|").map((word) => ` ${wordPattern(word, this.language)}`);
      return free(`(?<!(?:${before.join("|")}) )`);
    }
    const name = this.take(/^<([a-z-]+)>/)?.[1];
    if (name) return this.named(name);
    const slot = this.take(/^\{([a-z]+)\}/)?.[1];
    if (slot) return this.slot(slot);
    const gap = this.take(/^…(\d*)/);
    if (gap) return free(`(?:[^ .]+ ){0,${gap[1] || maxGap}}?`);
    if (this.take(/^\^/)) return free("(?<=\\. )");
    const word = this.take(/^[^ ()|{}<>[\]]+/)?.[0];
    if (!word || /^\*|\?/.test(word)) throw new Error(`A phrase cannot be read: ${this.phrase}`);
    return {
      pattern: `${wordPattern(word, this.language)} `,
      needs: [[needOf(word, this.language)]],
    };
  }

  private group(): Compiled {
    this.at += 1;
    const alternatives = [this.sequence()];
    while (this.phrase[this.at] === "|") {
      this.at += 1;
      alternatives.push(this.sequence());
    }
    if (!this.take(/^\)/)) throw new Error(`A phrase has no ): ${this.phrase}`);
    const pattern = `(?:${alternatives.map((one) => one.pattern).join("|")})`;
    if (this.take(/^\?/)) return free(`${pattern}?`);
    const needs = alternatives.map((one) => one.needs.toSorted(shorter)[0]);
    return needs.every((some) => some !== undefined)
      ? { pattern, needs: [needs.flat()] }
      : free(pattern);
  }

  private take(pattern: RegExp): RegExpMatchArray | null {
    const found = this.phrase.slice(this.at).match(pattern);
    if (found) this.at += found[0].length;
    return found;
  }

  private named(name: string): Compiled {
    const phrase = this.words.names[name];
    if (phrase === undefined) throw new Error(`There is no phrase <${name}> in ${this.language}.`);
    return this.inner(phrase);
  }

  /** A phrase of the table, which many others use. */
  private inner(phrase: string): Compiled {
    const { read } = this.words;
    const made =
      read.get(phrase) ?? new Reader(`(${phrase})`, this.language, this.words).sequence();
    read.set(phrase, made);
    return made;
  }

  private slot(name: string): Compiled {
    if (name === "period") return this.period();
    if (name === "date") return need("@", "@(?<date>\\d{4}-\\d\\d-\\d\\d) ");
    if (name === "refs") {
      const and = "(?:[^ .#§] |and |or |et |ou |или |және |او )?";
      return free(`(?<refs>[§#]\\d+ (?:${and}[§#]\\d+ ){0,${maxRefs}})`);
    }
    if (name !== "language") return free(`[#№](?<${name}>\\d+) `);
    const { pattern, needs } = this.inner(Object.values(this.words.languages).join("|"));
    return { pattern: `(?<language>${pattern})`, needs };
  }

  private period(): Compiled {
    const { units, adjectives, loneUnits } = this.words;
    const read = (phrase: string) => this.inner(phrase).pattern;
    const nouns = (["days", "months", "years"] as const)
      .map((unit) => `(?<${unit}>${read(units[unit])})`)
      .join("|");
    const adjective = adjectives ? `(?:${read(adjectives)})?` : "";
    const sign = this.language === "ar" ? "[#№]" : "#";
    const number = `(?:${sign}(?<n>\\d+) ${adjective})`;
    const lone = loneUnits ? `|(?:(?=${read(loneUnits)}))` : "";
    return free(`(?:${number}${lone})(?:${nouns})`);
  }
}

function free(pattern: string): Compiled {
  return { pattern, needs: [] };
}

function need(word: string, pattern: string): Compiled {
  return { pattern, needs: [[word]] };
}

function shorter(a: string[], b: string[]): number {
  return a.length - b.length;
}
