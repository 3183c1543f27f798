import { createRoute, z } from "@hono/zod-openapi";
import { findAgreement } from "#src/agreements/find.ts";
import { type RelationView, viewRelation } from "#src/agreements/force/view-relation.ts";
import { civilDate } from "#workflows/civil-date.ts";
import { basisSources } from "#workflows/relations.ts";
import { type Api, acting } from "../api/api.ts";
import { chooseLanguage } from "../api/choose-language.ts";
import { byId, day, partyCode, problems } from "../api/contract.ts";

/** Later agreements between some of the parties, as all may read them. */
export const laterBetween = z
  .array(
    z.object({
      parties: z.array(z.string()),
      on: z.iso.date(),
      basis: z.enum(["later-treaty", "modification"]),
      title: z.string(),
      source: z.string().openapi({ description: "Where it is published or recorded" }),
      notifiedOn: z.iso.date().nullable().openapi({
        description: "When the other parties were notified of a modification (VCLT article 41(2))",
      }),
    }),
  )
  .openapi({
    description:
      "Later agreements that apply between some of the parties (VCLT articles 30(4) and 41), oldest first",
  });

const Relation = z
  .object({
    parties: z
      .tuple([z.string(), z.string()])
      .openapi({ items: { type: "string" }, minItems: 2, maxItems: 2 }),
    on: z.string(),
    state: z.enum([
      "in-force",
      "suspended",
      "superseded",
      "not-in-force",
      "no-relations",
      "unsettled",
    ]),
    since: z.string().nullable(),
    statements: z.array(
      z.object({
        key: z.string(),
        values: z.record(z.string(), z.string()),
        basis: z.object({
          source: z.enum(basisSources),
          rule: z.string(),
        }),
        reservation: z.uuid().nullable(),
        articles: z.array(z.int()).nullable().openapi({
          description: "The articles concerned; empty for the whole instrument",
        }),
        effect: z
          .enum(["modified", "excluded", "no-relations", "open", "unaccepted", "none"])
          .nullable(),
        text: z.string().openapi({ description: "The sentence in the reader's language" }),
        rule: z.string().openapi({ description: "Where its rule comes from, in words" }),
      }),
    ),
  })
  .openapi("Relation") satisfies z.ZodType<RelationView>;

const read = createRoute({
  method: "get",
  path: "/agreements/{id}/relations/{party}/{other}",
  tags: ["Agreements"],
  summary: "Which provisions apply between two parties on a day, and why; for information",
  request: {
    params: byId.extend({ party: partyCode, other: partyCode }),
    query: z.strictObject({
      on: day.optional().meta({ description: "Today in the instrument's zone if absent" }),
    }),
  },
  responses: {
    200: {
      description: "For information: the parties may see it otherwise",
      content: { "application/json": { schema: Relation } },
    },
    ...problems(400, 401, 404),
  },
});

export function relations(api: Api): void {
  api.openapi(read, async (c) => {
    const { db, now } = c.get("ctx");
    const { id, party, other } = c.req.valid("param");
    const row = await findAgreement(db, id, acting(c));
    const on = c.req.valid("query").on ?? civilDate(now().toISOString(), row.terms.zone);
    const wanted = { parties: [party, other] as [string, string], on, language: chooseLanguage(c) };
    return c.json(await viewRelation(db, row, wanted), 200);
  });
}
