import { sql } from "kysely";
import { Pool } from "pg";
import { createAgreement } from "#src/agreements/text/create.ts";
import { demoAgreement } from "#src/cli/demo-agreement.ts";
import type { Context } from "#src/context.ts";
import { openCursorKey } from "#src/db/cursor.ts";
import type { Db } from "#src/db/db.ts";
import { openPrincipals } from "#src/db/pool.ts";
import { prepareDatabase } from "#src/db/prepare-database.ts";
import { owner, service } from "#src/db/principal.ts";
import { principalMacOf } from "#src/db/principal-mac.ts";
import { templatesFolder } from "#src/foundation.ts";
import { noLimits } from "#src/limits/rates.ts";
import { unobserved } from "#src/observe/observe.ts";
import { noOrigin } from "#src/observe/request-id.ts";
import { seedParties } from "#src/parties/seed.ts";
import { listPeople } from "#src/people/find.ts";
import type { Person } from "#src/people/person.ts";
import { seedDemoPeople } from "#src/people/seed-demo.ts";
import { publishTemplates } from "#src/templates/publish.ts";
import { readFolder } from "#src/text/read-folder.ts";
import { freshFolder } from "#tests/support/folder.ts";
import { nthId } from "./nth-id.ts";

export type Statement = { sql: string; parameters: readonly unknown[] };

export type Bench = {
  ctx: Context;
  /** The database as its owner. */
  db: Db;
  officer: Person;
  signatory: Person;
  /** The id of the nth agreement. */
  idOf(n: number): string;
  agreements: number;
  /** Set to see each statement that is sent. */
  watch: ((statement: Statement) => void) | null;
  statements: number;
  /** Gives each agreement as many more entries of evidence, beside those that it has. */
  age(entries: number): Promise<void>;
  close(): Promise<void>;
};

/** A database with agreements whose ids can be computed, and a context over it. */
export async function openBench(
  { ownerUrl, servingUrl }: { ownerUrl: string; servingUrl: string },
  { clients, agreements }: { clients: number; agreements: number },
): Promise<Bench> {
  const [owners, pool] = [ownerUrl, servingUrl].map((connectionString) => {
    const opened = new Pool({ connectionString, max: clients, pipeline: true });
    return opened.on("error", () => {});
  }) as [Pool, Pool];
  const bench: Pick<Bench, "watch"> = { watch: null };
  const mac = principalMacOf(servingUrl);
  const as = openPrincipals(pool, {
    sign: mac.sign,
    log: ({ query }) => bench.watch?.({ sql: query.sql, parameters: query.parameters }),
  });
  const db = openPrincipals(owners)(owner);
  await prepareDatabase({ ownerUrl, mac, queue: null });
  await seedParties(db);
  await publishTemplates(db, await readFolder(templatesFolder), new Date());
  const keys = freshFolder();
  await seedDemoPeople(db, keys.path, new Date());
  keys.remove();
  const people = await listPeople(db);
  const find = (role: string, party: string | null = null) => {
    const person = people.find(
      (one) => one.party === party && one.roles.some((has) => has === role),
    );
    if (!person) throw new Error(`No demo person is ${role}.`);
    return person;
  };
  let made = 0;
  const pile = { put: async () => "", get: async () => null, has: async () => false };
  const ctx: Context = {
    ...unobserved,
    origin: noOrigin,
    metricsToken: null,
    db: as(service),
    as,
    typesetter: null,
    mailer: null,
    page: async () => null,
    contract: null,
    publicUrl: null,
    provider: null,
    trustedProxies: 0,
    zone: "UTC",
    cursorKey: openCursorKey(as(service)),
    limits: noLimits,
    readiness: null,
    overTls: false,
    demo: null,
    keys: null,
    version: "0",
    now: () => new Date(),
    halted: () => null,
    id: () => nthId(++made),
    committed: () => {},
    objects: {
      ...pile,
      attached: { ...pile, remove: async () => {} },
      sweepDrafts: async () => 0,
      check: async () => {},
    },
  };
  const officer = find("legal-officer");
  const wanted = { ...demoAgreement, languages: ["en"] };
  for (let n = 0; n < agreements; n++) {
    await createAgreement(ctx, { person: officer, request: null }, wanted);
  }
  await sql`VACUUM ANALYZE`.execute(db);
  return Object.assign(bench, {
    ctx,
    db,
    officer,
    signatory: find("representative", "KZ"),
    idOf: nthId,
    agreements,
    statements: 0,
    age: async (entries: number) => {
      await sql`INSERT INTO evidence
          (agreement, seq, at, act, person, party, stage, detail, previous, hash)
        SELECT a.id, -n, a.created_at, 'approve', a.created_by, 'KZ', 'draft.editing', '{}',
          repeat('0', 64), repeat('0', 64)
        FROM agreements a, generate_series(1, ${entries}::integer) AS n`.execute(db);
      await sql`VACUUM ANALYZE`.execute(db);
    },
    close: async () => {
      await Promise.all([owners.end(), pool.end()]);
    },
  });
}
