type Worded = Record<string, string>;

/** The JSON Schema of a variable, as far as the form needs it. */
export type Property = {
  /** `["string", "object"]` means text that can be worded in each language. */
  type?: string | string[];
  title?: string;
  titles?: Worded;
  descriptions?: Worded;
  default?: string | number;
  enum?: string[];
  enumTitles?: Record<string, Worded>;
  format?: string;
  pattern?: string;
  minimum?: number;
  maximum?: number;
};

export type Variables = { properties?: Record<string, Property>; required?: string[] };

/** The value of a variable: one value, or words in each language. */
export type VariableValue = string | number | Record<string, string>;

export type VariableKind =
  | "each-language"
  | "number"
  | "choice"
  | "date"
  | "money"
  | "language"
  | "party"
  | "text";

/** The kind of field for a variable. Codes of parties, languages and currencies are told apart by their patterns. */
export function kindOfVariable({ type, format, pattern = "", ...rest }: Property): VariableKind {
  if (Array.isArray(type)) return "each-language";
  if (type === "integer" || type === "number") return "number";
  if (rest.enum) return "choice";
  if (format === "date") return "date";
  if (pattern.startsWith("^[A-Z]{3} ")) return "money";
  if (pattern.startsWith("^[a-z]{2,3}")) return "language";
  return pattern.startsWith("^[A-Z]") ? "party" : "text";
}
