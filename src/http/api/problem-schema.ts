import { z } from "@hono/zod-openapi";
import { allRefusalCodes } from "#src/errors.ts";

const fault = z.object({
  detail: z.string(),
  pointer: z.string().optional(),
  file: z.string().optional(),
  line: z.int().optional(),
  column: z.int().optional(),
  offset: z.int().optional().openapi({ description: "In bytes, from 0" }),
});

export const Problem = z
  .object({
    type: z
      .enum(
        [...allRefusalCodes, "internal" as const].map(
          (code) => `urn:depositary:problem:${code}` as const,
        ),
      )
      .openapi({ description: "Names the failure; clients decide by it" }),
    title: z
      .string()
      .openapi({ description: "The failure in a few words, in the language of `detail`" }),
    status: z.int(),
    detail: z
      .string()
      .openapi({ description: "One sentence, in the language that Content-Language names" }),
    requestId: z.string().openapi({
      description: "The name of this request in the service's lines; also in X-Request-Id",
    }),
    errors: z.array(fault).optional(),
    failedGuards: z.array(z.string()).optional(),
    basis: z.string().optional().openapi({
      description: "Where the rule comes from: clause, convention, practice or this service",
    }),
    allowedActs: z.array(z.string()).optional(),
    parties: z.array(z.string()).optional().openapi({ description: "The parties it is about" }),
  })
  .openapi("Problem", { description: "RFC 9457 problem details" });
