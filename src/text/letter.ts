import { escapeHtml } from "./escape-html.ts";

export type Letter = { subject: string; text: string; html: string };

/**
 * Fills a letter's template: `# ` its subject, then paragraphs, and a link on a line of its own as
 * `[words]({{link}})`. Values are data: whatever they hold is printed as it is.
 * Throws where the template asks for a value that is not given.
 */
export function renderLetter(
  markdown: string,
  values: Record<string, string>,
  { language }: { language: string },
): Letter {
  const [first = "", ...blocks] = markdown
    .trim()
    .split(/\n{2,}/)
    .map((block) => block.replaceAll("\n", " ").trim());
  const subject = fill(first.replace(/^#\s+/, ""), values, oneLine);
  const text = blocks.map((block) => asText(block, values)).join("\n\n");
  const direction = ["ar", "he", "fa", "ur"].includes(language) ? "rtl" : "ltr";
  const body = blocks.map((block) => asHtml(block, values)).join("\n");
  const html = `<!doctype html>
<html lang="${escapeHtml(language)}" dir="${direction}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(subject)}</title></head>
<body style="font: 16px/1.5 Georgia, 'Times New Roman', serif; max-width: 40rem; margin: 1.5rem auto; padding: 0 1rem;">
${body}
</body>
</html>
`;
  return { subject, text: `${text}\n`, html };
}

const link = /^\[([^\]]+)\]\(([^)]+)\)$/;

function asText(block: string, values: Record<string, string>): string {
  const [, words, address] = block.match(link) ?? [];
  if (words && address) return `${fill(words, values)}:\n${fill(address, values, oneLine)}`;
  return fill(block, values);
}

function asHtml(block: string, values: Record<string, string>): string {
  const [, words, address] = block.match(link) ?? [];
  if (words && address) {
    const href = escapeHtml(fill(address, values, oneLine));
    return `<p><a href="${href}">${fill(words, values, escapeHtml)}</a></p>`;
  }
  const filled = fill(block, values, (value) => escapeHtml(value).replaceAll("\n", "<br>"));
  return `<p dir="auto">${filled}</p>`;
}

function fill(
  template: string,
  values: Record<string, string>,
  write: (value: string) => string = (value) => value,
): string {
  return template.replaceAll(/\{\{([a-z]+)\}\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`The letter needs a value for ${name}.`);
    return write(value);
  });
}

function oneLine(value: string): string {
  return value.replaceAll(/\s+/g, " ");
}
