import { createRoute, z } from "@hono/zod-openapi";
import { findAgreement } from "#src/agreements/find.ts";
import { readTexts } from "#src/agreements/read-source.ts";
import type { Db } from "#src/db.ts";
import { sha256 } from "#src/digest.ts";
import { Refusal } from "#src/errors.ts";
import { type ArticleChange, compareTexts } from "#src/text/compare.ts";
import { type Api, acting, answer } from "./api.ts";
import { byId, language, problems } from "./contract.ts";
import { sendFile } from "./send-file.ts";

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
  request: {
    params: byId,
    query: z.strictObject({
      from: number,
      to: number,
      language,
      as: z.enum(["json", "pdf"]).default("json"),
    }),
  },
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
        "application/pdf": { schema: z.string().openapi({ format: "binary" }) },
      },
    },
    206: { description: "The range asked for" },
    304: { description: "Unchanged" },
    416: { description: "The range lies outside the file" },
    ...problems(400, 401, 404, 422, 501),
  },
});

export function comparison(api: Api): void {
  api.openapi(compare, async (c) => {
    const { db, press } = c.get("ctx");
    const { from, to, language, as } = c.req.valid("query");
    const row = await findAgreement(db, c.req.valid("param").id, acting(c));
    const before = await markdownOf(db, row.id, from, language);
    const after = await markdownOf(db, row.id, to, language);
    const articles = compareTexts(before, after);
    if (as === "json") return c.json({ from, to, language, articles }, 200);
    if (!press) throw new Refusal("not-at-the-edge", "Files are typeset by the full service only.");
    const { reference } = row;
    const title = row.title[language] ?? reference;
    const bytes = await press.compare(
      { reference, from, to, texts: [{ language, title, articles }] },
      { id: `${row.id} ${from} ${to} ${language}`, date: row.updated_at.toISOString() },
    );
    const name = `${reference}-${from}-${to}-${language}.pdf`;
    const file = { bytes, digest: await sha256(bytes), type: "application/pdf", name };
    return answer(sendFile(c, file));
  });
}

async function markdownOf(db: Db, id: string, number: number, language: string): Promise<string> {
  const texts = await readTexts(db, id, number);
  const text = texts.find((one) => one.language === language);
  if (!text) throw new Refusal("not-found", "The version has no text in this language.");
  return text.markdown;
}
