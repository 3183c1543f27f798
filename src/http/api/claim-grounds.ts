import { z } from "@hono/zod-openapi";
import { type ClaimGround, claimGrounds } from "#workflows/claim-record.ts";

/** The grounds of VCLT articles 46 to 53 and 60 to 62. */
export const grounds = z.enum(Object.keys(claimGrounds) as [ClaimGround, ...ClaimGround[]]);
