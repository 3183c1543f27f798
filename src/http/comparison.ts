import { createRoute, z } from "@hono/zod-openapi";
import { findAgreement } from "#src/agreements/find.ts";
import { readTexts } from "#src/agreements/read-source.ts";
import type { Db } from "#src/db.ts";
import { Refusal } from "#src/errors.ts";
import { type ArticleChange, compareTexts } from "#src/text/compare.ts";
import { type Api, acting } from "./api.ts";
import { byId, language, problems } from "./contract.ts";

const number = z.coerce.number().int().min(1).max(1_000_000);

const Run = z.object({
  kind: z.enum(["same", "inserted", "deleted"]),
  text: z.string(),
  shown: z
    .string()
    .optional()
    .openapi({ description: "With marks of direction written out: ⟨RLM⟩" }),
});

const ArticleChanges = z
  .object({
    change: z.enum(["same", "changed", "added", "removed"]),
    moved: z.boolean(),
    from: z.int().nullable().openapi({ description: "Its number; 0 is the title and preamble" }),
    to: z.int().nullable(),
    heading: z.string(),
    paragraphs: z.array(
      z.object({
        change: z.enum(["same", "changed", "added", "removed"]),
        runs: z.array(Run),
      }),
    ),
  })
  .openapi("ArticleChange") satisfies z.ZodType<ArticleChange>;

const compare = createRoute({
  method: "get",
  path: "/agreements/{id}/comparison",
  tags: ["Texts"],
  summary: "What changed between two versions of one language's text, word by word",
  request: { params: byId, query: z.strictObject({ from: number, to: number, language }) },
  responses: {
    200: {
      description: "The articles of both versions, in the order of the version `to`",
      content: {
        "application/json": {
          schema: z.object({
            from: z.int(),
            to: z.int(),
            language: z.string(),
            articles: z.array(ArticleChanges),
          }),
        },
      },
    },
    ...problems(400, 401, 404),
  },
});

export function comparison(api: Api): void {
  api.openapi(compare, async (c) => {
    const { db } = c.get("ctx");
    const { from, to, language } = c.req.valid("query");
    const { id } = await findAgreement(db, c.req.valid("param").id, acting(c));
    const before = await markdownOf(db, id, from, language);
    const after = await markdownOf(db, id, to, language);
    return c.json({ from, to, language, articles: compareTexts(before, after) }, 200);
  });
}

async function markdownOf(db: Db, id: string, number: number, language: string): Promise<string> {
  const texts = await readTexts(db, id, number);
  const text = texts.find((one) => one.language === language);
  if (!text) throw new Refusal("not-found", "The version has no text in this language.");
  return text.markdown;
}
