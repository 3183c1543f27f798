import { type Fault, Refusal } from "#src/errors.ts";
import { hasLetter } from "#src/text/check-names.ts";
import { parseText } from "#src/text/markdown.ts";
import { checkText } from "#src/text/policy.ts";
import { checkPrintable } from "#src/text/printable.ts";

/** The same limit as for a title given at creation, in characters. */
const maxTitle = 500;

/**
 * Returns a text that can be stored: it follows the text policy, can be printed, parses into articles and has a title.
 * Otherwise throws a Refusal.
 */
export function checkMarkdown(markdown: string, language: string): string {
  const body = checkText(markdown, { kind: "body", language });
  checkPrintable(body);
  const { title } = parseText(body, language);
  const detail = againstTitle(title);
  if (detail === null) return body;
  const line = body.split("\n").findIndex((one) => one.startsWith("# ")) + 1;
  const fault: Fault = { detail: `the title ${detail}`, line: line || 1, column: 1 };
  throw new Refusal("invalid-text", "The text cannot have such a title.", { errors: [fault] });
}

/** Registers, letters and searches show the title without its text, so it must contain nothing invisible. */
function againstTitle(title: string): string | null {
  if (!hasLetter(title)) return "has no letter";
  if (title.length > maxTitle) return `has more than ${maxTitle} characters`;
  return /[\u00ad\u200b\u2060]/.test(title) ? "holds a character without a width" : null;
}
