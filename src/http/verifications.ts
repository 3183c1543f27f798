import { createRoute, z } from "@hono/zod-openapi";
import { isRegistered } from "#src/archive/is-registered.ts";
import { everybody } from "#src/asker.ts";
import { sha256 } from "#src/digest.ts";
import { Refusal } from "#src/errors.ts";
import { limit } from "#src/limits.ts";
import { mayVerify } from "#src/people/may.ts";
import { addressOf } from "./address.ts";
import type { Api } from "./api.ts";
import { problems } from "./contract.ts";

const Verdict = z
  .object({
    verdict: z.string(),
    reasons: z.array(z.string()),
    signatures: z.array(z.record(z.string(), z.unknown())),
    timestamps: z.array(z.record(z.string(), z.unknown())),
    level: z.enum(["B-B", "B-T", "B-LT", "B-LTA"]).nullable(),
    digest: z.string(),
    inRegister: z.boolean(),
  })
  .openapi("Verdict");

const create = createRoute({
  method: "post",
  path: "/verifications",
  tags: ["Register"],
  summary: "Verify a PDF: its verdict with reasons; open to all",
  request: {
    body: {
      required: true,
      content: { "application/pdf": { schema: z.string().openapi({ format: "binary" }) } },
    },
  },
  responses: {
    200: { description: "The verdict", content: { "application/json": { schema: Verdict } } },
    ...problems(400, 403, 413, 415, 429, 501),
  },
});

export function verifications(api: Api): void {
  api.openapi(create, async (c) => {
    const { press } = c.get("ctx");
    if (!c.get("person")) await limit(c.get("ctx").limits, "verifications", addressOf(c));
    if (!mayVerify(c.get("person"))) throw new Refusal("forbidden", "Services do not verify.");
    if (!c.req.header("Content-Type")?.startsWith("application/pdf")) {
      throw new Refusal("unsupported-media-type", "Send the PDF as application/pdf.");
    }
    if (!press) throw new Refusal("not-at-the-edge", "PDFs are verified by the full service only.");
    const pdf = new Uint8Array(await c.req.arrayBuffer());
    const { verdict, reasons, signatures, timestamps, level } = await press.verify(pdf);
    const digest = await sha256(pdf);
    const inRegister = await isRegistered(c.get("ctx").as(everybody), digest);
    return c.json(
      {
        verdict: verdict === "VALID" && !inRegister ? "VALID_NOT_IN_REGISTER" : verdict,
        reasons,
        signatures,
        timestamps,
        level,
        digest,
        inRegister,
      },
      200,
    );
  });
}
