import { z } from "@hono/zod-openapi";
import { channels, checkAnswers, deskKinds, formChecks } from "#src/desk/kinds.ts";
import { deskStates } from "#src/desk/view.ts";
import { day, digest, language, line, partyCode, reason } from "../api/contract.ts";

const direction = z.enum(["in", "out"]);
const kind = z.enum(deskKinds);
const names = z.record(z.string(), z.string());
const cited = z.object({ id: z.uuid(), reference: z.string() });
export const clockTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
  .openapi({ example: "09:30" });

/** What an officer enters about a paper. */
const paper = {
  kind,
  party: partyCode,
  agreement: z.uuid().nullable().optional().openapi({
    description: "None for general full powers and other papers about no single agreement",
  }),
  channel: z.enum(channels),
  subject: line,
  senderNumber: z.string().trim().min(1).max(100).nullable().optional().openapi({
    description: "The number that the sender gave it",
  }),
  dated: day.nullable().optional().meta({ description: "The date that the paper bears" }),
  on: day.meta({ description: "The stamp of receipt or dispatch, on the depositary's clock" }),
  time: clockTime,
  languages: z.array(language).min(1).max(24),
  scanAhead: z.boolean().default(false).openapi({
    description: "Only a scan has come; the original is to follow",
  }),
  answers: z.uuid().nullable().optional().openapi({
    description: "The received paper that an outgoing one answers",
  }),
};
export const NewPaper = z.strictObject({ direction, ...paper });
export const Correction = z.strictObject({ ...paper, reason });

const each = <Key extends string>(keys: readonly Key[]) =>
  z.strictObject(
    Object.fromEntries(keys.map((key) => [key, z.enum(checkAnswers).optional()])) as Record<
      Key,
      z.ZodOptional<z.ZodEnum<{ [A in (typeof checkAnswers)[number]]: A }>>
    >,
  );
export const Answers = z.strictObject({ answers: each(formChecks) });

const state = z.enum(deskStates).openapi({
  description: "`recorded`: an act on an agreement came of it",
});
export const Filter = {
  direction: direction.optional(),
  party: partyCode.optional(),
  agreement: z.uuid().optional(),
  kind: kind.optional(),
  state: state.optional(),
  awaits: z.enum(["original"]).optional(),
};

const lineShape = {
  id: z.uuid(),
  direction,
  reference: z.string().openapi({
    example: "IN-2026-12",
    description: "The running number of its direction and year; never used again",
  }),
  kind,
  party: z.string(),
  agreement: z.object({ id: z.uuid(), reference: z.string(), title: names }).nullable(),
  channel: z.enum(channels),
  subject: z.string(),
  senderNumber: z.string().nullable(),
  dated: z.string().nullable(),
  stampedAt: z.iso.datetime(),
  on: z.string().openapi({ description: "The stamp's day on the depositary's clock" }),
  time: z.string(),
  zone: z.string(),
  languages: z.array(z.string()),
  scanAhead: z.boolean(),
  originalReceivedAt: z.iso.datetime().nullable(),
  dueForm: z.boolean().nullable().openapi({
    description: "Null while a question of the checklist is open",
  }),
  state,
  registeredAt: z.iso.datetime(),
  version: z.int(),
};
export const DeskLine = z.object(lineShape).openapi("DeskLine");

export const DeskEntry = z
  .object({
    ...lineShape,
    answers: cited.nullable(),
    answeredBy: z.array(cited),
    checklist: z
      .array(z.object({ check: z.enum(formChecks), answer: z.enum(checkAnswers).nullable() }))
      .openapi({ description: "Empty for a party: it is the office's own work" }),
    scans: z.array(z.object({ digest, type: z.string(), bytes: z.int(), at: z.string() })),
    acts: z
      .array(z.object({ agreement: z.uuid(), seq: z.int(), act: z.string(), at: z.string() }))
      .openapi({ description: "The acts that came of it, by their place in the evidence" }),
    history: z.array(
      z.object({
        at: z.string(),
        person: z.object({ id: z.uuid(), names }).nullable(),
        act: z.enum([
          "registered",
          "corrected",
          "original-received",
          "checked",
          "acknowledged",
          "returned",
        ]),
        reason: z.string().nullable(),
        note: z.string().nullable(),
        was: z.record(z.string(), z.unknown()).nullable().openapi({
          description: "What the entry said before this correction",
        }),
      }),
    ),
  })
  .openapi("DeskEntry");

export const Registered = z.object({ id: z.uuid(), reference: z.string() });
