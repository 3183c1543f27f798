import { createRoute, z } from "@hono/zod-openapi";
import { findAgreement } from "#src/agreements/find.ts";
import {
  type HalfWritten as Half,
  previewAgreement,
} from "#src/agreements/text/preview-agreement.ts";
import { previewTexts } from "#src/agreements/text/preview-texts.ts";
import { Refusal } from "#src/errors.ts";
import { limit } from "#src/limits/rates.ts";
import { can } from "#src/people/can.ts";
import { headings } from "#workflows/headings.ts";
import { HalfWritten } from "../agreements/agreements.ts";
import { type Api, acting, answer } from "../api/api.ts";
import { body, byId, json, language, problems } from "../api/contract.ts";

const about = { tags: ["Texts"] };

const ofNew = createRoute({
  ...about,
  method: "post",
  path: "/previews",
  summary: "The first texts of an agreement that is still being described; nothing is stored",
  request: body(HalfWritten),
  responses: {
    200: {
      description: "A blank stands for what is missing or not right yet, and a problem says why",
      ...json(
        z.object({
          texts: z.record(z.string(), z.string()),
          headings: z.enum(headings),
          problems: z.array(z.object({ pointer: z.string().optional(), detail: z.string() })),
        }),
      ),
    },
    ...problems(400, 401, 403, 404, 413, 415, 422),
  },
});
const ofTexts = createRoute({
  ...about,
  method: "post",
  path: "/agreements/{id}/previews",
  summary: "What is being written as PDF, with a draft's watermark; nothing is stored",
  request: {
    params: byId,
    ...body(
      z.strictObject({
        texts: z
          .record(language, z.string().max(1_000_000))
          .default({})
          .openapi({ description: "Markdown; the working text where a language is left out" }),
      }),
    ),
  },
  responses: {
    200: {
      description: "The PDF",
      content: { "application/pdf": { schema: z.string().openapi({ format: "binary" }) } },
    },
    ...problems(400, 401, 403, 404, 413, 415, 422, 429, 501),
  },
});

export function previews(api: Api): void {
  api.openapi(ofNew, async (c) => {
    const wanted = c.req.valid("json") as Half;
    return c.json(await previewAgreement(c.get("ctx"), acting(c), wanted), 200);
  });
  api.openapi(ofTexts, async (c) => {
    const person = acting(c);
    const { db, typesetter, now, limits } = c.get("ctx");
    const row = await findAgreement(db, c.req.valid("param").id, person);
    if (!can(person, "revise-text")) {
      throw new Refusal("forbidden", "Only who writes the text sees what is being written.");
    }
    if (!typesetter) throw new Refusal("not-at-the-edge", "Only the full service typesets.");
    await limit(limits, "previews", person.id);
    const { source, digest } = await previewTexts(db, row, c.req.valid("json").texts);
    const pdf = await typesetter.draft(source, {
      terms: row.terms,
      id: row.id,
      date: now().toISOString(),
      watermark: `${row.reference} · ${row.text_version} +\nsha-256 ${digest}`,
    });
    const headers = { "Content-Type": "application/pdf", "Cache-Control": "no-store" };
    return answer(c.body(pdf as Uint8Array<ArrayBuffer>, 200, headers));
  });
}
