import { createRoute, z } from "@hono/zod-openapi";
import { countAgreements, listAgreements } from "#src/agreements/read/list.ts";
import { type Api, acting } from "../api/api.ts";
import { day, json, language, partyCode, problems } from "../api/contract.ts";
import { cursor, limit, nextCursor, readCursor } from "../api/paging.ts";
import { AgreementInList, agreementInList, areas, stages } from "../api/schemas.ts";

/** Search words; all must be found, the last one as a prefix. */
export const words = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[^\p{Cc}\p{Cs}]*$/u)
  .openapi({
    description:
      "Words in the title, the reference or the current text of one language; the last may be the beginning of one",
  });

/** The filters of a list of agreements. */
export const filters = z.strictObject({
  stage: z.enum(stages).optional(),
  party: partyCode.optional(),
  area: z.enum(areas).optional(),
  goal: z.coerce.number().int().min(1).max(17).optional(),
  language: language.optional(),
  q: words.optional(),
  createdFrom: day.optional(),
  createdTo: day.optional(),
  publishedFrom: day.optional(),
  publishedTo: day.optional(),
});

export const sorts = z.enum(["newest", "updated"]);

const list = createRoute({
  method: "get",
  path: "/agreements",
  tags: ["Agreements"],
  summary: "The agreements this person sees, newest first or by their last act",
  request: {
    query: filters.extend({
      sort: sorts.default("newest"),
      cursor,
      limit,
    }),
  },
  responses: {
    200: {
      description: "A page of agreements; `next` is the cursor of the page after it",
      ...json(z.object({ items: z.array(AgreementInList), next: z.string().nullable() })),
    },
    ...problems(400, 401),
  },
});

const counts = createRoute({
  method: "get",
  path: "/agreements/counts",
  tags: ["Agreements"],
  summary: "How many of the agreements this person sees are in each stage",
  request: { query: filters },
  responses: {
    200: {
      description:
        "By the stage's name; a stage without any is left out. Agreements that words find are counted from the newest to about 5,000; `atLeast` is then true if there may be more",
      ...json(z.object({ stages: z.record(z.string(), z.int()), atLeast: z.boolean() })),
    },
    ...problems(400, 401),
  },
});

/** Routes for agreements as a list, and for the counts of a board. */
export function agreementList(api: Api): void {
  api.openapi(list, async (c) => {
    const person = acting(c);
    const { cursor: _, limit, sort, ...filter } = c.req.valid("query");
    const { db, now } = c.get("ctx");
    const cursor = await readCursor(c);
    const page = { cursor, limit: limit + 1, sort };
    const rows = await listAgreements(db, person, filter, page);
    const items = rows.slice(0, limit).map(agreementInList);
    const places = rows.map(({ id, place: at }) => ({ id, at }));
    // Later pages keep the order at the time of the first page.
    const newest = Math.max(now().getTime(), places[0]?.at.getTime() ?? 0);
    const asOf = cursor?.asOf ?? new Date(newest).toISOString();
    return c.json({ items, next: await nextCursor(c, places, limit, asOf) }, 200);
  });
  api.openapi(counts, async (c) => {
    const person = acting(c);
    return c.json(await countAgreements(c.get("ctx").db, person, c.req.valid("query")), 200);
  });
}
