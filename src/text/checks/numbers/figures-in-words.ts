import type { Text } from "../../articles.ts";
import { quantitiesOf } from "../../quantities/in-text.ts";
import type { Warning } from "../warning.ts";

/** A number that is written twice and differs: “thirty (60) days”, “half (40 per cent)”. */
export function figuresInWords(text: Text): Warning[] {
  return quantitiesOf(text).flatMap(({ article, label, text: words, quantities }) =>
    quantities.flatMap((one) => {
      const { unlike } = one;
      if (!unlike) return [];
      const [here = "", there = ""] = [one, unlike].map(({ from, to }) => words.slice(from, to));
      return [
        {
          rule: "figures-in-words" as const,
          source: { key: "practice-numbers" } as const,
          language: text.language,
          article,
          paragraph: label,
          detail: { key: "figures-twice", values: { here, there } } as const,
          found: [words.slice(one.from, unlike.to)],
        },
      ];
    }),
  );
}
