/** What a language prints around its text. A space in `article`, `reference` and `annexes` does not break. */
export type Marks = {
  /** The language's name in itself. */
  name: string;
  /** The heading of an article, with `{n}`, or `{chinese}` for its number in Chinese numerals. */
  article: string;
  firstArticle?: string;
  /** A cross-reference to an article; its heading if absent. */
  reference?: string;
  firstReference?: string;
  /** The same for an instrument that has sections, as a memorandum does. */
  section?: string;
  sectionReference?: string;
  /** With `{n}` and `{of}`. */
  page: string;
  annex: string;
  /** An annex's heading if there are several, with `{n}`, `{roman}` or `{chinese}`. */
  annexes: string;
  contents: string;
  signatures: string;
  /** The line above a signature, with the party's `{name}`, `{genitive}` or `{accusative}`; its name alone if absent. */
  signedFor?: string;
  /** Around the parties' names on the title page; empty if the names would need a case there. */
  between?: string;
  and?: string;
  seal?: string;
  digest?: string;
  /** Labels of paragraphs, items and what is below, with `{n}`, `{letter}`, `{roman}`, `{chinese}`, `{hebrew}`. */
  labels?: string[];
  /** The letters that `{letter}` counts with. */
  letters?: string;
  /** The language's own digits from zero to nine. */
  digits?: string;
  list: Joined;
  dates?: Dates;
};

/** How a list is joined; `andBefore` replaces `and` before a word that begins with one of `before`. */
export type Joined = {
  separator: string;
  and: string;
  andBefore?: string | undefined;
  before?: string[] | undefined;
};

/** With `{day}`, `{month}`, `{year}`; `firstDay` replaces the day's number on the first. */
export type Dates = { months: string[]; pattern: string; firstDay?: string };

export type Pair = { one: string; several: string };
export type Sentences = Pair & { prevailing: string; alternat: Pair };

/** The closing formulas of a language, and the names of languages in the form that they need. */
export type Formulas = {
  formulas: { treaty: Sentences; memorandum: Sentences };
  exchange?: { notes: Pair; letters: Pair; instruments: Pair } & {
    equal: { authentic: string; valid: string };
  };
  /** Two, three, four …, as `{originals}` needs them. */
  numbers: string[];
  /** `{originals}` beyond `numbers`, with `{n}`. */
  moreNumbers?: string;
  /** Names of languages by their key, as `{languages}` needs them. */
  names: Record<string, string>;
  /** The same as `{prevailing}` needs them, if it is another form. */
  namesOfTexts?: Record<string, string>;
};
