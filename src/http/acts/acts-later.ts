import { z } from "@hono/zod-openapi";
import { deposit } from "#src/agreements/force/deposit.ts";
import { determineEntry } from "#src/agreements/force/determine-entry.ts";
import { agreeToEnd, changeForce } from "#src/agreements/force/end.ts";
import { giveNotice } from "#src/agreements/force/notice.ts";
import { renew } from "#src/agreements/force/periods.ts";
import { instruments } from "#workflows/terms.ts";
import type { Api } from "../api/api.ts";
import {
  day,
  digest,
  language,
  line,
  partyCode,
  reason,
  reservations,
  whyNow,
} from "../api/contract.ts";
import { actResource, seldom } from "./act-resource.ts";
import { articleNumber, signedInstrument } from "./signed-instrument.ts";

/** Routes for consent after signature, entry into force and the end (VCLT articles 14 to 25 and 54 to 79). */
export function laterActs(api: Api): void {
  actResource(
    api,
    {
      name: "deposits",
      summary:
        "Record the deposit of a ratification, acceptance, approval, formal confirmation or accession",
      body: z.strictObject({
        party: partyCode,
        kind: z.enum([...instruments, "accession"]),
        agreed: reason.optional().openapi({
          description:
            "How a State that has not signed agreed that its instrument be recorded as an accession",
        }),
        ...signedInstrument,
        reservations: reservations.optional(),
        declarations: z
          .array(z.strictObject({ article: articleNumber, language, text: reason }))
          .max(50)
          .optional()
          .openapi({ description: "Declarations that the text requires or permits" }),
        confirms: z.array(z.uuid()).max(50).optional().openapi({
          description: "Reservations made at signature that the instrument confirms",
        }),
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
          "opt-out-of-renewal",
          "revocation-of-opt-out",
          "withdrawal-of-consent",
          "not-to-become-party",
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
      summary:
        "Put the dates of entry into force on record: those derived, or others with a reason",
      body: z.strictObject({
        instrument: day,
        parties: z.record(partyCode, day),
        reason: reason.optional().openapi({
          description: "Why other dates than those derived; a second officer then confirms them",
        }),
      }),
    },
    determineEntry,
  );
  actResource(
    api,
    {
      name: "consents-to-end",
      summary: "Agree that the instrument be suspended, resumed, renewed or terminated",
      body: z.strictObject({ to: z.enum(["suspension", "resumption", "renewal", "termination"]) }),
    },
    agreeToEnd,
  );
  actResource(
    api,
    {
      name: "force",
      summary:
        "Record that the instrument is suspended, resumed or terminated; it needs a second officer",
      body: z.strictObject({
        to: z.enum(["suspend", "resume", "terminate"]),
        reason,
        consultation: reason.optional().openapi({
          description:
            "How the contracting States that are not parties were consulted before a termination (VCLT article 54(b))",
        }),
      }),
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
    seldom(async () => (await import("#src/agreements/force/supersede.ts")).supersede),
  );
  actResource(
    api,
    {
      name: "supersessions-between",
      summary:
        "Record a later agreement that applies between some of the parties (VCLT articles 30(4) and 41); it needs a second officer",
      body: z.strictObject({
        parties: z.array(partyCode).min(2).max(200),
        basis: z.enum(["later-treaty", "modification"]).openapi({
          description: "A later treaty on the same matter (30(4)), or a modification (41)",
        }),
        title: line.openapi({ description: "The later agreement, as all may know it" }),
        source: line.openapi({ description: "Where it is published or recorded" }),
        successor: z.uuid().optional().openapi({ description: "Its id, if the office keeps it" }),
        notifiedOn: day.optional().meta({
          description: "When the other parties were notified of a modification (41(2))",
        }),
        reason: reason.openapi({ description: "The officer's statement: the same matter" }),
        on: day.optional().meta({ description: "From when; today unless given" }),
        file: digest.optional(),
      }),
    },
    seldom(
      async () => (await import("#src/agreements/force/supersede-between.ts")).supersedeBetween,
    ),
  );
}
