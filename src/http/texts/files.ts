import { createRoute, z } from "@hono/zod-openapi";
import { attachFile } from "#src/agreements/files/attach-file.ts";
import { findFile } from "#src/agreements/files/find-attached.ts";
import { type Api, acting } from "../api/api.ts";
import { byId, digest, problems } from "../api/contract.ts";
import { fetchObject, sendFile } from "../api/send-file.ts";

const binary = { schema: z.string().openapi({ format: "binary" }) };
const kinds = { "application/pdf": binary, "image/png": binary, "image/jpeg": binary };

const Attached = z.object({
  digest,
  type: z.string(),
  until: z.iso.datetime().nullable().openapi({
    description: "When the file goes again unless an act names it; null once one has",
  }),
});

const attach = createRoute({
  method: "post",
  path: "/agreements/{id}/files",
  tags: ["Acts"],
  summary: "Attach a scan: full powers, a page signed in ink, an instrument of ratification",
  request: { params: byId, body: { required: true, content: kinds } },
  responses: {
    201: {
      description: "Attached, under its sha-256",
      content: { "application/json": { schema: Attached } },
    },
    ...problems(400, 401, 403, 404, 409, 413, 415, 422, 503, 507),
  },
});

const read = createRoute({
  method: "get",
  path: "/agreements/{id}/files/{digest}",
  tags: ["Acts"],
  summary: "A file that was attached",
  request: { params: byId.extend({ digest }) },
  responses: {
    200: { description: "The file", content: kinds },
    206: { description: "A range of it", content: kinds },
    304: { description: "Not changed" },
    416: { description: "The range lies outside" },
    ...problems(400, 401, 404, 502),
  },
});

export function files(api: Api): void {
  api.openapi(attach, async (c) => {
    const person = acting(c);
    const { id } = c.req.valid("param");
    const bytes = new Uint8Array(await c.req.arrayBuffer());
    const attached = await attachFile(c.get("ctx"), { agreement: id, person }, bytes);
    c.header("Location", `/api/v1/agreements/${id}/files/${attached.digest}`);
    return c.json(attached, 201);
  });
  api.openapi(read, async (c) => {
    const person = acting(c);
    const { id, digest } = c.req.valid("param");
    const { db, objects } = c.get("ctx");
    const { type, pile } = await findFile(db, { agreement: id, digest }, person);
    const bytes = await fetchObject(pile === "own" ? objects : objects.attached, digest);
    const extension = type.split("/")[1] ?? "bin";
    return sendFile(c, {
      bytes,
      digest,
      type,
      name: `${digest.slice(0, 12)}.${extension}`,
    }) as never;
  });
}
