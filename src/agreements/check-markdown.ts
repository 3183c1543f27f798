import { parseText } from "#src/text/markdown.ts";
import { checkText } from "#src/text/policy.ts";
import { checkPrintable } from "#src/text/printable.ts";

/** A text as it may be stored: by the text policy, printable, readable as articles; else a Refusal. */
export function checkMarkdown(markdown: string, language: string): string {
  const body = checkText(markdown, { kind: "body", language });
  checkPrintable(body);
  parseText(body, language);
  return body;
}
