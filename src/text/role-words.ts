import words from "../../templates/roles.json" with { type: "json" };

const byRole: Record<string, Record<string, string>> = words;

/** The name of a role in letters, in one of their languages. */
export function roleWords(role: string, language: string): string {
  return byRole[role]?.[language] ?? byRole[role]?.en ?? role;
}
