import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readFacts } from "#src/agreements/facts.ts";
import { visibleTo } from "#src/agreements/scope.ts";
import { approve } from "#src/agreements/text/approve.ts";
import { checkIsolation, everybody, owner, principalOf, service } from "#src/db/principal.ts";
import { judgeAll } from "#tests/support/awaited.ts";
import { type Client, type Office, openOffice } from "#tests/support/office.ts";
import {
  bringToOriginal,
  circulate,
  draft,
  openForSigning,
  told,
} from "#tests/support/scenario.ts";

let office: Office;
const actors = {
  "a legal officer": () => office.as("legal-officer"),
  "the secretariat": () => office.as("secretariat"),
  "an archivist": () => office.as("archivist"),
  Kazakhstan: () => office.as("representative", "KZ"),
  "the Emirates": () => office.as("representative", "AE"),
  "Estonia, which takes part in nothing": () => office.as("representative", "EE"),
} satisfies Record<string, () => Client>;

beforeAll(async () => {
  office = await openOffice();
  const [circulated, approved, settled, signing] = await Promise.all([
    draft(office),
    draft(office, { parties: [{ code: "KZ" }, { code: "KR" }] }),
    draft(office),
    draft(office, { parties: [{ code: "AE" }, { code: "KR" }] }),
    draft(office),
  ]);
  await circulate(office, circulated);
  await circulate(office, approved);
  const { digest } = await readFacts(office.db, approved);
  await approve(office.ctx, await told(office, approved, office.as("representative", "KR")), {
    digest,
  });
  await bringToOriginal(office, settled);
  await openForSigning(office, signing);
  const body = { language: "en", article: 1, body: "A word.", audience: "own-party" };
  const kazakhstan = office.as("representative", "KZ");
  const said = await kazakhstan.send("POST", `/agreements/${circulated}/comments`, body);
  expect(said.status).toBe(201);
  const path = `/agreements/${circulated}/working-texts/en`;
  const officer = office.as("legal-officer");
  await sql`INSERT INTO proposals (id, agreement, verb, act, given, rule, person, at, expires_at)
    VALUES (${office.ctx.id()}, ${circulated}, 'giveNotice', '{}', '{}', 'dates-back',
      ${officer.person.id}, now(), now())`.execute(office.db);
  const kept = await officer.send("PUT", path, { markdown: "# New" }, { "If-Match": '"0"' });
  expect(kept.status).toBe(200);
  await judgeAll(office);
});
afterAll(() => office.close());

/** The tables that name an agreement, from the catalogue, so that none is forgotten. */
async function tablesOfAgreements(): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`SELECT table_name AS name
    FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'agreement'
    ORDER BY 1`.execute(office.db);
  return rows.map(({ name }) => name);
}

describe.each(Object.entries(actors))("asked as %s, the database", (_, actor) => {
  test("gives of every table the rows of the agreements that are seen, and no other", async () => {
    const { person } = actor();
    const db = office.ctx.as(principalOf(person));
    const seen = await office.db
      .selectFrom("agreements")
      .select("id")
      .where(visibleTo(person))
      .execute();
    const ids = new Set(seen.map(({ id }) => id));
    const own = await sql<{ id: string }>`SELECT id FROM agreements`.execute(db);
    expect(new Set(own.rows.map(({ id }) => id))).toEqual(ids);
    for (const table of await tablesOfAgreements()) {
      const all = sql<{ agreement: string }>`SELECT agreement FROM ${sql.table(table)}`;
      const [given, there] = [await all.execute(db), await all.execute(office.db)];
      const wanted = there.rows.filter(({ agreement }) => ids.has(agreement)).length;
      const hidden = await hiddenOf(table, person, wanted);
      expect([table, given.rows.length + hidden]).toEqual([table, wanted]);
      expect(given.rows.every(({ agreement }) => ids.has(agreement))).toBe(true);
    }
    const bodies = await sql<{ digest: string }>`SELECT digest FROM text_bodies`.execute(db);
    expect(bodies.rows.length > 0).toBe(ids.size > 0);
  });
});

/** How many rows are hidden from the person although the agreement is seen. */
async function hiddenOf(table: string, person: Client["person"], rows: number): Promise<number> {
  if (table !== "awaited_acts" || person.party === null) return hides(table, person) ? rows : 0;
  const others = await office.db
    .selectFrom("awaited_acts")
    .innerJoin("agreements", "agreements.id", "awaited_acts.agreement")
    .select("awaited_acts.party")
    .where("awaited_acts.party", "!=", person.party)
    .where(visibleTo(person))
    .execute();
  return others.length;
}

/** Of what is seen, too: a party's own threads, what the drafters are writing, and marks of the service's. */
function hides(table: string, { party, roles }: Client["person"]): boolean {
  if (table === "awaited_marks") return true;
  if (table === "working_texts") return !roles.includes("legal-officer");
  if (table === "proposals")
    return !roles.some((role) => role !== "representative" && role !== "archivist");
  return table === "threads" && party !== "KZ";
}

test("every table of an agreement has policies that hold for its owner too", async () => {
  const { rows } = await sql<{ name: string }>`SELECT relname AS name FROM pg_class
    WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
      AND NOT (relrowsecurity AND relforcerowsecurity) ORDER BY 1`.execute(office.db);
  const open = new Set(rows.map(({ name }) => name));
  expect((await tablesOfAgreements()).filter((name) => open.has(name))).toEqual([]);
});

test("a party writes nothing in another's name, whatever the application lets it", async () => {
  const kazakhstan = office.as("representative", "KZ").person;
  const db = office.ctx.as(principalOf(kazakhstan));
  const { rows } = await sql<{ id: string; n: number }>`SELECT id, text_version AS n
    FROM agreements WHERE stage_name = 'review.circulated' LIMIT 1`.execute(db);
  const approving = (party: string) =>
    sql`INSERT INTO approvals
    (agreement, number, party, person, digest, at)
    VALUES (${rows[0]?.id}, ${rows[0]?.n}, ${party}, ${kazakhstan.id}, 'x', now())`.execute(db);
  await expect(approving("AE")).rejects.toThrow(/row-level security/);
  await expect(approving("KZ")).resolves.toBeDefined();
});

test("nobody who asks over the network deletes a record or shapes the database", async () => {
  const db = office.ctx.as(principalOf(office.as("legal-officer").person));
  for (const statement of [
    "DELETE FROM evidence",
    "DELETE FROM agreements",
    "TRUNCATE signatures",
    "ALTER TABLE agreements DISABLE ROW LEVEL SECURITY",
    "DROP POLICY of_askers ON agreements",
    "DELETE FROM kysely_migration",
    "UPDATE kysely_migration SET name = name",
    "SELECT * FROM kysely_migration_lock",
  ]) {
    await expect(sql.raw(statement).execute(db)).rejects.toThrow(/permission denied|must be owner/);
  }
});

test("the public reads the register's views and nothing else", async () => {
  const db = office.ctx.as(everybody);
  expect((await sql`SELECT * FROM agreements`.execute(db)).rows).toEqual([]);
  expect((await sql`SELECT * FROM evidence`.execute(db)).rows).toEqual([]);
  for (const table of ["public.agreements", "public.people", "public.evidence", "approvals"]) {
    const reading = sql.raw(`SELECT * FROM ${table}`).execute(db);
    await expect(reading).rejects.toThrow(/permission denied|does not exist/);
  }
});

test("who has not signed in is given no agreement", async () => {
  const db = office.ctx.as(principalOf(null));
  expect((await sql`SELECT id FROM agreements`.execute(db)).rows).toEqual([]);
  expect((await sql`SELECT seq FROM evidence`.execute(db)).rows).toEqual([]);
});

test("the service does not start under a role that policies do not bind", async () => {
  await expect(checkIsolation(office.ctx.as(service))).resolves.toBeUndefined();
  await expect(checkIsolation(office.ctx.as(owner))).rejects.toThrow("does not keep parties apart");
  const { rows } =
    await sql`SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
    AND has_any_column_privilege(oid, 'SELECT, INSERT, UPDATE, REFERENCES')`.execute(
      office.ctx.as(owner),
    );
  expect(rows).toEqual([]);
});

test("one connection that serves all in turn gives each what is theirs", async () => {
  const small = await openOffice({ max: 1 });
  try {
    const own = await draft(small);
    await circulate(small, own);
    const clients = [
      [small.as("representative", "KZ"), 200],
      [small.as("representative", "EE"), 404],
      [small.as("legal-officer"), 200],
      [small.as("archivist"), 404],
      [small.anyone, 401],
    ] as const;
    const asked = Array.from({ length: 500 }, (_, n) => clients[(n * 7 + (n >> 3)) % 5]);
    const answers = await Promise.all(
      asked.map(async (one) => {
        const answer = await one?.[0].send("GET", `/agreements/${own}`);
        return answer?.status === one?.[1];
      }),
    );
    expect(answers.filter((right) => !right)).toEqual([]);
  } finally {
    await small.close();
  }
});
