import { createRoute, z } from "@hono/zod-openapi";
import { everybody } from "#src/db/principal.ts";
import { Refusal } from "#src/errors.ts";
import { proveConsistency } from "#src/evidence/prove.ts";
import { checkpointOf, latestCheckpoint } from "#src/evidence/read-checkpoint.ts";
import { type Api, answer } from "../api/api.ts";
import { digest, json, problems } from "../api/contract.ts";

const count = z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER);
const bySize = z.object({ size: count });
const note = {
  200: {
    description: "A signed note (C2SP tlog-checkpoint)",
    content: { "text/plain": { schema: z.string() } },
  },
};

const latest = createRoute({
  method: "get",
  path: "/checkpoints",
  tags: ["Evidence"],
  summary: "The latest signed checkpoint of the evidence log; open to all",
  responses: { ...note, ...problems(404) },
});

const one = createRoute({
  method: "get",
  path: "/checkpoints/{size}",
  tags: ["Evidence"],
  summary: "The checkpoint that was signed when the log had so many entries; open to all",
  request: { params: bySize },
  responses: { ...note, ...problems(400, 404) },
});

const ConsistencyProof = z
  .object({
    from: z.int(),
    size: z.int(),
    proof: z.array(digest).openapi({ description: "RFC 9162, 2.1.4.1" }),
  })
  .openapi("ConsistencyProof");

const consistency = createRoute({
  method: "get",
  path: "/checkpoints/{size}/consistency",
  tags: ["Evidence"],
  summary: "The proof that the log of this size begins with the log of an earlier one; open to all",
  request: { params: bySize, query: z.strictObject({ from: count }) },
  responses: {
    200: { description: "The proof", ...json(ConsistencyProof) },
    ...problems(400, 404),
  },
});

export function checkpoints(api: Api): void {
  api.openapi(latest, async (c) => {
    const found = await latestCheckpoint(c.get("ctx").as(everybody));
    if (!found) throw new Refusal("not-found", "The log has no checkpoint yet.");
    return answer(c.text(found.note));
  });
  api.openapi(one, async (c) => {
    const found = await checkpointOf(c.get("ctx").as(everybody), c.req.valid("param").size);
    if (!found) throw new Refusal("not-found", "No checkpoint was signed at this size.");
    return answer(c.text(found.note));
  });
  api.openapi(consistency, async (c) => {
    const { size } = c.req.valid("param");
    const { from } = c.req.valid("query");
    const db = c.get("ctx").as(everybody);
    const last = await latestCheckpoint(db);
    if (from > size || size > (last?.size ?? 0)) {
      throw new Refusal("not-found", "The log has not been signed at these sizes.");
    }
    return c.json({ from, size, proof: await proveConsistency(db, from, size) }, 200);
  });
}
