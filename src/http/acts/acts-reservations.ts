import { z } from "@hono/zod-openapi";
import { answerReservation } from "#src/agreements/force/answer-reservation.ts";
import { communicationKinds } from "#workflows/communications.ts";
import { receivables } from "#workflows/reservation-record.ts";
import type { Api } from "../api/api.ts";
import {
  day,
  digest,
  language,
  line,
  partyCode,
  reason,
  reservation,
  whyNow,
} from "../api/contract.ts";
import { actResource, seldom } from "./act-resource.ts";

/** What an officer adds who records a note of the State. */
const received = {
  on: day.optional().openapi({ description: "The day of receipt; today unless given" }),
  file: digest.optional(),
};
const words = reservation.omit({ kind: true }).shape;

/** Routes for reservations and declarations, and for what other States say about them (VCLT articles 19 to 23). */
export function reservationActs(api: Api): void {
  actResource(
    api,
    {
      name: "declarations",
      summary: "Lodge an interpretive declaration",
      body: reservation.omit({ kind: true }),
    },
    seldom(async () => (await import("#src/agreements/force/declare.ts")).declare),
  );
  actResource(
    api,
    {
      name: "reservation-acts",
      summary:
        "Accept or object to a reservation, withdraw an objection, confirm or withdraw a reservation, react to a declaration. An objection after the time is recorded as a communication",
      body: z.strictObject({
        party: partyCode.optional(),
        reservation: z.uuid(),
        act: z.enum([
          "acceptance",
          "objection",
          "objection-withdrawal",
          "confirmation",
          "withdrawal",
          "approval",
          "opposition",
          "reclassification",
        ]),
        reason: z.string().trim().max(4000).default(""),
        excludes: z.boolean().optional().openapi({
          description:
            "Of an objection: the State definitely says that the treaty does not enter into force between the two (VCLT article 20(4)(b))",
        }),
        ground: z.enum(["prohibited", "incompatible"]).optional().openapi({
          description:
            "Of an objection that disputes the reservation's validity: VCLT article 19(a) and (b), or (c)",
        }),
        ...received,
      }),
    },
    answerReservation,
  );
  actResource(
    api,
    {
      name: "reservation-changes",
      summary: "Withdraw a part of a reservation: the words and articles that are left",
      body: z.strictObject({
        party: partyCode.optional(),
        reservation: z.uuid(),
        ...words,
        ...received,
        reason: whyNow.optional(),
      }),
    },
    seldom(
      async () => (await import("#src/agreements/force/change-reservation.ts")).changeReservation,
    ),
  );
  actResource(
    api,
    {
      name: "late-reservations",
      summary: "Circulate a reservation made after the consent; one objection prevents its deposit",
      body: z.strictObject({
        party: partyCode.optional(),
        ...words,
        replaces: z.uuid().optional().openapi({
          description: "The same State's reservation that it enlarges",
        }),
        ...received,
        reason: whyNow.optional(),
      }),
    },
    seldom(
      async () =>
        (await import("#src/agreements/force/lodge-late-reservation.ts")).lodgeLateReservation,
    ),
  );
  actResource(
    api,
    {
      name: "reservation-notifications",
      summary: "Record that a State was notified of a reservation otherwise than by letter",
      body: z.strictObject({
        party: partyCode,
        reservation: z.uuid(),
        ...received,
        reason: whyNow.optional(),
      }),
    },
    seldom(
      async () => (await import("#src/agreements/force/notify-reservation.ts")).notifyReservation,
    ),
  );
  actResource(
    api,
    {
      name: "reservation-receipts",
      summary: "Record that a State received notice of a withdrawal otherwise than by letter",
      body: z.strictObject({
        party: partyCode,
        reservation: z.uuid(),
        of: z.enum(receivables),
        objector: partyCode.optional().openapi({
          description: "The State that withdrew its objection",
        }),
        ...received,
        reason: whyNow.optional(),
      }),
    },
    seldom(async () => (await import("#src/agreements/force/record-receipt.ts")).recordReceipt),
  );
  actResource(
    api,
    {
      name: "organ-decisions",
      summary: "Record the competent organ's decision on a reservation (VCLT article 20(3))",
      body: z.strictObject({
        reservation: z.uuid(),
        accepted: z.boolean(),
        organ: line,
        reference: line.openapi({ description: "Where it is found: a resolution, a meeting" }),
        ...received,
        reason: whyNow.optional(),
      }),
    },
    seldom(
      async () =>
        (await import("#src/agreements/force/record-organ-decision.ts")).recordOrganDecision,
    ),
  );
  actResource(
    api,
    {
      name: "communications",
      summary:
        "Circulate what a State says of the instrument or of another's act; it changes nothing, and is not judged (VCLT article 77)",
      body: z.strictObject({
        party: partyCode.optional(),
        kind: z.enum(communicationKinds),
        concerning: partyCode.optional().openapi({
          description: "The State or organisation that it is about",
        }),
        subject: line.optional().openapi({
          description: "What it is about, such as the number of a notification",
        }),
        language,
        text: reason.openapi({ description: "The State's own words" }),
        ...received,
        reason: whyNow.optional(),
      }),
    },
    seldom(async () => (await import("#src/agreements/force/communicate.ts")).communicate),
  );
}
