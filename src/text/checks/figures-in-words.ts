import type { Text } from "../articles.ts";
import { figuresIn } from "../stated/figures-in.ts";
import { tokensOf } from "../stated/tokens.ts";
import { inParagraphs } from "./in-paragraphs.ts";
import type { Warning } from "./warning.ts";

const rule = {
  rule: "figures-in-words",
  source: { key: "practice-numbers" },
} as const;

/** A number that is written twice and differs: “thirty (60) days”. */
export function figuresInWords(text: Text): Warning[] {
  return inParagraphs(rule, text, (words, language) => {
    const primary = language.split("-")[0] ?? language;
    return figuresIn(tokensOf(words), primary).flatMap(({ differ, from, to }) => {
      const found = words.slice(from, to);
      // Not part of a longer number, such as 1 500, and not a zero that only sounds like one.
      const alone = (found.match(/\p{Nd}+/gu) ?? []).length === 1;
      const goesOn =
        /^[.,\s\u00a0]?\p{Nd}/u.test(words.slice(to)) ||
        /\p{Nd}[\s.,]?$/u.test(words.slice(0, from));
      if (!differ || differ.word === 0 || !alone || goesOn) return [];
      const { word, figure } = differ;
      return [{ found, detail: { key: "figures-twice", values: { word, figure } } }];
    });
  });
}
