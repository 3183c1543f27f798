import { createRoute, z } from "@hono/zod-openapi";
import { type CopyView, listCopies } from "#src/agreements/corrections/list-copies.ts";
import {
  type CorrectionView,
  listCorrections,
} from "#src/agreements/corrections/list-corrections.ts";
import { readFacts } from "#src/agreements/facts.ts";
import { findAgreement } from "#src/agreements/find.ts";
import { someTerms } from "#src/text/terms.ts";
import { type Api, acting } from "../api/api.ts";
import { byId, json, problems } from "../api/contract.ts";

const changes = z.array(
  z.object({
    language: z.string(),
    article: z.int(),
    found: z.string(),
    corrected: z.string(),
    nth: z.int().optional(),
  }),
);
const paper = z
  .int()
  .nullable()
  .openapi({ description: "The number of the sealed procès-verbal among the papers" });

/** The words and terms that a correction changes. */
export const corrected = {
  ground: z.enum(["error", "concordance"]),
  reason: z.string(),
  changes,
  right: z.array(z.object({ language: z.string(), reason: z.string() })),
  terms: someTerms.nullable(),
};

const Correction = z
  .object({
    id: z.uuid(),
    ...corrected,
    proposedBy: z.string().nullable().openapi({ description: "Null for the depositary" }),
    proposedOn: z.iso.date(),
    until: z.iso.date().openapi({ description: "The last day to object" }),
    state: z.enum(["proposed", "objected", "withdrawn", "made"]),
    answers: z.array(
      z.object({
        party: z.string(),
        answer: z.enum(["objection", "agreement"]),
        reason: z.string(),
        on: z.iso.date(),
      }),
    ),
    withdrawn: z.object({ on: z.iso.date(), reason: z.string() }).nullable(),
    made: z
      .object({
        on: z.iso.date(),
        from: z.iso.date().nullable().openapi({ description: "Null: from the beginning" }),
        reason: z.string(),
      })
      .nullable(),
    unNotice: z.object({ on: z.iso.date(), reference: z.string() }).nullable(),
    awaitsUnNotice: z
      .boolean()
      .openapi({ description: "The text is registered, and the United Nations have to be told" }),
    paper,
  })
  .openapi("Correction") satisfies z.ZodType<CorrectionView>;

const list = createRoute({
  method: "get",
  path: "/agreements/{id}/corrections",
  tags: ["Agreements"],
  summary: "The corrections of a sealed text: proposed, objected to, withdrawn or made",
  request: { params: byId, query: z.strictObject({}) },
  responses: {
    200: { description: "Oldest first", ...json(z.object({ items: z.array(Correction) })) },
    ...problems(400, 401, 404),
  },
});

const Copy = z
  .object({
    serial: z.int(),
    party: z.string().nullable().openapi({ description: "Null if it was made for anyone" }),
    on: z.iso.date(),
    digest: z.string().openapi({ description: "sha-256 of the sealed file that it copies" }),
    paper: z
      .int()
      .nullable()
      .openapi({ description: "The number of the sealed certificate among the papers" }),
    corrections: z.array(
      z.object({ id: z.uuid(), on: z.iso.date(), reason: z.string(), changes, paper }),
    ),
  })
  .openapi("CertifiedCopy") satisfies z.ZodType<CopyView>;

const copies = createRoute({
  method: "get",
  path: "/agreements/{id}/certified-copies",
  tags: ["Agreements"],
  summary: "The certified true copies, and the corrections of errors in them",
  request: { params: byId, query: z.strictObject({}) },
  responses: {
    200: { description: "By serial number", ...json(z.object({ items: z.array(Copy) })) },
    ...problems(400, 401, 404),
  },
});

/** Routes for reading corrections of texts and of copies (VCLT article 79). */
export function corrections(api: Api): void {
  api.openapi(list, async (c) => {
    const { db } = c.get("ctx");
    const row = await findAgreement(db, c.req.valid("param").id, acting(c));
    const { correctionsToNotify } = await readFacts(db, row.id);
    return c.json({ items: await listCorrections(db, row, correctionsToNotify) }, 200);
  });
  api.openapi(copies, async (c) => {
    const { db } = c.get("ctx");
    const row = await findAgreement(db, c.req.valid("param").id, acting(c));
    return c.json({ items: await listCopies(db, row) }, 200);
  });
}
