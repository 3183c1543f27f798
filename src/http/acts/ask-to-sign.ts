import { createRoute, z } from "@hono/zod-openapi";
import { isByKey } from "#src/accounts/proof.ts";
import { siteOf } from "#src/accounts/site.ts";
import { askCodeToSign } from "#src/agreements/signing/sign-by-code.ts";
import { askToSign } from "#src/agreements/signing/sign-by-passkey.ts";
import { limit } from "#src/limits/rates.ts";
import { AskedPasskey } from "../accounts/account-schemas.ts";
import { type Api, acting } from "../api/api.ts";
import { body, byId, digest, json, problems, reservations, signingAct } from "../api/contract.ts";

const askToSignRoute = createRoute({
  method: "post",
  path: "/agreements/{id}/signatures/options",
  tags: ["Acts"],
  summary: "What a browser asks of the signatory's passkey, to sign this original in this form",
  request: {
    params: byId,
    body: {
      required: true,
      content: {
        "application/json": {
          schema: z.strictObject({
            original: digest,
            as: signingAct.default("definitive"),
            binding: z.boolean(),
            reservations: reservations.optional(),
          }),
        },
      },
    },
  },
  responses: {
    201: {
      description: "To be answered within two minutes",
      content: { "application/json": { schema: AskedPasskey } },
    },
    ...problems(400, 401, 403, 404, 409, 412, 413, 415, 422),
  },
});

const askForCodeRoute = createRoute({
  method: "post",
  path: "/agreements/{id}/signatures/codes",
  tags: ["Acts"],
  summary:
    "Ask for a code by mail to sign this original in this form; for people who have no passkey",
  request: {
    params: byId,
    ...body(
      z.strictObject({
        original: digest,
        as: signingAct.default("definitive"),
        binding: z.boolean(),
        reservations: reservations.optional(),
      }),
    ),
  },
  responses: {
    202: {
      description: "Sent; the code signs this and nothing else",
      ...json(z.object({ id: z.uuid() })),
    },
    ...problems(400, 401, 403, 404, 409, 412, 413, 415, 422, 429, 501),
  },
});

/**
 * Routes that ask for a passkey. The challenge is the digest of what is signed, so the answer is valid for nothing
 * else.
 */
export function askingToSign(api: Api): void {
  api.openapi(askToSignRoute, async (c) => {
    const person = acting(c);
    const ctx = c.get("ctx");
    const asked = { agreement: c.req.valid("param").id, person };
    const site = siteOf(ctx.publicUrl, c.req.url);
    return c.json((await askToSign(ctx, asked, c.req.valid("json"), site)) as never, 201);
  });
  api.openapi(askForCodeRoute, async (c) => {
    const person = acting(c);
    const ctx = c.get("ctx");
    await limit(ctx.limits, "own-codes", person.id);
    const byKey = isByKey(c.get("proof"));
    const asked = { agreement: c.req.valid("param").id, person, byKey };
    return c.json(await askCodeToSign(ctx, asked, c.req.valid("json")), 202);
  });
}
