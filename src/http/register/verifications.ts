import { createRoute, z } from "@hono/zod-openapi";
import { findRegistered } from "#src/archive/find-registered.ts";
import { sha256 } from "#src/bytes/sha256.ts";
import { everybody } from "#src/db/principal.ts";
import { Refusal } from "#src/errors.ts";
import { limit } from "#src/limits/rates.ts";
import { mayVerify } from "#src/people/can.ts";
import { networkOf } from "../api/address.ts";
import type { Api } from "../api/api.ts";
import { problems } from "../api/contract.ts";
import { verdicts } from "./verdicts.ts";

const level = z.enum(["B-B", "B-T", "B-LT", "B-LTA"]).nullable();
const seen = {
  field: z.string(),
  at: z.iso.datetime({ offset: true }).nullable(),
  coversRevision: z.int().nullable(),
  coversFile: z.boolean().openapi({
    description:
      "Whether it covers the file from the first byte to the last, but for its own place",
  }),
  digestOk: z.boolean().nullable().openapi({
    description:
      "Whether its digest is that of the bytes it covers; null where that cannot be told",
  }),
  trusted: z.boolean(),
  subject: z.string(),
  issuer: z.string().openapi({ description: "Who issued the signer's certificate" }),
  algorithm: z.string(),
};

const Verdict = z
  .object({
    verdict: z.enum(verdicts).openapi({
      description:
        "MODIFIED: one of the depositary's files that was changed. NOT_OURS: signed by others; `signatures` says what can be said of them. NO_SIGNATURE: nobody signed it. MALFORMED: it cannot be read.",
    }),
    reasons: z.array(z.string()),
    findings: z
      .array(z.object({ code: z.string(), verdict: z.string(), about: z.string() }))
      .openapi({ description: "The reasons by stable codes; empty for VALID" }),
    warnings: z
      .array(z.object({ code: z.string(), sentence: z.string(), about: z.string() }))
      .openapi({
        description:
          "What a reader should know whatever the verdict, by stable codes, such as `revocation-unknown`",
      }),
    signatures: z.array(
      z.object({
        ...seen,
        name: z.string(),
        reason: z.string(),
        provenAt: z.iso.datetime({ offset: true }).nullable(),
        level,
        revocation: z.enum(["checked", "unknown"]).nullable().openapi({
          description:
            "Whether current revocation lists speak of its certificates and none is on them; null if it is not trusted",
        }),
        cmsOk: z.boolean(),
        attested: z.boolean().openapi({
          description:
            "In a party's field: the depositary attests a consent that is on record with it",
        }),
        log: z
          .object({ origin: z.string(), index: z.int() })
          .nullable()
          .openapi({ description: "The act of the evidence log that came last before the seal" }),
      }),
    ),
    timestamps: z.array(z.object({ ...seen, until: z.iso.datetime({ offset: true }).nullable() })),
    archival: z
      .string()
      .nullable()
      .openapi({ description: "The PDF/A that a VALID file keeps to, such as PDF/A-2a" }),
    level: level.openapi({ description: "Of the seal; each signature has its own" }),
    demonstration: z.boolean().openapi({
      description: "A signature stands on the demonstration authority: a VALID file binds nobody",
    }),
    digest: z.string(),
    inRegister: z.boolean(),
    entry: z
      .object({ id: z.uuid(), reference: z.string() })
      .nullable()
      .openapi({ description: "The register's entry of this very file" }),
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
    const { typesetter } = c.get("ctx");
    const person = c.get("person");
    const client = person ? `person ${person.id}` : networkOf(c);
    await limit(c.get("ctx").limits, "verifications", client);
    if (!mayVerify(c.get("person"))) throw new Refusal("forbidden", "Services do not verify.");
    if (!c.req.header("Content-Type")?.startsWith("application/pdf")) {
      throw new Refusal("unsupported-media-type", "Send the PDF as application/pdf.");
    }
    if (!typesetter)
      throw new Refusal("not-at-the-edge", "PDFs are verified by the full service only.");
    const pdf = new Uint8Array(await c.req.arrayBuffer());
    const { verdict, findings, ...judged } = await typesetter.verify(pdf);
    const digest = await sha256(pdf);
    const entry = await findRegistered(c.get("ctx").as(everybody), digest);
    const { reasons, warnings, signatures, timestamps, level, archival, demonstration } = judged;
    return c.json(
      {
        verdict: verdict === "VALID" && !entry ? "VALID_NOT_IN_REGISTER" : verdict,
        reasons,
        findings: findings.map(({ code, verdict, about }) => ({ code, verdict, about })),
        warnings,
        signatures,
        timestamps,
        level,
        archival,
        demonstration,
        digest,
        inRegister: entry !== null,
        entry,
      },
      200,
    );
  });
}
