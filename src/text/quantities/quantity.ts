import type { TimeUnit } from "./quantity-words.ts";

/** A number, a date or a reference to an article, as a paragraph has it. */
export type Quantity = {
  kind: "number" | "ordinal" | "share" | "year" | "date" | "era" | "reference" | "implied";
  /** In the paragraph's text, with its noun; both 0 for a reference. */
  from: number;
  to: number;
  /** Of a date 0. */
  value: number;
  written: "figures" | "words";
  unit?: TimeUnit | "percent" | undefined;
  /** ISO 4217, of the best known currency of the name. */
  currency?: string | undefined;
  /** Two quantities that share a key say the same: `n:12`, `m:12`, `d:2027-05-01`. */
  keys: string[];
  /** Whether the other languages must have it too. One, two and a half are often no numbers in another language. */
  must: boolean;
  /** A minus before it, as a sign or a word. */
  negative?: true | undefined;
  /** The same number written once more behind it in brackets or after "that is", if the two differ. */
  unlike?: Quantity | undefined;
};

/** A quantity, and the pieces that it takes with its noun: from `start` to before `end`. */
export type Placed = Quantity & { start: number; end: number };
