import { createRoute, z } from "@hono/zod-openapi";
import { credentialStates, listCredentials } from "#src/agreements/authority/list-credentials.ts";
import { type Api, acting } from "../api/api.ts";
import { partyCode, problems } from "../api/contract.ts";
import { cursor, limit, nextCursor, readCursor } from "../api/paging.ts";

const Credential = z
  .object({
    id: z.uuid(),
    agreement: z.uuid(),
    reference: z.string(),
    party: z.string(),
    person: z.object({ id: z.uuid(), names: z.record(z.string(), z.string()) }),
    kind: z.enum(["full-powers", "ex-officio"]),
    office: z.string().nullable(),
    state: z.enum(credentialStates),
    acts: z.array(z.string()),
    issuedOn: z.string(),
    validFrom: z.string(),
    validUntil: z.string().nullable(),
    restrictions: z.string().nullable(),
    holder: z.string().nullable().openapi({
      description: "How a certificate names the person, where it is none of the names on record",
    }),
    form: z.enum(["original", "copy"]),
    file: z.string().nullable().openapi({ description: "sha-256 of the scan, where you see it" }),
    presentedAt: z.iso.datetime(),
  })
  .openapi("Credential");

const list = createRoute({
  method: "get",
  path: "/credentials",
  tags: ["Reference"],
  summary: "The register of full powers and of offices that need none",
  request: {
    query: z.strictObject({
      party: partyCode.optional(),
      agreement: z.uuid().optional(),
      state: z.enum(credentialStates).optional(),
      limit,
      cursor,
    }),
  },
  responses: {
    200: {
      description: "Newest first; `next` is the cursor of the page after it",
      content: {
        "application/json": {
          schema: z.object({ items: z.array(Credential), next: z.string().nullable() }),
        },
      },
    },
    ...problems(400, 401),
  },
});

/** Routes for the register of full powers, across all agreements that a person sees. */
export function credentials(api: Api): void {
  api.openapi(list, async (c) => {
    const { cursor: _, limit, ...filter } = c.req.valid("query");
    const page = { cursor: await readCursor(c), limit: limit + 1 };
    const rows = await listCredentials(c.get("ctx").db, acting(c), filter, page);
    const items = rows.slice(0, limit).map(({ created_at, ...one }) => ({
      ...one,
      presentedAt: created_at.toISOString(),
    }));
    const places = rows.map(({ id, created_at: at }) => ({ id, at }));
    return c.json({ items, next: await nextCursor(c, places, limit) }, 200);
  });
}
