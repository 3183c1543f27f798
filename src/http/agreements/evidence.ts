import { createRoute, z } from "@hono/zod-openapi";
import { findAgreement } from "#src/agreements/find.ts";
import { service } from "#src/db/principal.ts";
import { Refusal } from "#src/errors.ts";
import { exportEvidence, exportLog } from "#src/evidence/export.ts";
import { findLeaf } from "#src/evidence/find-leaf.ts";
import { leafHash } from "#src/evidence/merkle.ts";
import { proveInclusion } from "#src/evidence/prove.ts";
import { latestCheckpoint } from "#src/evidence/read-checkpoint.ts";
import { can } from "#src/people/can.ts";
import { type Api, acting, answer } from "../api/api.ts";
import { byId, digest, json, problems } from "../api/contract.ts";

const ndjson = {
  200: { description: "NDJSON", content: { "application/x-ndjson": { schema: z.string() } } },
};
const size = z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER);
const since = z.strictObject({
  since: size.optional().openapi({
    description:
      "The size of a checkpoint you have: the export then proves that the log continues it",
  }),
});

const readOne = createRoute({
  method: "get",
  path: "/agreements/{id}/evidence",
  tags: ["Evidence"],
  summary: "The agreement's chain of evidence with its proofs, one entry a line",
  request: { params: byId, query: since },
  responses: { ...ndjson, ...problems(400, 401, 404) },
});

const readAll = createRoute({
  method: "get",
  path: "/evidence",
  tags: ["Evidence"],
  summary: "The evidence of all agreements in the order of the log, one entry a line",
  request: { query: since },
  responses: { ...ndjson, ...problems(400, 401, 403, 501) },
});

const InclusionProof = z
  .object({
    index: z.int().openapi({ description: "The entry's place in the log, from 0" }),
    size: z.int().openapi({ description: "The size of the log that the proof is for" }),
    hash: digest.openapi({ description: "The entry's own digest, which the leaf is made of" }),
    leaf: digest,
    proof: z.array(digest).openapi({ description: "RFC 9162, 2.1.3.1: nearest to the leaf first" }),
    checkpoint: z.string().openapi({ description: "The log's latest signed checkpoint" }),
  })
  .openapi("InclusionProof");

const prove = createRoute({
  method: "get",
  path: "/agreements/{id}/evidence/{seq}/proof",
  tags: ["Evidence"],
  summary: "The proof that an entry of the agreement's evidence is in the log",
  request: {
    params: byId.extend({
      seq: z.coerce
        .number()
        .int()
        .min(1)
        .max(2 ** 31 - 1),
    }),
    query: z.strictObject({
      size: size
        .optional()
        .openapi({ description: "Of the log; the latest checkpoint's unless given" }),
    }),
  },
  responses: {
    200: { description: "The proof", ...json(InclusionProof) },
    ...problems(400, 401, 404),
  },
});

export function evidence(api: Api): void {
  api.openapi(readOne, async (c) => {
    const person = acting(c);
    const { db } = c.get("ctx");
    const row = await findAgreement(db, c.req.valid("param").id, person);
    const onlyParty = can(person, "see-all-evidence") ? null : person.party;
    const { since = 0 } = c.req.valid("query");
    const lines = await Array.fromAsync(exportEvidence(db, row.id, { onlyParty, since }));
    return answer(c.body(lines.join(""), 200, headers));
  });
  api.openapi(readAll, async (c) => {
    if (!can(acting(c), "export-log")) {
      throw new Refusal("forbidden", "Your role does not export the whole log.");
    }
    const { as, typesetter } = c.get("ctx");
    // On the edge, a connection ends after the response headers, before the body is made.
    if (!typesetter) throw new Refusal("not-at-the-edge", "The whole log is exported elsewhere.");
    // The log covers all agreements, including those that an archivist does not see yet.
    const db = as(service);
    return answer(sendLines(exportLog(db, c.req.valid("query").since ?? 0)));
  });
  api.openapi(prove, async (c) => {
    const { db } = c.get("ctx");
    const { id, seq } = c.req.valid("param");
    const agreement = await findAgreement(db, id, acting(c));
    const leaf = await findLeaf(db, agreement.id, seq);
    if (!leaf) throw new Refusal("not-found", "The agreement has no such entry.");
    const latest = await latestCheckpoint(db);
    const size = c.req.valid("query").size ?? latest?.size ?? 0;
    if (!latest || leaf.index === null || leaf.index >= latest.size) {
      const soon = { retryAfter: 2 };
      throw new Refusal("unavailable", "The log has not taken this entry yet. Try again.", soon);
    }
    if (size > latest.size || leaf.index >= size) {
      throw new Refusal("not-found", "The log of this size does not hold the entry.");
    }
    const { index, hash } = leaf;
    const [proof = []] = await proveInclusion(db, [index], size);
    const checkpoint = latest.note;
    return c.json({ index, size, hash, leaf: leafHash(hash), proof, checkpoint }, 200);
  });
}

const headers = { "Content-Type": "application/x-ndjson; charset=utf-8" };

/** Streams lines as they are made, so that a long log is never in memory as a whole. */
function sendLines(lines: AsyncGenerator<string>): Response {
  const utf8 = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const { done, value } = await lines.next();
      if (done) controller.close();
      else controller.enqueue(utf8.encode(value));
    },
    cancel: async () => {
      await lines.return(undefined);
    },
  });
  // Streamed, so it has no ETag.
  return new Response(body, { headers: { ...headers, "Cache-Control": "no-store" } });
}
