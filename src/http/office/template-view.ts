import { z } from "@hono/zod-openapi";
import type { PublishedTemplate } from "#src/templates/find.ts";
import { readTemplate } from "#src/templates/read.ts";
import type { Choice } from "#src/text/clauses.ts";
import { anyLanguage } from "#src/text/language/given.ts";
import { headingOf } from "#src/text/parts.ts";
import { variablesSchema } from "#src/text/variables-schema.ts";

const words = z.record(z.string(), z.string());

export const Template = z.object({
  name: z.string(),
  digest: z.string(),
  title: words,
  headings: words.openapi({
    description: "What the texts are headed; a new agreement may be headed otherwise",
  }),
  languages: z.array(z.string()),
  anyLanguage: z.boolean().meta({
    description: "Whether it begins a text in any other language, with words of the office",
  }),
  variables: z.record(z.string(), z.unknown()).openapi({ description: "JSON Schema" }),
  clauses: z.record(
    z.string(),
    z.object({
      default: z.string(),
      alternatives: z.array(
        z.object({
          name: z.string(),
          label: words,
          source: z.string(),
          texts: words.openapi({ description: "Markdown, with its placeholders" }),
          variables: z.record(z.string(), z.unknown()).openapi({ description: "JSON Schema" }),
          terms: z.record(z.string(), z.unknown()).openapi({
            description: "What the clause means to the law, with its placeholders",
          }),
        }),
      ),
    }),
  ),
  zone: z
    .string()
    .nullable()
    .openapi({ description: "The IANA zone its terms name; null leaves it to the office" }),
  publishedAt: z.iso.datetime(),
  retired: z.boolean(),
});

/** A template as the form for new agreements needs it. */
export function viewTemplate(published: PublishedTemplate & { retired: boolean }) {
  const { name, digest, retired, published_at } = published;
  const template = readTemplate(published);
  const { title, languages } = template;
  const headings = headingsIn(template.texts, title);
  const variables = variablesSchema(template);
  const clauses = Object.fromEntries(
    Object.entries(template.clauses).map(([topic, choice]) => [topic, clausesOf(choice)]),
  );
  const publishedAt = published_at.toISOString();
  const zone = typeof template.terms.zone === "string" ? template.terms.zone : null;
  return {
    name,
    digest,
    title,
    headings,
    languages,
    anyLanguage: Object.hasOwn(template.texts, anyLanguage),
    variables,
    clauses,
    zone,
    publishedAt,
    retired,
  };
}

function clausesOf({ default: preset, allowed }: Choice) {
  const alternatives = Object.entries(allowed).map(([name, clause]) => {
    const { label, source, texts, terms } = clause;
    return { name, label, source, texts, variables: variablesSchema(clause), terms };
  });
  return { default: preset, alternatives };
}

/** The first line of each text. If a variable fills it, uses the template's title instead. */
function headingsIn(texts: Record<string, string>, title: Record<string, string>) {
  return Object.fromEntries(
    Object.entries(texts).map(([language, markdown]) => {
      const heading = headingOf(markdown);
      return [language, heading.includes("{{") || !heading ? (title[language] ?? "") : heading];
    }),
  );
}
