import type { Terms } from "#src/text/terms-in-words.ts";

/** The props of a term's fields: the terms as they are now, and how to change some of them. */
export type FieldProps = {
  /** The name of the term. */
  name: string;
  terms: Terms;
  set: (change: Partial<Omit<Terms, "articles">>) => void;
};

/** The value without a field that is undefined, which the API would refuse. */
export function given<Value extends object>(value: Value): Value {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as Value;
}
