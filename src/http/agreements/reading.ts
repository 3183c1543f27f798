import { createRoute, z } from "@hono/zod-openapi";
import { noteReading } from "#src/agreements/read/note-reading.ts";
import { bePresent, type Presence as PresenceView } from "#src/agreements/read/presence.ts";
import { type Api, acting } from "../api/api.ts";
import { body, byId, json, language, problems } from "../api/contract.ts";
import { lastRead } from "../api/schemas.ts";

const about = { tags: ["Reading"] };
const version = z.int().min(1).max(1_000_000);
const place = z.strictObject({
  language,
  article: z.int().min(0).max(10_000).nullable().default(null),
});

const Presence = z
  .object({
    people: z.array(
      z.object({
        person: z.uuid(),
        names: z.record(z.string(), z.string()),
        party: z.string().nullable().openapi({ description: "Null for the office" }),
        place: z.object({ language: z.string(), article: z.int().nullable() }).nullable(),
        seenAt: z.iso.datetime(),
      }),
    ),
    version: z.int(),
    textVersion: z.int(),
  })
  .openapi("Presence") satisfies z.ZodType<PresenceView>;

const read = createRoute({
  ...about,
  method: "put",
  path: "/agreements/{id}/reading",
  summary: "Note which text one has last looked at; no act, and on nobody's record",
  request: { params: byId, ...body(z.strictObject({ textVersion: version })) },
  responses: {
    200: { description: "Noted", ...json(lastRead) },
    ...problems(400, 401, 403, 404, 413, 415),
  },
});
const present = createRoute({
  ...about,
  method: "put",
  path: "/agreements/{id}/presence",
  summary:
    "Say that one has the agreement open, and learn who else has; forgotten after 45 seconds",
  request: { params: byId, ...body(z.strictObject({ place: place.nullable() })) },
  responses: {
    200: {
      description: "The others, and whether anything has changed; ask again every few seconds",
      ...json(Presence),
    },
    ...problems(400, 401, 403, 404, 413, 415),
  },
});

/** Routes for data about readers, outside the record: what each has seen, and who is present. */
export function reading(api: Api): void {
  api.openapi(read, async (c) => {
    const person = acting(c);
    const { id } = c.req.valid("param");
    const { textVersion } = c.req.valid("json");
    const noted = await noteReading(c.get("ctx"), { agreement: id, person }, textVersion);
    return c.json(noted, 200);
  });
  api.openapi(present, async (c) => {
    const person = acting(c);
    const { id } = c.req.valid("param");
    const { place } = c.req.valid("json");
    const presence = await bePresent(c.get("ctx"), { agreement: id, person }, place);
    return c.json(presence, 200);
  });
}
