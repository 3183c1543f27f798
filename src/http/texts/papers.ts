import { createRoute, z } from "@hono/zod-openapi";
import { findAgreement } from "#src/agreements/find.ts";
import { findPaper } from "#src/archive/find-paper.ts";
import { recordDownload } from "#src/archive/record-download.ts";
import { readRegister } from "#src/archive/register.ts";
import type { Db } from "#src/db/db.ts";
import { everybody } from "#src/db/principal.ts";
import { Refusal } from "#src/errors.ts";
import { type Api, acting, answer, type Call } from "../api/api.ts";
import { byId, problems } from "../api/contract.ts";
import { fetchObject, sendFile } from "../api/send-file.ts";

const bySerial = byId.extend({
  serial: z.coerce
    .number()
    .int()
    .min(1)
    .max(1_000_000)
    .openapi({ description: "The agreement's running number of such files" }),
});

const responses = {
  200: {
    description: "The sealed PDF",
    content: { "application/pdf": { schema: z.string().openapi({ format: "binary" }) } },
  },
  206: { description: "The range asked for" },
  304: { description: "Unchanged" },
  416: { description: "The range lies outside the file" },
};

const read = createRoute({
  method: "get",
  path: "/agreements/{id}/papers/{serial}",
  tags: ["Files"],
  summary: "A file that was sealed after the instrument, such as the page of a later signature",
  request: { params: bySerial },
  responses: { ...responses, ...problems(400, 401, 404, 502) },
});

const readPublished = createRoute({
  method: "get",
  path: "/register/{id}/papers/{serial}",
  tags: ["Register"],
  summary: "The same of a published agreement; open to all",
  request: { params: bySerial },
  responses: { ...responses, ...problems(400, 404, 502) },
});

/** Routes for the files that are sealed after an instrument; each is a file of its own. */
export function papers(api: Api): void {
  api.openapi(read, async (c) => {
    const { db } = c.get("ctx");
    const { id, serial } = c.req.valid("param");
    const { reference } = await findAgreement(db, id, acting(c));
    return send(c, db, { id, reference, serial, shared: false });
  });
  api.openapi(readPublished, async (c) => {
    const db = c.get("ctx").as(everybody);
    const { id, serial } = c.req.valid("param");
    const [found] = await readRegister(db, { id }, { limit: 1 });
    if (!found) throw new Refusal("not-found", "The register has no such agreement.");
    return send(c, db, { id, reference: found.reference, serial, shared: true });
  });
}

type Wanted = { id: string; reference: string; serial: number; shared: boolean };

async function send(c: Call, as: Db, { id, reference, serial, shared }: Wanted) {
  const { db, now, objects } = c.get("ctx");
  const paper = await findPaper(as, id, serial);
  if (!paper) throw new Refusal("not-found", "There is no such file yet.");
  const { digest, kind, subject } = paper;
  const bytes = await fetchObject(objects, digest);
  const person = c.get("person")?.id ?? null;
  await recordDownload(db, { agreement: id, kind, digest, person, at: now() });
  const name = `${reference}-${kind}-${subject}.pdf`;
  return answer(sendFile(c, { bytes, digest, type: "application/pdf", name, shared }));
}
