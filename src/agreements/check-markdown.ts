import { parseText } from "#src/text/markdown.ts";
import { checkText } from "#src/text/policy.ts";

/** A text as it may be stored: by the text policy, and readable as articles; else a Refusal. */
export function checkMarkdown(markdown: string, language: string): string {
  const body = checkText(markdown, { kind: "body", language });
  parseText(body, language);
  return body;
}
