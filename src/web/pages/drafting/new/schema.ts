type Worded = Record<string, string>;

/** What the API says of a variable in JSON Schema, as far as a form needs it. */
export type Property = {
  /** Text that may be worded in each language is `["string", "object"]`. */
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

/** What is typed for a variable: one value, or words in each language. */
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

/** Which field asks for a variable; the three codes are told apart by their patterns. */
export function kindOfVariable({ type, format, pattern = "", ...rest }: Property): VariableKind {
  if (Array.isArray(type)) return "each-language";
  if (type === "integer" || type === "number") return "number";
  if (rest.enum) return "choice";
  if (format === "date") return "date";
  if (pattern.startsWith("^[A-Z]{3} ")) return "money";
  if (pattern.startsWith("^[a-z]{2,3}")) return "language";
  return pattern.startsWith("^[A-Z]") ? "party" : "text";
}
