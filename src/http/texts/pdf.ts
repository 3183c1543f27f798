import { createRoute, z } from "@hono/zod-openapi";
import type { AgreementRow } from "#src/agreements/find.ts";
import { findAgreement } from "#src/agreements/find.ts";
import { readSource } from "#src/agreements/text/read-source.ts";
import { fileKinds, findFile } from "#src/archive/find-file.ts";
import { newestOf } from "#src/archive/newest.ts";
import { recordDownload } from "#src/archive/record-download.ts";
import { sha256 } from "#src/bytes/sha256.ts";
import { Refusal } from "#src/errors.ts";
import { can } from "#src/people/can.ts";
import { type Api, acting, answer, type Call } from "../api/api.ts";
import { byId, partyCode, problems } from "../api/contract.ts";
import { fetchObject, sendFile } from "../api/send-file.ts";

const kinds = ["draft", ...fileKinds] as const;

const read = createRoute({
  method: "get",
  path: "/agreements/{id}/pdf",
  tags: ["Files"],
  summary: "The PDF: a draft, the original to be signed, the sealed file or the evidence annex",
  request: {
    params: byId,
    query: z.strictObject({ kind: z.enum(kinds).default("sealed"), party: partyCode.optional() }),
  },
  responses: {
    200: {
      description: "The PDF",
      content: { "application/pdf": { schema: z.string().openapi({ format: "binary" }) } },
    },
    206: { description: "The range asked for" },
    304: { description: "Unchanged" },
    416: { description: "The range lies outside the file" },
    ...problems(400, 401, 403, 404, 422, 501, 502),
  },
});

export function pdf(api: Api): void {
  api.openapi(read, async (c) => {
    const person = acting(c);
    const { db, now } = c.get("ctx");
    const { kind, party = person.party } = c.req.valid("query");
    const row = await findAgreement(db, c.req.valid("param").id, person);
    if ((kind === "draft" || kind === "original") && !can(person, "see-unsealed")) {
      throw new Refusal("forbidden", "Your role sees the sealed file only.");
    }
    const file = kind === "draft" ? await draft(c, row) : await kept(c, row, kind, party);
    const download = { agreement: row.id, kind, digest: file.digest, person: person.id, at: now() };
    await recordDownload(db, download);
    const name = `${row.reference}-${kind}.pdf`;
    return answer(sendFile(c, { ...file, type: "application/pdf", name }));
  });
}

type Kind = (typeof fileKinds)[number];

async function kept(c: Call, row: AgreementRow, kind: Kind, party: string | null) {
  const { db } = c.get("ctx");
  const first = await findFile(db, row, kind, party);
  if (!first) throw new Refusal("not-found", "There is no such file yet.");
  const digest = await newestOf(db, first);
  return { bytes: await fetchObject(c.get("ctx").objects, digest), digest };
}

async function draft(c: Call, row: AgreementRow) {
  const { db, typesetter } = c.get("ctx");
  if (!typesetter)
    throw new Refusal("not-at-the-edge", "Drafts are typeset by the full service only.");
  const source = await readSource(db, row, row.text_version);
  const { digest } = await db
    .selectFrom("versions")
    .select("digest")
    .where("agreement", "=", row.id)
    .where("number", "=", row.text_version)
    .executeTakeFirstOrThrow();
  const bytes = await typesetter.draft(source, {
    terms: row.terms,
    id: row.id,
    date: row.updated_at.toISOString(),
    watermark: `${row.reference} · ${row.text_version}\nsha-256 ${digest}`,
  });
  return { bytes, digest: await sha256(bytes) };
}
