import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { fireDeadlines } from "#src/agreements/service/fire-deadlines.ts";
import { reportTypeset } from "#src/agreements/service/report-typeset.ts";
import { openSigning } from "#src/agreements/signing/open-signing.ts";
import { type Office, openOffice } from "#tests/support/office.ts";
import { codeOf } from "#tests/support/problem.ts";
import {
  bringToOriginal,
  draft,
  openForSigning,
  shownOriginal,
  shownOriginals,
  signFor,
  told,
} from "#tests/support/scenario.ts";

let office: Office;
let time: Date;

beforeAll(async () => {
  office = await openOffice();
  office.ctx.now = () => time;
});
beforeEach(() => {
  time = new Date();
});
afterAll(() => office.close());

const later = (minutes: number) => new Date(time.getTime() + minutes * 60_000);

async function stageOf(id: string): Promise<string> {
  const row = await office.db
    .selectFrom("agreements")
    .select("stage_name")
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  return row.stage_name;
}

test("an agreement that not all have signed in time lapses, once", async () => {
  const id = await draft(office);
  await openForSigning(office, id, later(60));
  await signFor(office, id, "KZ");
  expect(await fireDeadlines(office.ctx)).toBe(0);
  time = later(60);
  await Promise.all([fireDeadlines(office.ctx), fireDeadlines(office.ctx)]);
  expect(await fireDeadlines(office.ctx)).toBe(0);
  expect(await stageOf(id)).toBe("lapsed");
  const closings = await office.db
    .selectFrom("evidence")
    .select("seq")
    .where("agreement", "=", id)
    .where("act", "=", "close-signing")
    .execute();
  expect(closings).toHaveLength(1);
});

test("after the end nobody signs, also before the sweep has come round", async () => {
  const id = await draft(office);
  await openForSigning(office, id, later(10));
  time = later(10);
  const asked = await office.as("representative", "KZ").act(id, "signatures", {
    original: shownOriginal,
    binding: false,
  });
  expect([asked.status, codeOf(await asked.json())]).toEqual([409, "signing-closed"]);
  const { acts } = await office
    .as("representative", "KZ")
    .get<{ acts: { act: string; allowed: boolean }[] }>(`/agreements/${id}`);
  expect(acts.find(({ act }) => act === "sign")?.allowed).toBe(false);
});

test("the last signature in time wins, and the deadline asks for nothing more", async () => {
  const id = await draft(office);
  await openForSigning(office, id, later(10));
  for (const party of ["KZ", "AE"]) await signFor(office, id, party);
  time = later(11);
  await fireDeadlines(office.ctx);
  expect(await fireDeadlines(office.ctx)).toBe(0);
  expect(await stageOf(id)).toBe("sign.sealing");
});

test("an agreement that has returned to negotiation is not ended by its old deadline", async () => {
  const id = await draft(office);
  await openForSigning(office, id, later(10));
  const reason = "One more reading.";
  await office.as("representative", "AE").act(id, "change-requests", { reason });
  time = later(11);
  await fireDeadlines(office.ctx);
  expect(await stageOf(id)).toBe("review.reconciling");
});

test("both officers set the same end, which lies ahead and carries its offset", async () => {
  const id = await draft(office);
  await bringToOriginal(office, id);
  await reportTypeset(office.ctx, { agreement: id, number: 1, originals: shownOriginals });
  const [first, second] = [office.as("legal-officer"), office.as("legal-officer", null, 1)];
  const past = await first.act(id, "signing", { closesAt: "2020-01-01T00:00:00+05:00" });
  expect(past.status).toBe(400);
  const bare = await first.act(id, "signing", { closesAt: "2040-01-01T00:00:00" });
  expect(bare.status).toBe(400);
  expect((await first.act(id, "signing", { closesAt: "2040-01-01T00:00:00+05:00" })).status).toBe(
    201,
  );
  const other = await second.act(id, "signing", { closesAt: "2040-01-02T00:00:00+05:00" });
  expect(codeOf(await other.json())).toBe("other-signing-plan");
  const same = await second.act(id, "signing", { closesAt: "2039-12-31T19:00:00Z" });
  expect([same.status, await stageOf(id)]).toEqual([201, "sign.open"]);
  await expect(
    openSigning(office.ctx, await told(office, id, first), { closesAt: null }),
  ).rejects.toThrow("not in a stage");
});
