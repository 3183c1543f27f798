import { z } from "@hono/zod-openapi";
import { instrumentOffices } from "#src/agreements/force/instrument-form.ts";
import { day, digest, line, whyNow } from "../api/contract.ts";

/** The number of an article, from 1. */
export const articleNumber = z.int().min(1).max(10_000);

/** What every instrument says, and the depositary about its receipt. */
export const signedInstrument = {
  signedBy: line,
  authority: z.enum(instrumentOffices).optional().openapi({
    description: "The office of the person who signed it, or full powers for this act",
  }),
  fullPowers: line.optional().openapi({ description: "Who issued the full powers, and when" }),
  dated: day.optional().meta({ description: "The date that the instrument bears" }),
  on: day.meta({ description: "The day on which the depositary received it" }),
  file: digest.optional(),
  reason: whyNow.optional(),
};
