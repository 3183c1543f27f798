import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { awaitedActs } from "#src/agreements/awaited/judge-awaited.ts";
import { keepAwaited } from "#src/agreements/awaited/keep-awaited.ts";
import { nextLook } from "#src/agreements/awaited/next-look.ts";
import { readJudged } from "#src/agreements/awaited/read-judged.ts";
import { readFacts } from "#src/agreements/facts.ts";
import { stageOf } from "#src/agreements/stage-of.ts";
import { demoPeople } from "#src/people/demo-people.ts";
import { judgeAll, markAll, type WaitingRow, waitingFor } from "#tests/support/awaited.ts";
import { addDemoAgreements } from "#tests/support/demo-office.ts";
import { trials } from "#tests/support/length.ts";
import { type Client, type Office, openOffice } from "#tests/support/office.ts";
import { circulate, draft } from "#tests/support/scenario.ts";

let office: Office;
beforeAll(async () => {
  office = await openOffice();
  await addDemoAgreements(office);
});
afterAll(() => office.close());

/** Everyone who has an account. */
function everyone(): Client[] {
  const count = new Map<string, number>();
  return demoPeople.map(({ role, party }) => {
    const nth = count.get(`${role} ${party}`) ?? 0;
    count.set(`${role} ${party}`, nth + 1);
    return office.as(role, party, nth);
  });
}

async function allWaiting(): Promise<Record<string, WaitingRow[]>> {
  const each = await Promise.all(
    everyone().map(async (who) => [who.person.email, await waitingFor(who)] as const),
  );
  return Object.fromEntries(each);
}

const idsOf = async () =>
  (await office.db.selectFrom("agreements").select("id").execute()).map(({ id }) => id);

test("what was kept says to everyone what judging each agreement for them says", async () => {
  await markAll(office);
  const judged = await allWaiting();
  await judgeAll(office);
  expect(await allWaiting()).toEqual(judged);
  const acts = new Set(Object.values(judged).flatMap((rows) => rows.map(({ act }) => act)));
  expect([...acts].sort()).toEqual(
    expect.arrayContaining(["approve", "certify", "ingest", "sign", "submit"]),
  );
});

test("between two looks nothing else waits, though time passes", async () => {
  const from = Date.now();
  for (const { row, facts, copies } of await readJudged(office.db, await idsOf())) {
    const stage = stageOf(row);
    const waits = (at: Date) => awaitedActs({ stage, facts, copies }, at);
    let at = new Date(from);
    for (let looks = 0; looks < 12; looks++) {
      const next = nextLook(facts, at) ?? new Date(at.getTime() + 3e12);
      const now = waits(at);
      const span = next.getTime() - at.getTime();
      for (const share of [0.001, 0.37, 0.7]) {
        expect(waits(new Date(at.getTime() + Math.floor(span * share)))).toEqual(now);
      }
      expect(waits(new Date(next.getTime() - 1))).toEqual(now);
      at = next;
    }
  }
});

test("when a window closes, nobody is awaited to sign any more, though nobody has acted", async () => {
  await judgeAll(office);
  const open = await sql<{ agreement: string; due: Date }>`
    SELECT agreement, due FROM awaited_acts WHERE act = 'sign' AND due IS NOT NULL LIMIT 1`.execute(
    office.db,
  );
  const [found] = open.rows;
  if (!found) throw new Error("No demo agreement is open until a time.");
  const signing = () =>
    office.db
      .selectFrom("awaited_acts")
      .select("party")
      .where("agreement", "=", found.agreement)
      .where("act", "=", "sign")
      .execute();
  await judgeAll(office, new Date(found.due.getTime() - 1));
  expect(await signing()).not.toEqual([]);
  await judgeAll(office, found.due);
  expect(await signing()).toEqual([]);
  await markAll(office);
});

test("a signatory who is suspended leaves a party that is awaited to name another", async () => {
  const id = await draft(office, { parties: [{ code: "KZ" }, { code: "AE" }] });
  await circulate(office, id);
  await judgeAll(office);
  const kz = office.as("representative", "KZ");
  const ae = office.as("representative", "AE");
  const waits = async (who: Client) =>
    (await waitingFor(who)).flatMap(({ agreement, act }) => (agreement === id ? [act] : []));
  expect(await waits(ae)).toEqual(["approve"]);
  await sql`UPDATE agreement_parties SET signatory = ${kz.person.id}
    WHERE agreement = ${id} AND party = 'AE'`.execute(office.db);
  await sql`UPDATE people SET state = 'suspended' WHERE id = ${kz.person.id}`.execute(office.db);
  expect(await waits(ae)).toEqual(["designate", "approve"]);
  await judgeAll(office);
  expect(await waits(ae)).toEqual(["designate", "approve"]);
  await sql`UPDATE people SET state = 'active' WHERE id = ${kz.person.id}`.execute(office.db);
});

test("a keeper that is killed leaves every mark, and the next one does its work", async () => {
  await markAll(office);
  const before = await allWaiting();
  const kept = () =>
    office.db.selectFrom("awaited_acts").selectAll().orderBy("agreement").orderBy("act").execute();
  const was = await kept();
  const killed = office.ctx.db.transaction().execute(async (tx) => {
    // The keeper's own transaction becomes a part of this one, which then fails.
    const within = Object.assign(Object.create(tx), {
      transaction: () => ({ execute: (does: (inner: typeof tx) => unknown) => does(tx) }),
    });
    await keepAwaited(within, { at: new Date(), failed: () => {} });
    throw new Error("killed");
  });
  await expect(killed).rejects.toThrow("killed");
  expect(await kept()).toEqual(was);
  await judgeAll(office);
  expect(await allWaiting()).toEqual(before);
});

test("one process keeps at a time, on all machines", async () => {
  await markAll(office);
  await judgeAll(office);
  await markAll(office);
  const both = await Promise.all(
    [1, 2].map(() => keepAwaited(office.ctx.db, { at: new Date(), failed: () => {} })),
  );
  expect(Math.min(...both)).toBe(0);
  await judgeAll(office);
});

test("acts that race with the keepers leave every row as the law has it", async () => {
  const count = trials({ short: 24, long: 400 });
  const ids: string[] = [];
  for (let made = 0; made < count; made++) ids.push(await draft(office));
  let racing = true;
  const keepers = [1, 2].map(async () => {
    while (racing) {
      await keepAwaited(office.ctx.db, { at: new Date(), failed: () => {} });
      await new Promise(setImmediate);
    }
  });
  const goes = async (id: string) => {
    await circulate(office, id);
    const { digest } = await readFacts(office.db, id);
    await Promise.all(
      ["KZ", "AE"].map((party) =>
        office.as("representative", party).act(id, "approvals", { digest }),
      ),
    );
  };
  while (ids.length > 0) await Promise.all(ids.splice(0, 8).map(goes));
  racing = false;
  await Promise.all(keepers);
  await judgeAll(office);
  const rows = () => office.db.selectFrom("awaited_acts").selectAll();
  const sorted = async () => (await rows().execute()).map((row) => JSON.stringify(row)).sort();
  const raced = await sorted();
  await markAll(office);
  await judgeAll(office);
  expect(await sorted()).toEqual(raced);
});

test("if more has changed than a request judges, the list says so until it is judged", async () => {
  for (let made = 0; made < 55; made++) await draft(office);
  const officer = office.as("legal-officer");
  const list = () => officer.get<{ upToDate: boolean; items: WaitingRow[] }>("/waiting");
  const behind = await list();
  expect(behind.upToDate).toBe(false);
  await judgeAll(office);
  const after = await list();
  expect(after.upToDate).toBe(true);
  expect(after.items.length).toBeGreaterThan(behind.items.length);
});

test("an agreement that the law cannot judge is told, and holds up no other", async () => {
  const [broken] = await idsOf();
  await sql`UPDATE agreements SET stage = '"nowhere"' WHERE id = ${broken}`.execute(office.db);
  const told: string[] = [];
  await markAll(office);
  const failed = (agreement: string) => void told.push(agreement);
  while ((await keepAwaited(office.ctx.db, { at: new Date(), failed })) > 0);
  expect(told).toEqual([broken]);
});
