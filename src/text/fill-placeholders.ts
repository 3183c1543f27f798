/**
 * Replaces a term that is only a placeholder (`"{{withdrawal_months}}"`) with the variable's value, at any depth of a
 * clause's terms.
 */
export function fillPlaceholders(term: unknown, valueFor: (name: string) => unknown): unknown {
  if (typeof term === "string") {
    const [, name] = term.match(/^\{\{([a-z_]+)\}\}$/) ?? [];
    return name === undefined ? term : valueFor(name);
  }
  if (Array.isArray(term)) return term.map((one) => fillPlaceholders(one, valueFor));
  if (term === null || typeof term !== "object") return term;
  return Object.fromEntries(
    Object.entries(term).map(([key, value]) => [key, fillPlaceholders(value, valueFor)]),
  );
}
