import { createRoute, z } from "@hono/zod-openapi";
import { listFilters, removeFilter, saveFilter } from "#src/accounts/filters.ts";
import { type Api, acting } from "../api/api.ts";
import { body, json, problems } from "../api/contract.ts";
import { filters as listed, sorts } from "./agreement-list.ts";

const about = { tags: ["Reading"] };
const byName = z.object({ name: z.string().trim().min(1).max(80) });
const query = listed.extend({ sort: sorts.optional() });

const SavedFilter = z
  .object({
    name: z.string(),
    query: z
      .record(z.string(), z.unknown())
      .openapi({ description: "As `GET /agreements` takes it" }),
    savedAt: z.iso.datetime(),
  })
  .openapi("SavedFilter");

const list = createRoute({
  ...about,
  method: "get",
  path: "/filters",
  summary: "The filters that one has kept, by name",
  responses: {
    200: { description: "One's own", ...json(z.object({ items: z.array(SavedFilter) })) },
    ...problems(401),
  },
});
const save = createRoute({
  ...about,
  method: "put",
  path: "/filters/{name}",
  summary: "Keep a filter under a name, or change it; at most fifty",
  request: { params: byName, ...body(z.strictObject({ query })) },
  responses: {
    200: { description: "Kept", ...json(SavedFilter) },
    ...problems(400, 401, 403, 404, 409, 413, 415, 422),
  },
});
const remove = createRoute({
  ...about,
  method: "delete",
  path: "/filters/{name}",
  summary: "Remove one of one's own filters",
  request: { params: byName },
  responses: {
    204: { description: "Removed" },
    ...problems(400, 401, 403, 404, 413, 415),
  },
});

/** Routes for saved filters of the list of agreements, which belong to each person. */
export function filters(api: Api): void {
  api.openapi(list, async (c) => {
    const { id } = acting(c);
    return c.json({ items: await listFilters(c.get("ctx").db, id) }, 200);
  });
  api.openapi(save, async (c) => {
    const { id } = acting(c);
    const { name } = c.req.valid("param");
    const { query } = c.req.valid("json");
    return c.json(await saveFilter(c.get("ctx"), id, { name, query }), 200);
  });
  api.openapi(remove, async (c) => {
    const { id } = acting(c);
    await removeFilter(c.get("ctx").db, id, c.req.valid("param").name);
    return c.body(null, 204);
  });
}
