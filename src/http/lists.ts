import { createRoute, z } from "@hono/zod-openapi";
import { Refusal } from "#src/errors.ts";
import { listPeople } from "#src/people/find.ts";
import { may } from "#src/people/may.ts";
import { listTemplates } from "#src/templates/find.ts";
import type { Choice } from "#src/text/clauses.ts";
import { parseTemplate } from "#src/text/template.ts";
import { variablesSchema } from "#src/text/variables-schema.ts";
import { type Api, acting } from "./api.ts";
import { problems } from "./contract.ts";

const words = z.record(z.string(), z.string());

const Person = z.object({
  id: z.uuid(),
  email: z.string(),
  names: words,
  titles: words,
  language: z.string(),
  roles: z.array(z.string()),
  party: z.string().nullable(),
});
const Template = z.object({
  name: z.string(),
  digest: z.string(),
  title: words,
  languages: z.array(z.string()),
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
        }),
      ),
    }),
  ),
  publishedAt: z.iso.datetime(),
});

const list = <Item extends z.ZodType>(path: string, summary: string, item: Item) =>
  createRoute({
    method: "get",
    path,
    tags: ["Reference"],
    summary,
    responses: {
      200: {
        description: summary,
        content: { "application/json": { schema: z.object({ items: z.array(item) }) } },
      },
      ...problems(401, 403),
    },
  });

const peopleRoute = list("/people", "The people who act here", Person);
const templatesRoute = list("/templates", "The published templates, newest versions", Template);

/** What an agreement is made from, beside its parties: people and templates. */
export function lists(api: Api): void {
  api.openapi(peopleRoute, async (c) => {
    const person = acting(c);
    const people = await listPeople(c.get("ctx").db);
    if (!may(person, "list-people")) {
      throw new Refusal("forbidden", "Your role does not see who acts here.");
    }
    const seen = (party: string | null) => person.party === null || party === person.party;
    return c.json({ items: people.filter(({ party }) => seen(party)) }, 200);
  });
  api.openapi(templatesRoute, async (c) => {
    acting(c);
    const templates = await listTemplates(c.get("ctx").db);
    const items = templates.map(({ name, digest, files, published_at }) => {
      const template = parseTemplate(files);
      const { title, languages } = template;
      const variables = variablesSchema(template);
      const clauses = Object.fromEntries(
        Object.entries(template.clauses).map(([topic, choice]) => [topic, clausesOf(choice)]),
      );
      const publishedAt = published_at.toISOString();
      return { name, digest, title, languages, variables, clauses, publishedAt };
    });
    return c.json({ items }, 200);
  });
}

function clausesOf({ default: preset, allowed }: Choice) {
  const alternatives = Object.entries(allowed).map(([name, clause]) => {
    const { label, source, texts } = clause;
    return { name, label, source, texts, variables: variablesSchema(clause) };
  });
  return { default: preset, alternatives };
}
