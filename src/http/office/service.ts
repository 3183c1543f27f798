import { createRoute, z } from "@hono/zod-openapi";
import { demoHere } from "../accounts/demo.ts";
import type { Api } from "../api/api.ts";
import { json, problems } from "../api/contract.ts";

const Service = z
  .object({
    demonstration: z.boolean().openapi({ description: "Whether demo people may be signed in as" }),
    singleSignOn: z.boolean(),
    letters: z.boolean().openapi({ description: "Whether codes and invitations can be sent" }),
    version: z.string(),
    publicUrl: z.string().nullable(),
    zone: z.string().openapi({
      description: "The IANA zone of new instruments whose template and form name none",
    }),
  })
  .openapi("Service");

const read = createRoute({
  method: "get",
  path: "/service",
  tags: ["Service"],
  summary: "What a client must know before anybody has signed in",
  responses: { 200: { description: "This service", ...json(Service) }, ...problems() },
});

export function service(api: Api): void {
  api.openapi(read, (c) => {
    const { provider, mailer, version, publicUrl, zone } = c.get("ctx");
    const demonstration = demoHere(c) !== null;
    const singleSignOn = provider !== null;
    const letters = mailer !== null;
    return c.json({ demonstration, singleSignOn, letters, version, publicUrl, zone }, 200);
  });
}
