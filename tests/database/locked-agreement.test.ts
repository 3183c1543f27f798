import { Client as Session } from "pg";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { type Client, type Office, openOffice } from "#tests/support/office.ts";
import { circulate, draft } from "#tests/support/scenario.ts";

let office: Office;
let locked = "";
let other = "";
beforeAll(async () => {
  office = await openOffice({
    max: 16,
    limits: { statementMs: 6000, lockMs: 1000 },
    turns: { patienceMs: 20_000, maxWithoutSubject: 6 },
  });
  for (const id of [await draft(office), await draft(office)]) await circulate(office, id);
  [locked = "", other = ""] = await idsOf();
});
afterAll(() => office.close());

const idsOf = async () =>
  (await office.db.selectFrom("agreements").select("id").orderBy("reference").execute()).map(
    ({ id }) => id,
  );

/** Another session, such as a psql that somebody has left open, that keeps the agreement's row. */
async function keepLocked(id: string): Promise<{ letGo(): Promise<void> }> {
  const session = new Session({ connectionString: office.url });
  session.on("error", () => {});
  await session.connect();
  onTestFinished(() => session.end());
  await session.query("BEGIN");
  await session.query("SELECT FROM agreements WHERE id = $1 FOR UPDATE", [id]);
  return {
    letGo: async () => {
      await session.query("ROLLBACK");
    },
  };
}

async function waitForLock(): Promise<void> {
  const session = new Session({ connectionString: office.url });
  await session.connect();
  onTestFinished(() => session.end());
  const waiting = async () => {
    const { rowCount } = await session.query(`SELECT FROM pg_stat_activity
      WHERE datname = current_database() AND wait_event_type = 'Lock'`);
    return rowCount;
  };
  await expect.poll(waiting, { timeout: 30_000 }).toBeGreaterThan(0);
}

test("an agreement that is kept locked delays its own acts and nothing else", async () => {
  const officer = office.as("legal-officer");
  const parties = [office.as("representative", "KZ"), office.as("representative", "AE")];
  const digest = await digestOf(officer, locked);
  const otherDigest = await digestOf(officer, other);
  const { version } = await officer.get<{ version: number }>(`/agreements/${locked}`);
  const lock = await keepLocked(locked);
  const headers = { "If-Match": `"${version}"` };
  const approvals = Array.from({ length: 64 }, (_, n) =>
    (parties[n % 2] as Client).send("POST", `/agreements/${locked}/approvals`, { digest }, headers),
  );
  // That a file was handed out is kept in a row that refers to the agreement's, so it waits for the same lock.
  const downloads = Array.from({ length: 8 }, () =>
    officer.send("GET", `/agreements/${locked}/pdf?kind=draft`),
  );
  await waitForLock();

  const answers = await Promise.all([
    office.app.request("/healthz"),
    office.app.request("/readyz"),
    office.anyone.send("GET", "/register"),
    officer.send("GET", "/agreements"),
    officer.send("GET", `/agreements/${locked}`),
    officer.send("GET", "/waiting"),
    officer.send("POST", `/agreements/${other}/comments`, remark),
    parties[0]?.act(other, "approvals", { digest: otherDigest }),
  ]);
  expect(answers.map((answer) => answer?.status)).toEqual([200, 200, 200, 200, 200, 200, 201, 201]);
  const beforeRelease = await Promise.race([Promise.all(approvals), "still waiting"]);
  expect(beforeRelease).toBe("still waiting");
  await lock.letGo();

  const done = await Promise.all(approvals);
  for (const answer of done.filter(({ status }) => status === 503)) {
    expect(answer.headers.get("Retry-After")).toBe("2");
    expect(await answer.json()).toMatchObject({ type: "urn:depositary:problem:busy", status: 503 });
  }
  // The second approval of a party, and one of an older version, are refused as ever.
  expect(done.filter(({ status }) => ![201, 409, 412, 503].includes(status))).toEqual([]);
  const approved = done.filter(({ status }) => status === 201).length;
  const kept = await office.db
    .selectFrom("approvals")
    .select("party")
    .where("agreement", "=", locked)
    .execute();
  expect(kept).toHaveLength(approved);
  expect(new Set(kept.map(({ party }) => party)).size).toBe(approved);
  const handedOut = (await Promise.all(downloads)).map(({ status }) => status);
  expect(handedOut.filter((status) => status !== 200 && status !== 503)).toEqual([]);
  const noted = await office.db
    .selectFrom("downloads")
    .select("id")
    .where("agreement", "=", locked)
    .execute();
  expect(noted).toHaveLength(handedOut.filter((status) => status === 200).length);
});

test("an act that a lock outlasts is refused, and the same key succeeds once when it is gone", async () => {
  const emirates = office.as("representative", "AE");
  const digest = await digestOf(emirates, other);
  const { version } = await emirates.get<{ version: number }>(`/agreements/${other}`);
  const ask = (language = "en") =>
    emirates.send(
      "POST",
      `/agreements/${other}/approvals`,
      { digest },
      { "If-Match": `"${version}"`, "Idempotency-Key": "one", "Accept-Language": language },
    );
  const lock = await keepLocked(other);
  const refused = await ask("ru");
  expect([refused.status, refused.headers.get("Retry-After")]).toEqual([503, "2"]);
  expect(await refused.json()).toMatchObject({
    type: "urn:depositary:problem:busy",
    detail: expect.stringContaining("изменяют другие"),
  });
  await lock.letGo();
  for (const _ of ["once", "again"]) expect((await ask()).status).toBe(201);
  const kept = await office.db
    .selectFrom("approvals")
    .select("party")
    .where("agreement", "=", other)
    .where("party", "=", "AE")
    .execute();
  expect(kept).toHaveLength(1);
});

const remark = { language: "en", article: 1, body: "Please check." };

async function digestOf(client: Client, id: string): Promise<string> {
  return (await client.get<{ digest: string }>(`/agreements/${id}`)).digest;
}
