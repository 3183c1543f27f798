import { createRoute, z } from "@hono/zod-openapi";
import { readPublicFacts } from "#src/agreements/facts.ts";
import { registeredReservations } from "#src/agreements/read/registered-reservations.ts";
import { type FoundText, foundTexts } from "#src/agreements/text/found-texts.ts";
import { recordDownload } from "#src/archive/record-download.ts";
import { type Registered, readHeadings, readRegister } from "#src/archive/register.ts";
import { readRegisterDetails } from "#src/archive/register-entry.ts";
import { countRegister } from "#src/archive/register-statistics.ts";
import { registeredProcedures } from "#src/archive/registered-procedures.ts";
import type { Db } from "#src/db/db.ts";
import { everybody } from "#src/db/principal.ts";
import { Refusal } from "#src/errors.ts";
import type { Given } from "#src/text/language/given.ts";
import { civilDate } from "#workflows/civil-date.ts";
import { publicClaims } from "#workflows/claims.ts";
import { publicLater } from "#workflows/ending-facts.ts";
import type { StatementView } from "#workflows/statements.ts";
import { publicSuspensions } from "#workflows/suspensions.ts";
import { words } from "../agreements/agreement-list.ts";
import { type Api, answer, type Call } from "../api/api.ts";
import { acceptedLanguage } from "../api/choose-language.ts";
import { byId, json, language, partyCode, problems } from "../api/contract.ts";
import { cursor, limit, nextCursor, readCursor } from "../api/paging.ts";
import { areas } from "../api/schemas.ts";
import { fetchObject, sendFile } from "../api/send-file.ts";
import { InRegister, RegisterEntry, Statistics } from "./register-schemas.ts";

const about = { tags: ["Register"], method: "get" as const };

const list = createRoute({
  ...about,
  path: "/register",
  summary: "The published agreements, newest first; open to all",
  request: {
    query: z.strictObject({
      q: words.optional(),
      party: partyCode.optional(),
      area: z.enum(areas).optional(),
      goal: z.coerce.number().int().min(1).max(17).optional(),
      language: language.optional(),
      year: z.coerce.number().int().min(1000).max(9999).optional(),
      cursor,
      limit,
    }),
  },
  responses: {
    200: {
      description: "A page of the register",
      ...json(z.object({ items: z.array(InRegister), next: z.string().nullable() })),
    },
    ...problems(400),
  },
});

const statistics = createRoute({
  ...about,
  path: "/register/statistics",
  summary:
    "Published agreements by party, area, goal and year, and who is party with whom; open to all",
  responses: {
    200: { description: "May be kept for five minutes", ...json(Statistics) },
    304: { description: "Unchanged" },
    ...problems(400),
  },
});

const read = createRoute({
  ...about,
  path: "/register/{id}",
  summary: "One published agreement, with its texts and where each party stands; open to all",
  request: { params: byId },
  responses: { 200: { description: "The entry", ...json(RegisterEntry) }, ...problems(400, 404) },
});

const pdf = createRoute({
  ...about,
  path: "/register/{id}/pdf",
  summary: "The sealed PDF of a published agreement, or one party's own; open to all",
  request: {
    params: byId,
    query: z.strictObject({
      party: z
        .string()
        .max(20)
        .optional()
        .meta({ description: "Whose original, or whose note in an exchange; the first if absent" }),
    }),
  },
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

/** Routes for the public register. Every request reads it under the public's role. */
export function register(api: Api): void {
  api.openapi(list, async (c) => {
    const db = c.get("ctx").as(everybody);
    const { cursor: _, limit, ...filter } = c.req.valid("query");
    const page = { cursor: await readCursor(c), limit: limit + 1 };
    const rows = await readRegister(db, filter, page);
    const places = rows.map(({ id, published_at: at }) => ({ id, at }));
    const shown = rows.slice(0, limit);
    const language = acceptedLanguage(c) ?? "en";
    const wanted = filter.q ? { asked: filter.q, language } : null;
    const found = wanted ? await findIn(db, shown, wanted) : new Map<string, FoundText>();
    const items = shown.map((row) => viewInList(row, found.get(row.id)));
    return c.json({ items, next: await nextCursor(c, places, limit) }, 200);
  });
  api.openapi(statistics, async (c) => {
    c.header("Cache-Control", "public, max-age=300");
    return c.json(await countRegister(c.get("ctx").as(everybody)), 200);
  });
  api.openapi(read, async (c) => c.json(await viewEntry(c, c.req.valid("param").id), 200));
  api.openapi(pdf, async (c) => {
    const { db, now } = c.get("ctx");
    const { id, digest: first, reference } = await entry(c, c.req.valid("param").id);
    const { party } = c.req.valid("query");
    const digest = party === undefined ? first : await digestOf(c, id, party);
    const bytes = await fetchObject(c.get("ctx").objects, digest);
    const person = c.get("person")?.id ?? null;
    await recordDownload(db, { agreement: id, kind: "sealed", digest, person, at: now() });
    const name = `${[reference, party ?? []].flat().join("-")}.pdf`;
    return answer(sendFile(c, { bytes, digest, type: "application/pdf", name, shared: true }));
  });
}

async function findIn(
  db: Db,
  shown: Registered[],
  wanted: { asked: string; language: string },
): Promise<Map<string, FoundText>> {
  const said = await readHeadings(db, shown);
  const searched = shown.map((one) => {
    const { words, headings } = said.get(one.id) ?? {};
    return { ...one, around: { given: words as Given | undefined, headings } };
  });
  return foundTexts(db, searched, wanted);
}

async function entry(c: Call, id: string): Promise<Registered> {
  const [found] = await readRegister(c.get("ctx").as(everybody), { id }, { limit: 1 });
  if (!found) throw new Refusal("not-found", "The register has no such agreement.");
  return found;
}

/** The party's own sealed original: by the alternat, or its note in an exchange (VCLT article 13). */
async function digestOf(c: Call, id: string, party: string): Promise<string> {
  const details = await readRegisterDetails(c.get("ctx").as(everybody), id);
  const own = details?.originals.find(({ original }) => original === party);
  if (!own) throw new Refusal("not-found", "The party has no sealed original of its own.");
  return own.digest;
}

function viewInList(row: Registered, found?: FoundText): z.infer<typeof InRegister> {
  const { parties, ...rest } = described(row);
  return {
    ...rest,
    parties: parties.map(({ signed, ...party }) => ({ ...party, signed: instant(signed) })),
    ...(found && { found }),
  };
}

async function viewEntry(c: Call, id: string): Promise<z.infer<typeof RegisterEntry>> {
  const row = await entry(c, id);
  const ctx = c.get("ctx");
  const db = ctx.as(everybody);
  const details = await readRegisterDetails(db, id);
  const facts = await readPublicFacts(db, id);
  if (!details || !facts) {
    throw new Refusal("not-found", "The register has no such agreement.");
  }
  const reservations = await registeredReservations(db, id, { facts, now: ctx.now() });
  const procedures = await registeredProcedures(db, id);
  return {
    ...described(row),
    ...details,
    words: details.words as Given,
    reservations,
    laterBetween: publicLater(facts),
    suspensions: publicSuspensions(facts.suspensions),
    claims: publicClaims(facts),
    procedures,
    parties: details.parties.map(({ signed, ...party }) => ({
      ...party,
      signed: instant(signed?.at ?? null),
      signedOn: signed?.on ?? signedBySuccession(party.statements),
      signedAs: signed?.as ?? null,
    })),
  };
}

/** The day of a succession to the predecessor's signature (Vienna Convention of 1978, article 37). */
function signedBySuccession(statements: StatementView[]): string | null {
  return (
    statements.find(({ act, said }) => act === "succeed" && said.to === "signature")?.on ?? null
  );
}

function described({ published_at, signed_on, ...row }: Registered) {
  return {
    ...row,
    signedOn: signed_on,
    publishedAt: published_at.toISOString(),
    publishedOn: civilDate(published_at.toISOString(), row.zone),
    pdf: `/api/v1/register/${row.id}/pdf`,
  };
}

function instant(at: string | null): string | null {
  return at && new Date(at).toISOString();
}
