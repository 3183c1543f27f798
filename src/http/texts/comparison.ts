import { createRoute, z } from "@hono/zod-openapi";
import { findAgreement } from "#src/agreements/find.ts";
import { versionFor } from "#src/agreements/read/read-negotiation.ts";
import { aroundOf } from "#src/agreements/text/around-of.ts";
import { readTexts } from "#src/agreements/text/read-source.ts";
import { sha256 } from "#src/bytes/sha256.ts";
import type { Db } from "#src/db/db.ts";
import { Refusal } from "#src/errors.ts";
import type { ArticleChange } from "#src/text/compare.ts";
import { type Api, acting, answer } from "../api/api.ts";
import { byId, language, problems } from "../api/contract.ts";
import { sendFile } from "../api/send-file.ts";

const number = z.coerce.number().int().min(1).max(1_000_000);

const Run = z
  .object({
    kind: z.enum(["same", "inserted", "deleted"]),
    text: z.string().openapi({ description: "As it is read, without marks of Markdown" }),
    shown: z
      .string()
      .optional()
      .openapi({
        description:
          "To be shown in place of the text if that hides something: marks of direction as ⟨RLM⟩, something empty " +
          "that came or went as ⟨ ⟩, the heading of an article that a reference means now though its number stayed",
      }),
    bold: z.boolean().optional(),
    italic: z.boolean().optional(),
    article: z.int().optional().openapi({
      description: "The number of the article, in its version, that the text refers to",
    }),
  })
  .openapi("Run");

const change = z.enum(["same", "changed", "added", "removed"]);

const Table = z.object({
  columns: z
    .array(z.enum(["same", "added", "removed"]))
    .openapi({ description: "The columns of both versions" }),
  rows: z.array(
    z.object({
      change,
      header: z.boolean(),
      cells: z.array(z.array(Run)).openapi({ description: "One for each of the columns" }),
    }),
  ),
});

const ParagraphChanges = z.object({
  change,
  kind: z
    .enum(["title", "article", "annex", "heading", "paragraph", "item", "table", "source"])
    .openapi({
      description:
        "`title`, `article` and `annex` are their headings; `source` is a line of a text that cannot be read in good " +
        "time, as it was written",
    }),
  level: z.int().openapi({ description: "How many lists it stands in" }),
  quotes: z.int().openapi({ description: "How many quotations it stands in" }),
  label: z.array(Run).openapi({ description: "The number that an item prints, such as (a)" }),
  ordinal: z.int().nullable().openapi({ description: "The number of an item in its list" }),
  runs: z
    .array(Run)
    .openapi({ description: "Same and deleted are the older words, same and inserted the newer" }),
  table: Table.optional().openapi({ description: "In place of `runs`, of a table" }),
});

const ArticleChanges = z
  .object({
    change,
    moved: z.boolean(),
    kind: z.enum(["head", "article", "annex"]),
    from: z.int().nullable().openapi({ description: "Its number; 0 is the title and preamble" }),
    to: z.int().nullable(),
    name: z.array(Run).openapi({ description: "As the language names it: Article 3" }),
    heading: z.string(),
    paragraphs: z.array(ParagraphChanges),
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
    const { db, typesetter } = c.get("ctx");
    const { from, to, language, as } = c.req.valid("query");
    const row = await findAgreement(db, c.req.valid("param").id, acting(c));
    for (const wanted of [from, to]) await versionFor(db, row, acting(c), wanted);
    const before = await markdownOf(db, row.id, from, language);
    const after = await markdownOf(db, row.id, to, language);
    // Loaded with the first comparison: the library that compares is large.
    const { compareTexts } = await import("#src/text/compare.ts");
    const around = aroundOf(row);
    const articles = compareTexts(before, after, language, around);
    if (as === "json") return c.json({ from, to, language, articles }, 200);
    if (!typesetter)
      throw new Refusal("not-at-the-edge", "Files are typeset by the full service only.");
    const { reference } = row;
    const title = row.title[language] ?? reference;
    const bytes = await typesetter.compare(
      { reference, from, to, texts: [{ language, title, articles }], around },
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
