/**
 * A place that a value fills: `{{place}}`, or `{{entry_days:ordinal genitive}}` with the form that its sentence needs. A
 * clause's place, `{{clause:consent}}`, is not one.
 */
export const placeholder = /\{\{(?!clause:)([a-z_]+)(?::([a-z]+(?:[ -][a-z]+)*))?\}\}/g;

/** Replaces each place with what `valueFor` gives; a place that it does not know stays as written. */
export function fillPlaces(
  text: string,
  valueFor: (name: string, form: string | undefined) => string | undefined,
): string {
  return text.replaceAll(placeholder, (whole, name: string, form: string | undefined) => {
    return valueFor(name, form) ?? whole;
  });
}
