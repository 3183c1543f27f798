import { createRoute, z } from "@hono/zod-openapi";
import { isByKey } from "#src/accounts/proof.ts";
import { findAgreement } from "#src/agreements/find.ts";
import { type Foretold, foretell } from "#src/agreements/read/foretell.ts";
import { allRefusalCodes, Refusal } from "#src/errors.ts";
import { actTypes, resourceNames } from "#workflows/acts.ts";
import { secondPersonRules } from "#workflows/second-person.ts";
import { type Api, acting } from "../api/api.ts";
import { chooseLanguage } from "../api/choose-language.ts";
import { body, byId, json, problems } from "../api/contract.ts";
import { takerOf } from "./act-resource.ts";
import { Consequence } from "./consequence-schema.ts";

const Foretold_ = z
  .object({
    act: z
      .enum(actTypes)
      .nullable()
      .openapi({ description: "The act; null if it was refused before the law was asked" }),
    rule: z
      .enum(secondPersonRules)
      .nullable()
      .openapi({ description: "Why a second officer would confirm it first" }),
    refusal: z
      .object({
        code: z.enum(allRefusalCodes),
        title: z.string(),
        detail: z.string(),
        errors: z.array(z.object({ pointer: z.string().nullable(), detail: z.string() })),
      })
      .nullable()
      .openapi({ description: "Why it would be refused now; null if it would be taken" }),
    consequence: Consequence.nullable(),
    relations: z
      .array(
        z.object({
          parties: z
            .tuple([z.string(), z.string()])
            .openapi({ items: { type: "string" }, minItems: 2, maxItems: 2 }),
          statements: z.array(z.object({ key: z.string(), text: z.string(), rule: z.string() })),
        }),
      )
      .openapi({ description: "What would newly apply between two parties; for information" }),
  })
  .openapi("Foretold", {
    description: "What an act would bring about; asking changes nothing",
  }) satisfies z.ZodType<Foretold>;

const ask = createRoute({
  method: "post",
  path: "/agreements/{id}/consequences",
  tags: ["Acts"],
  summary: "Ask what an act would bring about, or why it would be refused, before taking it",
  request: {
    params: byId,
    ...body(
      z.strictObject({
        resource: z.enum(resourceNames as [(typeof resourceNames)[number]]).openapi({
          description: "The resource that takes the act: `POST /agreements/{id}/{resource}`",
        }),
        body: z
          .record(z.string(), z.unknown())
          .openapi({ description: "The body that would be sent to it" }),
      }),
    ),
  },
  responses: {
    200: { description: "As the record stands now", ...json(Foretold_) },
    ...problems(400, 401, 404, 413, 415),
  },
});

/** The route that rehearses an act: every check is made, and nothing stays. */
export function consequences(api: Api): void {
  api.openapi(ask, async (c) => {
    const person = acting(c);
    const ctx = c.get("ctx");
    const { id } = c.req.valid("param");
    await findAgreement(ctx.db, id, person);
    const { resource, body } = c.req.valid("json");
    const taker = takerOf(api, resource);
    if (!taker) throw new Error(`Nothing takes ${resource}.`);
    const byKey = isByKey(c.get("proof"));
    const asked = { agreement: id, person, version: "any", request: null, byKey } as const;
    const found = await foretell(ctx, id, chooseLanguage(c), async () => {
      const read = taker.body.safeParse(body);
      if (!read.success) throw malformed(read.error);
      return taker.run(ctx, { ...asked, rehearses: true }, read.data as never, c);
    });
    return c.json(found, 200);
  });
}

function malformed({ issues }: z.ZodError): Refusal {
  return new Refusal("malformed-request", "The request is not as the contract says.", {
    errors: issues.map(({ path, message }) => ({ pointer: `/${path.join("/")}`, detail: message })),
  });
}
