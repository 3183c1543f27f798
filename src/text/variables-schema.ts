import { tagPattern } from "./languages.ts";
import type { Variable } from "./parse-template.ts";
import type { Template } from "./template.ts";

/** The JSON Schema of a template's variables, for a form or a client to validate against. */
export function variablesSchema({
  variables,
}: Pick<Template, "variables">): Record<string, unknown> {
  const entries = Object.entries(variables);
  return {
    type: "object",
    properties: Object.fromEntries(entries.map(([name, one]) => [name, propertyOf(one)])),
    required: entries
      .filter(([, one]) => one.required !== false && one.default === undefined)
      .map(([name]) => name),
    additionalProperties: false,
  };
}

function propertyOf(variable: Variable): Record<string, unknown> {
  const { label, description, default: preset } = variable;
  const told = {
    title: label.en ?? "",
    titles: label,
    ...(description && { descriptions: description }),
    ...(preset !== undefined && { default: preset }),
  };
  switch (variable.type) {
    case "number": {
      const { minimum, maximum } = variable;
      return {
        type: "integer",
        ...told,
        ...(minimum !== undefined && { minimum }),
        ...(maximum !== undefined && { maximum }),
      };
    }
    case "choice":
      return {
        type: "string",
        enum: Object.keys(variable.choices),
        enumTitles: variable.choices,
        ...told,
      };
    case "date":
      return { type: "string", format: "date", ...told };
    case "money":
      return { type: "string", pattern: "^[A-Z]{3} \\d{1,15}(\\.\\d{2})?$", ...told };
    case "language":
      return { type: "string", pattern: tagPattern.source, ...told };
    case "party":
      return { type: "string", pattern: "^[A-Z][A-Z0-9-]{0,15}$", ...told };
    case "text":
      return {
        ...(variable.perLanguage
          ? { type: ["string", "object"], additionalProperties: { type: "string" } }
          : { type: "string" }),
        minLength: 1,
        maxLength: 1000,
        ...told,
      };
  }
}
