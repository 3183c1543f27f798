import { createRoute, z } from "@hono/zod-openapi";
import { findAgreement } from "#src/agreements/find.ts";
import { type StatusView, viewParticipation } from "#src/agreements/force/participation.ts";
import { type Api, acting } from "../api/api.ts";
import { ceased, consentEntries, statementEntries } from "../api/consent-entries.ts";
import { byId, problems } from "../api/contract.ts";
import { claims, suspensions } from "./claims.ts";
import { laterBetween } from "./relations.ts";
import { reservationView } from "./reservation-view.ts";

const sentence = z.object({
  key: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
});
const reasoned = { derivation: z.array(sentence), reasons: z.array(z.string()) };
const finding = z.discriminatedUnion("state", [
  z.object({
    state: z.literal("waiting"),
    missing: z.union([z.int(), z.array(z.string())]),
    ...reasoned,
  }),
  z.object({ state: z.literal("dated"), on: z.string(), ...reasoned }),
]);
const determined = z
  .object({ reason: z.string(), derivedOn: z.iso.date().nullable() })
  .nullable()
  .openapi({
    description:
      "Why the depositary determined another day than the one that follows from the record, which is `derivedOn`",
  });
const credential = z.object({
  id: z.uuid(),
  kind: z.enum(["full-powers", "ex-officio"]),
  general: z.boolean().openapi({ description: "Lodged once for all instruments" }),
  office: z.string().nullable(),
  person: z.uuid(),
  issuedBy: z.string(),
  signedBy: z.string(),
  acts: z.array(z.string()),
  issuedOn: z.string(),
  validFrom: z.string(),
  validUntil: z.string().nullable(),
  restrictions: z.string().nullable(),
  form: z.enum(["original", "copy"]),
  verifiedBy: z.array(z.uuid()),
  ending: z.object({ verdict: z.string(), reason: z.string() }).nullable(),
});
const Status = z
  .object({
    participants: z.array(
      z.object({
        party: z.string(),
        standing: z.string(),
        ceased,
        signed: z
          .object({
            as: z.string(),
            on: z.string(),
            binding: z.boolean().nullable(),
            authorised: z.boolean(),
          })
          .nullable(),
        acts: z.array(
          z.object({
            act: z.string(),
            on: z.string(),
            detail: z.record(z.string(), z.unknown()),
          }),
        ),
        consents: consentEntries,
        statements: statementEntries,
        endsOn: z.string().nullable().openapi({
          description: "When its notice ended or will end its participation; null if none stands",
        }),
        earlier: z
          .array(z.object({ inForceOn: z.string().nullable(), endedOn: z.string() }))
          .openapi({ description: "Participations that ended by withdrawal, oldest first" }),
        credentials: z.array(credential),
        reservations: z.array(reservationView),
        entry: finding.nullable(),
        inForceOn: z.string().nullable(),
        determined,
      }),
    ),
    entry: finding,
    inForceOn: z.string().nullable(),
    determined,
    provisional: finding
      .nullable()
      .openapi({ description: "Provisional application until entry into force (VCLT article 25)" }),
    expiresOn: z.string().nullable(),
    laterBetween,
    suspensions,
    claims,
    amendments: z.array(
      z.object({
        id: z.uuid(),
        reference: z.string(),
        stage: z.string(),
        acceptedBy: z.array(z.string()),
      }),
    ),
  })
  .openapi("Participation") satisfies z.ZodType<StatusView>;

const read = createRoute({
  method: "get",
  path: "/agreements/{id}/participation",
  tags: ["Agreements"],
  summary: "The status table: party, act, day, reservation, and since when it is bound",
  request: { params: byId },
  responses: {
    200: {
      description: "Where each party stands",
      content: { "application/json": { schema: Status } },
    },
    ...problems(400, 401, 404),
  },
});

export function participation(api: Api): void {
  api.openapi(read, async (c) => {
    const person = acting(c);
    const ctx = c.get("ctx");
    const { db } = ctx;
    const row = await findAgreement(db, c.req.valid("param").id, person);
    return c.json(await viewParticipation(db, row, person, ctx.now()), 200);
  });
}
