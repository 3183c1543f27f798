/** Words by how many parties there are: `{{parties|two:الطرفان|else:الأطراف}}`. Arabic has a dual. */
export type ByNumber = Record<string, string>;

/**
 * A place that a value fills: `{{place}}`, or `{{entry_days:ordinal genitive}}` with the form that its sentence needs. A
 * clause's place, `{{clause:consent}}`, is not one.
 */
const placeholder =
  /\{\{(?!clause:)([a-z_]+)(?::([a-z]+(?:[ -][a-z]+)*))?((?:\|[a-z]+:[^|{}]*)*)\}\}/g;

/**
 * Replaces each place with what `valueFor` gives for its name, its form and where it stands; a place that it does not know stays as written. Words that depend on
 * the number of parties are chosen here.
 */
export function fillPlaces(
  text: string,
  parties: number,
  valueFor: (name: string, form: string | undefined, at: number) => string | undefined,
): string {
  return text.replaceAll(
    placeholder,
    (whole, name: string, form: string | undefined, choice: string, at: number) => {
      if (choice === "") return valueFor(name, form, at) ?? whole;
      const words = byNumber(choice);
      return (parties === 2 ? words.two : undefined) ?? words.else ?? whole;
    },
  );
}

/** The words of a choice, `|two:…|else:…`, by what stands before the colon. */
export function byNumber(choice: string): ByNumber {
  const branches = choice.slice(1).split("|");
  return Object.fromEntries(branches.map((one) => one.split(/:(.*)/s, 2)));
}
