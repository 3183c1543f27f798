import type { Text } from "../../articles.ts";
import { type Marks, marksOf, readsBinding } from "./binding-marks.ts";
import { type Place, sentencePairs } from "./sentence-pairs.ts";

/** A sentence in the first language and in another: where it stands, and what denies, allows and orders in it. */
export type Compared = { there: Place; here: Place; first: Marks; other: Marks };

/** The sentences of each language beside those of the first, of languages whose words are known. */
export function comparedSentences(texts: Text[]): Compared[] {
  const [first, ...others] = texts.filter(({ language }) => readsBinding(language));
  if (!first) return [];
  const read = new Map<string, Marks>();
  const marks = ({ text, language }: Place) => {
    const known = read.get(text) ?? marksOf(text, language);
    read.set(text, known);
    return known;
  };
  return others.flatMap((text) =>
    sentencePairs(first, text).map(({ first: there, other: here }) => {
      return { there, here, first: marks(there), other: marks(here) };
    }),
  );
}
