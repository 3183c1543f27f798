import { createRoute, z } from "@hono/zod-openapi";
import { findRegistered } from "#src/archive/find-registered.ts";
import { everybody } from "#src/db/principal.ts";
import { Refusal } from "#src/errors.ts";
import type { Api } from "../api/api.ts";
import { digest, json, problems } from "../api/contract.ts";

const Registered = z.object({ id: z.uuid(), reference: z.string() }).openapi("RegisteredFile");

const read = createRoute({
  method: "get",
  path: "/registered-files/{digest}",
  tags: ["Register"],
  summary: "Of which published agreement a sealed file is, by its sha-256; open to all",
  request: { params: z.object({ digest }) },
  responses: {
    200: { description: "The entry that holds exactly this file", ...json(Registered) },
    ...problems(400, 404),
  },
});

/** Resolves a code on paper: the entry that holds the file with this digest. */
export function registered(api: Api): void {
  api.openapi(read, async (c) => {
    const found = await findRegistered(c.get("ctx").as(everybody), c.req.valid("param").digest);
    if (!found) throw new Refusal("not-found", "The register holds no file with this digest.");
    return c.json(found, 200);
  });
}
