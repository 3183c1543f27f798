import { z } from "zod";
import { day } from "./day.ts";

export type Variable = z.infer<typeof variable>;

export const words = z.record(z.string(), z.string().min(1));
const common = { label: words, description: words.optional(), required: z.boolean().optional() };

const variable = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("text"),
    default: z.string().optional(),
    /** A name or title: each language prints its own, and none prints letters of another script. */
    perLanguage: z.boolean().optional(),
    ...common,
  }),
  z.strictObject({ type: z.literal("date"), default: day.optional(), ...common }),
  z.strictObject({
    type: z.enum(["money", "language", "party"]),
    default: z.string().optional(),
    ...common,
  }),
  z.strictObject({
    type: z.literal("number"),
    default: z.int().optional(),
    minimum: z.int().optional(),
    maximum: z.int().optional(),
    ...common,
  }),
  z.strictObject({
    type: z.literal("choice"),
    default: z.string().optional(),
    /** The words of each choice, by its key and language. */
    choices: z.record(z.string(), words),
    /** The meaning of each choice to the law, if its words decide it: terms by the choice's key. */
    terms: z.record(z.string(), z.record(z.string(), z.unknown())).optional(),
    ...common,
  }),
]);

/** The variables that a lawyer leaves open in a text, by name. */
export const variablesShape = z.record(z.string().regex(/^[a-z][a-z_]*$/), variable).default({});
