import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readFacts } from "#src/agreements/facts.ts";
import type { TermsView } from "#src/agreements/read/view-terms.ts";
import { type Client, type Office, openOffice } from "#tests/support/office.ts";
import { codeOf } from "#tests/support/problem.ts";
import { circulate, draft } from "#tests/support/scenario.ts";
import type { Terms } from "#workflows/terms.ts";

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

const first = () => office.as("legal-officer");
const second = () => office.as("legal-officer", null, 1);
const kazakhstan = () => office.as("representative", "KZ");
const reason = "The annex defines the month as thirty days.";

const terms = (id: string, reader: Client = first()) =>
  reader.get<TermsView>(`/agreements/${id}/terms`);
const codeFrom = async (answer: Response) => codeOf((await answer.json()) as { type: string });

/** A memorandum whose text gives six months of notice and whose terms give three. */
async function draftUnlike(): Promise<string> {
  const id = await draft(office);
  await changeTerms(id, { withdrawal: { months: 3 } });
  return id;
}

async function changeTerms(id: string, change: Partial<Terms>): Promise<void> {
  const { terms: now } = await terms(id);
  const answer = await first().act(id, "versions", { terms: { ...now, ...change } });
  expect(answer.status).toBe(201);
}

async function approved(id: string): Promise<string> {
  await circulate(office, id);
  const { digest, parties } = await readFacts(office.db, id);
  for (const party of parties) {
    const answer = await office.as("representative", party).act(id, "approvals", { digest });
    expect(answer.status).toBe(201);
  }
  return digest;
}

const dismiss = (by: Client, id: string, difference: string) =>
  by.act(id, "difference-dismissals", { difference, reason });

describe("terms and words that differ", () => {
  test("are found when the version is saved, with the article and the words", async () => {
    const { differences } = await terms(await draftUnlike());
    expect(differences).toEqual([
      expect.objectContaining({ term: "withdrawal", language: "en", open: true, dismissals: [] }),
    ]);
    const [one] = differences;
    expect(one?.detail).toMatch(/6|six/);
    expect(one?.found.join(" ")).toContain("six months");
    expect(one?.article).toBeGreaterThan(0);
  });

  test("none is found in an agreement as its template made it", async () => {
    expect((await terms(await draft(office))).differences).toEqual([]);
  });

  test("are named in the reader's language", async () => {
    const id = await draftUnlike();
    const answer = await first().send("GET", `/agreements/${id}/terms`, undefined, {
      "Accept-Language": "ru",
    });
    const { differences } = (await answer.json()) as TermsView;
    expect(differences[0]?.detail).toMatch(/[а-я]/);
  });

  test("are gone when the terms are mended", async () => {
    const id = await draftUnlike();
    await changeTerms(id, { withdrawal: { months: 6 } });
    expect((await terms(id)).differences).toEqual([]);
  });
});

describe("an open difference", () => {
  test("lets the text circulate and be approved, and stops its authentication", async () => {
    const id = await draftUnlike();
    const digest = await approved(id);
    const refused = await first().act(id, "authentication", { digest });
    expect([refused.status, await codeFrom(refused)]).toEqual([409, "difference-open"]);
  });

  test("is closed by two officers, each with a reason", async () => {
    const id = await draftUnlike();
    const digest = await approved(id);
    const key = (await terms(id)).differences[0]?.key ?? "";
    expect((await dismiss(first(), id, key)).status).toBe(201);
    expect(await codeFrom(await dismiss(first(), id, key))).toBe("already-dismissed-by-you");
    expect((await terms(id)).differences[0]?.open).toBe(true);
    expect(await codeFrom(await first().act(id, "authentication", { digest }))).toBe(
      "difference-open",
    );
    expect((await dismiss(second(), id, key)).status).toBe(201);
    expect(await codeFrom(await dismiss(second(), id, key))).toBe("difference-not-open");
    for (const officer of [first(), second()]) {
      expect((await officer.act(id, "authentication", { digest })).status).toBe(201);
    }
    const { stage } = await first().get<{ stage: string }>(`/agreements/${id}`);
    expect(stage).toBe("sign.authenticated");
  });

  test("waits for each officer who has not dismissed it, once the text is settled", async () => {
    const id = await draftUnlike();
    const awaited = async (who: Client) => {
      const { items } = await who.get<{ items: { agreement: string; act: string }[] }>("/waiting");
      return items.flatMap(({ agreement, act }) => (agreement === id ? [act] : []));
    };
    expect(await awaited(first())).not.toContain("dismiss-difference");
    await approved(id);
    const key = (await terms(id)).differences[0]?.key ?? "";
    await dismiss(first(), id, key);
    expect(await awaited(first())).not.toContain("dismiss-difference");
    expect(await awaited(second())).toContain("dismiss-difference");
    await dismiss(second(), id, key);
    expect(await awaited(second())).toEqual(["authenticate"]);
  });

  test("stays dismissed in later versions with the same words and the same term, and no longer", async () => {
    const id = await draftUnlike();
    const key = (await terms(id)).differences[0]?.key ?? "";
    for (const officer of [first(), second()]) await dismiss(officer, id, key);
    await changeTerms(id, { objectionDays: 60 });
    expect((await terms(id)).differences).toMatchObject([{ key, open: false }]);
    await changeTerms(id, { withdrawal: { months: 4 } });
    expect((await terms(id)).differences).toMatchObject([{ open: true, dismissals: [] }]);
  });

  test("is shown to the parties with who dismissed it and why, and is in the evidence", async () => {
    const id = await draftUnlike();
    const key = (await terms(id)).differences[0]?.key ?? "";
    for (const officer of [first(), second()]) await dismiss(officer, id, key);
    await circulate(office, id);
    const [shown] = (await terms(id, kazakhstan())).differences;
    expect(shown).toMatchObject({ open: false });
    expect(shown?.dismissals.map((one) => one.reason)).toEqual([reason, reason]);
    const kept = await office.db
      .selectFrom("evidence")
      .select("detail")
      .where("agreement", "=", id)
      .where("act", "=", "dismiss-difference")
      .execute();
    expect(kept.map(({ detail }) => detail)).toEqual([
      expect.objectContaining({ reason, found: expect.objectContaining({ term: "withdrawal" }) }),
      expect.objectContaining({ reason, found: expect.objectContaining({ term: "withdrawal" }) }),
    ]);
  });

  test("cannot be dismissed by a party, nor by a key that names no difference", async () => {
    const id = await draftUnlike();
    await circulate(office, id);
    const key = (await terms(id)).differences[0]?.key ?? "";
    expect((await dismiss(kazakhstan(), id, key)).status).toBe(403);
    expect(await codeFrom(await dismiss(first(), id, "f".repeat(64)))).toBe("difference-not-open");
  });
});
