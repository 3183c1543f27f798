import { afterAll, beforeAll, expect, test } from "vitest";
import { sign } from "#src/agreements/signing/sign.ts";
import { withdraw } from "#src/agreements/text/withdraw.ts";
import { trials } from "#tests/support/length.ts";
import { type Office, openOffice } from "#tests/support/office.ts";
import { codeOf } from "#tests/support/problem.ts";
import {
  circulate,
  draft,
  openForSigning,
  shownOriginal,
  signFor,
  told,
} from "#tests/support/scenario.ts";

let office: Office;

beforeAll(async () => {
  office = await openOffice({ max: 20 });
});
afterAll(() => office.close());

const reason = "The ministry has asked for another year.";

async function stageOf(id: string): Promise<string> {
  const row = await office.db
    .selectFrom("agreements")
    .select("stage_name")
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  return row.stage_name;
}

async function put(id: string, text: string): Promise<void> {
  const officer = office.as("legal-officer");
  const { version } = await officer.get<{ version: number }>(`/agreements/${id}`);
  const headers = { "Content-Type": "text/markdown", "If-Match": `"${version}"` };
  const answer = await officer.send("PUT", `/agreements/${id}/texts/en`, text, headers);
  expect(answer.status).toBe(200);
}

test("a decline during signing returns the agreement to negotiation with all on record", async () => {
  const id = await draft(office);
  await openForSigning(office, id);
  await signFor(office, id, "KZ");
  const declined = await office.as("representative", "AE").act(id, "declinations", { reason });
  expect(declined.status).toBe(201);
  expect(await stageOf(id)).toBe("review.reconciling");
  const kept = await office.db
    .selectFrom("signatures")
    .select("party")
    .where("agreement", "=", id)
    .execute();
  expect(kept).toEqual([{ party: "KZ" }]);

  await put(id, "# Memorandum\n\n## Purpose\n\nA new text.\n");
  const officer = office.as("legal-officer");
  expect((await officer.act(id, "submissions")).status).toBe(201);
  const { parties } = await officer.get<{ parties: { code: string; signed: string | null }[] }>(
    `/agreements/${id}`,
  );
  expect(parties.map(({ signed }) => signed)).toEqual([null, null]);
  const { digest } = await officer.get<{ digest: string }>(`/agreements/${id}`);
  const again = await office.as("representative", "KZ").act(id, "approvals", { digest });
  expect(again.status).toBe(201);
});

test("changes may still be asked for while signing is open", async () => {
  const id = await draft(office);
  await openForSigning(office, id);
  const asked = await office.as("representative", "KZ").act(id, "change-requests", { reason });
  expect([asked.status, await stageOf(id)]).toEqual([201, "review.reconciling"]);
});

test("an agreement is withdrawn by two officers, and nothing can be done to it any more", async () => {
  const id = await draft(office);
  await circulate(office, id);
  const first = await office.as("legal-officer").act(id, "withdrawal", { reason });
  expect([first.status, await stageOf(id)]).toEqual([201, "review.circulated"]);
  const twice = await office.as("legal-officer").act(id, "withdrawal", { reason });
  expect(codeOf(await twice.json())).toBe("already-withdrawn-by-you");
  const second = await office.as("legal-officer", null, 1).act(id, "withdrawal", { reason });
  expect([second.status, await stageOf(id)]).toEqual([201, "withdrawn"]);
  const { acts } = await office.as("legal-officer").get<{ acts: unknown[] }>(`/agreements/${id}`);
  expect(acts).toEqual([]);
  const late = await office.as("representative", "KZ").act(id, "declinations", { reason });
  expect(late.status).toBe(409);
});

test("once a party has signed, withdrawal needs the recorded agreement of all who have", async () => {
  const id = await draft(office);
  await openForSigning(office, id);
  await signFor(office, id, "KZ");
  const officers = [office.as("legal-officer"), office.as("legal-officer", null, 1)];
  const early = await office.as("legal-officer").act(id, "withdrawal", { reason });
  expect(codeOf(await early.json())).toBe("consent-stands");
  const stranger = await office.as("representative", "AE").act(id, "withdrawal-agreements");
  expect(codeOf(await stranger.json())).toBe("not-signed");
  expect((await office.as("representative", "KZ").act(id, "withdrawal-agreements")).status).toBe(
    201,
  );
  for (const officer of officers) {
    expect((await officer.act(id, "withdrawal", { reason })).status).toBe(201);
  }
  expect(await stageOf(id)).toBe("withdrawn");
});

test("a last signature and a withdrawal at the same instant: one wins, never both", async () => {
  const count = trials({ short: 24, long: 1000 });
  const won = { signature: 0, withdrawal: 0 };
  for (let n = 0; n < count; n++) {
    const id = await draft(office);
    await openForSigning(office, id);
    const [first, second] = [office.as("legal-officer"), office.as("legal-officer", null, 1)];
    await withdraw(office.ctx, await told(office, id, first), { reason });
    const officer = await told(office, id, second);
    const signatory = await told(office, id, office.as("representative", "KZ"));
    const signs = () =>
      sign(office.ctx, signatory, {
        original: shownOriginal,
        method: "account",
        as: "definitive",
        binding: false,
      });
    // Each is called first in every second race, so that each wins some.
    const early = n % 2 === 0 ? signs() : null;
    const withdrawal = withdraw(office.ctx, officer, { reason });
    const results = await Promise.allSettled([early ?? signs(), withdrawal]);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const stage = await stageOf(id);
    expect(stage).toBe(results[0]?.status === "fulfilled" ? "sign.open" : "withdrawn");
    won[stage === "withdrawn" ? "withdrawal" : "signature"]++;
  }
  expect(Math.min(won.signature, won.withdrawal), JSON.stringify(won)).toBeGreaterThan(0);
});

test("a party that is removed loses sight of the agreement at its next request", async () => {
  const id = await draft(office, { parties: [{ code: "KZ" }, { code: "AE" }, { code: "US" }] });
  await circulate(office, id);
  const states = office.as("representative", "US");
  expect((await states.send("GET", `/agreements/${id}`)).status).toBe(200);
  expect((await states.act(id, "declinations", { reason })).status).toBe(201);
  const remaining = { parties: [{ code: "AE" }, { code: "KZ" }] };
  const changed = await office.as("legal-officer").act(id, "party-changes", remaining);
  expect(changed.status).toBe(201);
  expect((await states.send("GET", `/agreements/${id}`)).status).toBe(404);
  const { parties } = await office
    .as("legal-officer")
    .get<{ parties: { code: string; signatory: unknown }[] }>(`/agreements/${id}`);
  expect(parties.map(({ code, signatory }) => [code, signatory !== null])).toEqual([
    ["KZ", true],
    ["AE", true],
  ]);
  const alone = await office
    .as("legal-officer")
    .act(id, "party-changes", { parties: [{ code: "KZ" }] });
  expect([alone.status, codeOf(await alone.json())]).toEqual([422, "too-few-parties"]);
});

test("wording in a party's brackets is not circulated, and is named by its place", async () => {
  const id = await draft(office);
  await put(id, "# Memorandum\n\n## Purpose\n\nTo cooperate [KZ: closely] and well.\n");
  const early = await office.as("legal-officer").act(id, "submissions");
  const problem = await early.json();
  expect([early.status, codeOf(problem)]).toEqual([409, "open-brackets"]);
  expect(problem.errors).toEqual([
    { pointer: "/texts/en", detail: "[KZ: closely]", line: 5, column: 14 },
  ]);
  await put(id, "# Memorandum\n\n## Purpose\n\nTo cooperate closely and well.\n");
  expect((await office.as("legal-officer").act(id, "submissions")).status).toBe(201);
});
