import { createRoute, z } from "@hono/zod-openapi";
import { findAgreement } from "#src/agreements/find.ts";
import {
  type TermsBetween,
  type TermsView,
  viewTerms,
  viewTermsBetween,
} from "#src/agreements/read/view-terms.ts";
import { day } from "#src/text/day.ts";
import { termsShape } from "#src/text/terms.ts";
import { civilDate } from "#workflows/civil-date.ts";
import { amendableTerms, statedTerms } from "#workflows/terms.ts";
import { type Api, acting } from "../api/api.ts";
import { chooseLanguage } from "../api/choose-language.ts";
import { byId, partyCode, problems } from "../api/contract.ts";

const words = z.record(z.string(), z.string());

const Terms = z
  .object({
    textVersion: z.int(),
    terms: termsShape,
    differences: z.array(
      z.object({
        key: z.string(),
        term: z.enum(statedTerms),
        language: z.string(),
        article: z.int().nullable().openapi({ description: "Null if the text says nothing" }),
        detail: z.string().openapi({ description: "What differs, in the reader's language" }),
        found: z.array(z.string()).openapi({ description: "The words, as written" }),
        open: z.boolean().openapi({ description: "Until two officers have dismissed it" }),
        dismissals: z.array(
          z.object({ person: z.uuid(), names: words, reason: z.string(), at: z.iso.datetime() }),
        ),
      }),
    ),
  })
  .openapi("Terms") satisfies z.ZodType<TermsView>;

const read = createRoute({
  method: "get",
  path: "/agreements/{id}/terms",
  tags: ["Texts"],
  summary: "What the newest texts mean to the law, and where their words say something else",
  request: { params: byId },
  responses: {
    200: {
      description: "The terms, and the differences, open or dismissed",
      content: { "application/json": { schema: Terms } },
    },
    ...problems(400, 401, 404),
  },
});

const Between = z
  .object({
    on: z.iso.date(),
    terms: termsShape,
    changes: z
      .array(
        z.object({
          from: z.iso.date(),
          amendment: z.object({ id: z.uuid(), reference: z.string() }),
          changed: z.array(z.enum(amendableTerms)),
        }),
      )
      .openapi({ description: "The amendments that bind both, oldest first" }),
  })
  .openapi("TermsBetween") satisfies z.ZodType<TermsBetween>;

const between = createRoute({
  method: "get",
  path: "/agreements/{id}/terms/{party}/{other}",
  tags: ["Texts"],
  summary: "The terms between two parties on a day, with the amendments that bind both",
  request: {
    params: byId.extend({ party: partyCode, other: partyCode }),
    query: z.strictObject({
      on: day.optional().meta({ description: "Today in the instrument's zone if absent" }),
    }),
  },
  responses: {
    200: {
      description: "For information: the parties may see it otherwise",
      content: { "application/json": { schema: Between } },
    },
    ...problems(400, 401, 404),
  },
});

export function terms(api: Api): void {
  api.openapi(between, async (c) => {
    const { db, now } = c.get("ctx");
    const { id, party, other } = c.req.valid("param");
    const row = await findAgreement(db, id, acting(c));
    const on = c.req.valid("query").on ?? civilDate(now().toISOString(), row.terms.zone);
    return c.json(await viewTermsBetween(db, row, { parties: [party, other], on }), 200);
  });
  api.openapi(read, async (c) => {
    const { db } = c.get("ctx");
    const row = await findAgreement(db, c.req.valid("param").id, acting(c));
    return c.json(await viewTerms(db, row, chooseLanguage(c)), 200);
  });
}
