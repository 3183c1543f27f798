import type { Text } from "../articles.ts";
import { type Paragraph, paragraphsOf } from "../checks/paragraphs.ts";
import type { Quantity } from "./quantity.ts";
import { quantitiesIn } from "./read-quantities.ts";

export type ReadParagraph = Paragraph & { quantities: Quantity[] };

const read = new WeakMap<Text, ReadParagraph[]>();

/** The paragraphs of a text with their quantities, references to articles among them; read once for all checks. */
export function quantitiesOf(text: Text): ReadParagraph[] {
  const known = read.get(text);
  if (known) return known;
  const made = paragraphsOf(text).map((paragraph) => ({
    ...paragraph,
    quantities: [
      // Paragraphs with the same words have their own quantities, which are matched one by one.
      ...quantitiesIn(paragraph.text, text.language).map((one) => ({ ...one })),
      ...paragraph.references.map(reference),
    ],
  }));
  read.set(text, made);
  return made;
}

function reference(article: number): Quantity {
  return {
    kind: "reference",
    from: 0,
    to: 0,
    value: article,
    written: "figures",
    keys: [`r:${article}`],
    must: true,
  };
}
