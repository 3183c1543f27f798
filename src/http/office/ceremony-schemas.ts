import { z } from "@hono/zod-openapi";
import type { CeremonyView, RunSheetItem } from "#src/ceremonies/view.ts";

const words = z.record(z.string(), z.string());
const state = z.enum(["planned", "open", "closed"]);

export const Held = z
  .object({ id: z.uuid(), version: z.int(), state: z.string() })
  .openapi("Held", { description: "The ceremony after the change; its version is the new ETag" });

export const Ceremony = z
  .object({
    id: z.uuid(),
    version: z.int(),
    state,
    title: words,
    place: words,
    date: z.string(),
    time: z.string(),
    zone: z.string(),
    host: z.string().nullable(),
    languages: z.array(z.string()),
    openedAt: z.iso.datetime().nullable(),
    closedAt: z.iso.datetime().nullable(),
  })
  .openapi("Ceremony") satisfies z.ZodType<CeremonyView>;

export const RunSheet = z
  .object({
    position: z.int(),
    agreement: z.uuid(),
    reference: z.string(),
    title: words,
    stage: z.string(),
    seats: z.array(
      z.object({
        place: z.int().openapi({ description: "From the left, as the public sees the table" }),
        party: z.string(),
        names: words,
        signatory: z.object({ names: words, titles: words }).nullable(),
        signed: z.boolean(),
      }),
    ),
    missing: z.array(z.object({ code: z.string(), detail: z.string() })),
  })
  .openapi("RunSheetItem") satisfies z.ZodType<RunSheetItem>;
