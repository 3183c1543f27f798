import { createRoute, z } from "@hono/zod-openapi";
import { newestLevel } from "#src/archive/newest-level.ts";
import { Refusal } from "#src/errors.ts";
import { can } from "#src/people/can.ts";
import { type Api, acting } from "../api/api.ts";
import { json, problems } from "../api/contract.ts";

const Seal = z
  .object({
    seal: z.object({
      subject: z.string(),
      issuer: z.string(),
      notBefore: z.iso.datetime(),
      notAfter: z.iso.datetime(),
      algorithm: z.string().openapi({ example: "ECDSA P-256 with SHA-256" }),
      trusted: z.boolean().openapi({ description: "False: a demonstration's key" }),
      timestampAuthority: z
        .string()
        .nullable()
        .openapi({ description: "Its host, if there is one" }),
      level: z
        .string()
        .nullable()
        .openapi({ description: "What the newest seal has reached (ETSI EN 319 142-1)" }),
    }),
    log: z.object({
      origin: z.string(),
      verificationKey: z.string().openapi({ description: "As C2SP signed notes write it" }),
    }),
  })
  .openapi("Keys");

const read = createRoute({
  method: "get",
  path: "/seal",
  tags: ["Service"],
  summary: "The keys of the service: the seal's certificate and the evidence log's key",
  responses: { 200: { description: "The keys", ...json(Seal) }, ...problems(401, 403, 501) },
});

export function seal(api: Api): void {
  api.openapi(read, async (c) => {
    if (!can(acting(c), "see-keys")) {
      throw new Refusal("forbidden", "Only the secretariat sees the service's keys.");
    }
    const { keys, db } = c.get("ctx");
    if (!keys) throw new Refusal("not-at-the-edge", "The full service holds the keys.");
    const level = await newestLevel(db);
    return c.json({ seal: { ...keys.seal, level }, log: keys.log }, 200);
  });
}
