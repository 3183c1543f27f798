import { createRoute, z } from "@hono/zod-openapi";
import { findAgreement } from "#src/agreements/find.ts";
import { versionFor } from "#src/agreements/read/read-negotiation.ts";
import { readTexts } from "#src/agreements/text/read-source.ts";
import { Refusal } from "#src/errors.ts";
import { parseText } from "#src/text/markdown.ts";
import { type Api, acting } from "../api/api.ts";
import { byId, json, language, problems } from "../api/contract.ts";

const blocks = z
  .array(z.looseObject({ kind: z.enum(["paragraph", "list", "table", "heading", "quote"]) }))
  .openapi({
    description:
      "Paragraphs and headings with `inlines`; lists with `ordered`, `start` and `items`, each of them blocks; tables with `header` and `rows` of `inlines`; quotes with `blocks`. An inline is a `text`, `bold` or `italic` where it is, a `reference` to an `article`, or a `break`.",
  });
const part = { number: z.int(), heading: z.string(), blocks };

const Articles = z
  .object({
    version: z.int(),
    language: z.string(),
    title: z.string(),
    preamble: blocks,
    articles: z.array(z.object({ ...part, slug: z.string() })),
    annexes: z.array(z.object(part)),
  })
  .openapi("Articles");

const read = createRoute({
  method: "get",
  path: "/agreements/{id}/texts/{language}/articles",
  tags: ["Texts"],
  summary: "The text of one language in its articles, as it is numbered and printed",
  request: {
    params: byId.extend({ language }),
    query: z.strictObject({ version: z.coerce.number().int().min(1).max(1_000_000).optional() }),
  },
  responses: {
    200: { description: "The articles", ...json(Articles) },
    ...problems(400, 401, 404, 422),
  },
});

/** Routes that parse a text as the PDF does, for clients that show it without their own Markdown parser. */
export function articles(api: Api): void {
  api.openapi(read, async (c) => {
    const { db } = c.get("ctx");
    const { id, language } = c.req.valid("param");
    const row = await findAgreement(db, id, acting(c));
    const version = await versionFor(db, row, acting(c), c.req.valid("query").version);
    const all = await readTexts(db, row.id, version);
    const text = all.find((one) => one.language === language);
    if (!text) throw new Refusal("not-found", "The agreement has no text in this language.");
    return c.json({ version, ...parseText(text.markdown, language) } as never, 200);
  });
}
