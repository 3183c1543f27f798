import { createRoute, z } from "@hono/zod-openapi";
import { recordDownload } from "#src/archive/record-download.ts";
import { type Registered, readRegister } from "#src/archive/register.ts";
import { everybody } from "#src/asker.ts";
import { Refusal } from "#src/errors.ts";
import { type Api, answer, type Call } from "./api.ts";
import { byId, problems } from "./contract.ts";
import { limit, nextCursor, readCursor } from "./paging.ts";
import { fetchObject, sendFile } from "./send-file.ts";

const words = z.record(z.string(), z.string());

const InRegister = z
  .object({
    id: z.uuid(),
    reference: z.string(),
    title: words,
    languages: z.array(z.string()),
    areas: z.array(z.string()),
    goals: z.array(z.int()),
    digest: z.string(),
    level: z.string(),
    trusted: z.boolean(),
    publishedAt: z.iso.datetime(),
    parties: z.array(
      z.object({ code: z.string(), names: words, signed: z.iso.datetime().nullable() }),
    ),
    pdf: z.string(),
  })
  .openapi("InRegister");

const list = createRoute({
  method: "get",
  path: "/register",
  tags: ["Register"],
  summary: "The published agreements, newest first; open to all",
  request: { query: z.strictObject({ cursor: z.string().max(200).optional(), limit }) },
  responses: {
    200: {
      description: "A page of the register",
      content: {
        "application/json": {
          schema: z.object({ items: z.array(InRegister), next: z.string().nullable() }),
        },
      },
    },
    ...problems(400),
  },
});

const read = createRoute({
  method: "get",
  path: "/register/{id}",
  tags: ["Register"],
  summary: "One published agreement; open to all",
  request: { params: byId },
  responses: {
    200: { description: "The entry", content: { "application/json": { schema: InRegister } } },
    ...problems(400, 404),
  },
});

const pdf = createRoute({
  method: "get",
  path: "/register/{id}/pdf",
  tags: ["Register"],
  summary: "The sealed PDF of a published agreement; open to all",
  request: { params: byId },
  responses: {
    200: {
      description: "The sealed PDF",
      content: { "application/pdf": { schema: z.string().openapi({ format: "binary" }) } },
    },
    206: { description: "The range asked for" },
    304: { description: "Unchanged" },
    416: { description: "The range lies outside the file" },
    ...problems(400, 404, 502),
  },
});

export function register(api: Api): void {
  api.openapi(list, async (c) => {
    const { cursor, limit } = c.req.valid("query");
    const page = { cursor: readCursor(cursor), limit: limit + 1 };
    const rows = await readRegister(c.get("ctx").as(everybody), page);
    const dated = rows.map(({ id, published_at }) => ({ id, created_at: published_at }));
    const items = rows.slice(0, limit).map(view);
    return c.json({ items, next: nextCursor(dated, limit) }, 200);
  });
  api.openapi(read, async (c) => c.json(view(await entry(c, c.req.valid("param").id)), 200));
  api.openapi(pdf, async (c) => {
    const { db, now } = c.get("ctx");
    const { id, digest, reference } = await entry(c, c.req.valid("param").id);
    const bytes = await fetchObject(c, digest);
    const person = c.get("person")?.id ?? null;
    await recordDownload(db, { agreement: id, kind: "sealed", digest, person, at: now() });
    const name = `${reference}.pdf`;
    return answer(sendFile(c, { bytes, digest, type: "application/pdf", name }));
  });
}

async function entry(c: Call, id: string): Promise<Registered> {
  const [found] = await readRegister(c.get("ctx").as(everybody), { id, limit: 1 });
  if (!found) throw new Refusal("not-found", "The register has no such agreement.");
  return found;
}

function view({ published_at, parties, ...row }: Registered): z.infer<typeof InRegister> {
  return {
    ...row,
    publishedAt: published_at.toISOString(),
    parties: parties.map(({ signed, ...party }) => ({
      ...party,
      signed: signed && new Date(signed).toISOString(),
    })),
    pdf: `/api/v1/register/${row.id}/pdf`,
  };
}
