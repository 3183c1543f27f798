import { z } from "zod";
import { circles, type Participation } from "#workflows/participation-clause.ts";

/** Whom the text is open to. */
const openTo = {
  to: z.enum(circles).meta({
    description:
      "Besides those that negotiated: members of the office's organisation, the Vienna formula, all States, or those invited",
  }),
  organizations: z
    .boolean()
    .optional()
    .meta({ description: "Whether international organisations may too" }),
  also: z
    .array(z.string().min(2).max(20))
    .min(1)
    .max(200)
    .optional()
    .meta({ description: "Codes of others that the text names" }),
};

/** The participation clause: who may sign and accede, until and from when (VCLT articles 12, 15 and 77(1)(e)). */
export const participationShape = z
  .strictObject({
    signature: z
      .strictObject({
        ...openTo,
        until: z.union([
          z.strictObject({ on: z.iso.date() }),
          z.strictObject({ months: z.int().min(1).max(240) }),
          z.enum(["entry", "unlimited"]),
        ]),
      })
      .nullable()
      .meta({ description: "Null: signature ends with the ceremony" }),
    accession: z
      .strictObject({ ...openTo, from: z.enum(["opening", "closing", "entry"]) })
      .nullable()
      .meta({ description: "Null: nobody may accede" }),
  })
  .meta({
    description: "Who may sign and accede; without it, those that negotiated sign",
  }) satisfies z.ZodType<Participation>;
