import { z } from "@hono/zod-openapi";
import { answerReservation } from "#src/agreements/answer-reservation.ts";
import {
  makeCorrection,
  objectToCorrection,
  proposeCorrection,
} from "#src/agreements/correction.ts";
import { checkFixity, ingest, issueCertifiedCopy, register } from "#src/agreements/custody.ts";
import { declare } from "#src/agreements/declare.ts";
import { deposit } from "#src/agreements/deposit.ts";
import { determineEntry } from "#src/agreements/determine-entry.ts";
import { agreeToEnd, changeForce } from "#src/agreements/end.ts";
import { giveNotice } from "#src/agreements/notice.ts";
import { renew } from "#src/agreements/periods.ts";
import { supersede } from "#src/agreements/supersede.ts";
import { actResource } from "./act-resource.ts";
import type { Api } from "./api.ts";
import {
  day,
  digest,
  language,
  line,
  partyCode,
  reason,
  reservation,
  reservations,
  whyNow,
} from "./contract.ts";

const nothing = z.strictObject({});

/** Consent after signature, entry into force and the end (VCLT articles 14 to 25 and 54 to 79). */
export function laterActs(api: Api): void {
  actResource(
    api,
    {
      name: "deposits",
      summary: "Record the deposit of a ratification, acceptance, approval or accession",
      body: z.strictObject({
        party: partyCode,
        kind: z.enum(["ratification", "acceptance", "approval", "accession"]),
        signedBy: line,
        on: day,
        file: digest.optional(),
        reason: whyNow.optional(),
        reservations: reservations.optional(),
      }),
    },
    deposit,
  );
  actResource(
    api,
    {
      name: "notices",
      summary: "Give or record a party's notice; it counts from its receipt",
      body: z.strictObject({
        party: partyCode.optional(),
        kind: z.enum([
          "completion",
          "withdrawal",
          "revocation",
          "provisional-application",
          "end-of-provisional-application",
        ]),
        sentOn: day.optional(),
        receivedOn: day.optional(),
        informedOn: day.optional(),
        file: digest.optional(),
        reason: whyNow.optional(),
      }),
    },
    giveNotice,
  );
  actResource(
    api,
    {
      name: "entry-into-force",
      summary: "Put the derived dates of entry into force on record",
      body: z.strictObject({ instrument: day, parties: z.record(partyCode, day) }),
    },
    determineEntry,
  );
  actResource(
    api,
    {
      name: "declarations",
      summary: "Lodge an interpretive declaration",
      body: reservation.omit({ kind: true }),
    },
    declare,
  );
  actResource(
    api,
    {
      name: "reservation-acts",
      summary: "Accept, object to, confirm or withdraw a reservation",
      body: z.strictObject({
        party: partyCode.optional(),
        reservation: z.uuid(),
        act: z.enum(["acceptance", "objection", "confirmation", "withdrawal"]),
        reason: z.string().trim().max(4000).default(""),
      }),
    },
    answerReservation,
  );
  actResource(
    api,
    {
      name: "consents-to-end",
      summary: "Agree that the instrument be suspended or terminated",
      body: z.strictObject({ to: z.enum(["suspension", "termination"]) }),
    },
    agreeToEnd,
  );
  actResource(
    api,
    {
      name: "force",
      summary:
        "Record that the instrument is suspended, resumed or terminated; it needs a second officer",
      body: z.strictObject({ to: z.enum(["suspend", "resume", "terminate"]), reason }),
    },
    changeForce,
  );
  actResource(
    api,
    {
      name: "renewals",
      summary: "Continue the instrument for one more period; it needs a second officer",
      body: z.strictObject({ until: day, reason }),
    },
    renew,
  );
  actResource(
    api,
    {
      name: "supersession",
      summary:
        "Record the later agreement between all parties that takes this one's place; it needs a second officer",
      body: z.strictObject({
        successor: z.uuid(),
        ground: z.enum(["intention", "incompatibility"]).openapi({
          description: "Vienna Convention on the Law of Treaties, article 59(1)(a) or (b)",
        }),
        effect: z.enum(["termination", "suspension"]).default("termination"),
        reason: reason.openapi({
          description: "The officer's statement: the same matter, and how the ground shows",
        }),
        reference: line.openapi({ description: "Where it is said: an article, a document" }),
        on: day.optional().openapi({ description: "From when; today unless given" }),
        file: digest.optional(),
      }),
    },
    supersede,
  );
  corrections(api);
  custody(api);
}

function corrections(api: Api): void {
  actResource(
    api,
    {
      name: "corrections",
      summary: "Propose the correction of an error in an authentic text",
      body: z.strictObject({
        reason,
        changes: z
          .array(
            z.strictObject({
              language,
              article: z.int().min(0).max(1000),
              found: line,
              corrected: line,
            }),
          )
          .min(1)
          .max(100),
      }),
    },
    proposeCorrection,
  );
  actResource(
    api,
    {
      name: "correction-objections",
      summary: "Object to the correction that is proposed",
      body: z.strictObject({ reason }),
    },
    objectToCorrection,
  );
  actResource(
    api,
    {
      name: "proces-verbal-of-correction",
      summary: "Make the correction, nobody having objected in time",
      body: nothing,
    },
    makeCorrection,
  );
}

function custody(api: Api): void {
  actResource(
    api,
    {
      name: "certified-copies",
      summary: "Issue a certified true copy, with a serial number of its own",
      body: z.strictObject({ party: partyCode.optional() }),
    },
    issueCertifiedCopy,
  );
  actResource(
    api,
    { name: "ingestion", summary: "Take the sealed PDF into the archive's keeping", body: nothing },
    ingest,
  );
  actResource(
    api,
    {
      name: "fixity-checks",
      summary: "Compare the stored file with what was sealed",
      body: nothing,
    },
    checkFixity,
  );
  actResource(
    api,
    {
      name: "un-submission",
      summary: "Send the instrument for registration; a reason is needed where it does not bind",
      body: z.strictObject({ reason: z.string().trim().max(4000).default("") }),
    },
    (ctx, asked, body) => register(ctx, asked, { submit: body }),
  );
  actResource(
    api,
    {
      name: "un-registration",
      summary: "Record the number of registration",
      body: z.strictObject({ number: line }),
    },
    register,
  );
}
