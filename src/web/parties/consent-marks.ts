/** The marks of a depositary's status table, after the day. A ratification has none. */
const marks: Record<string, string> = {
  acceptance: "A",
  approval: "AA",
  "formal-confirmation": "c",
  accession: "a",
  succession: "d",
};

/** The mark of a kind of consent, with a space before it; empty for a ratification. */
export function consentMark(kind: string): string {
  const mark = marks[kind];
  return mark ? `\u00a0${mark}` : "";
}
