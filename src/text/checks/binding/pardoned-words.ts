import { whole } from "./whole-words.ts";

/** What makes a treaty word right in a memorandum, for one language, as `templates/memorandum-words.json` has it. */
export type PardonWords = {
  /** What denies, before the word or after it: “does not create obligations”, «міндеттеме туғызбайды». */
  denies?: { before?: string; after?: string };
  /** Names of other instruments, whose duties are no matter of this one. */
  treaties?: string;
  /** Laws and contracts, from which duties come as well. */
  laws?: string;
};

export type Pardon = {
  isDenied: (text: string, from: number, to: number) => boolean;
  /** Whether the sentence speaks of another treaty, or of a law as well. */
  isOthers: (text: string, from: number, to: number, laws: boolean) => boolean;
};

const reach = 80;

export function readPardon({ denies = {}, treaties, laws }: PardonWords): Pardon {
  const [before, after, ofTreaties, ofLaws] = [denies.before, denies.after, treaties, laws].map(
    (words) => (words === undefined ? null : whole(words, "u")),
  );
  return {
    isDenied: (text, from, to) => {
      const [start, end] = sentenceAt(text, from, to);
      return (
        before?.test(text.slice(Math.max(start, from - reach), from).toLowerCase()) === true ||
        after?.test(text.slice(to, Math.min(end, to + reach)).toLowerCase()) === true
      );
    },
    isOthers: (text, from, to, withLaws) => {
      const sentence = text.slice(...sentenceAt(text, from, to));
      return ofTreaties?.test(sentence) === true || (withLaws && ofLaws?.test(sentence) === true);
    },
  };
}

/** Where the sentence, or the part of it that a semicolon ends, begins and ends. */
function sentenceAt(text: string, from: number, to: number): [number, number] {
  const ends = [". ", "; ", "؛ ", "؟ "].map((mark) => ({
    before: text.lastIndexOf(mark, from),
    after: text.indexOf(mark, to),
  }));
  const after = ends.flatMap((one) => (one.after < 0 ? [] : [one.after]));
  return [Math.max(0, ...ends.map(({ before }) => before)), Math.min(text.length, ...after)];
}
