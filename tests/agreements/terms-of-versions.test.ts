import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readFacts } from "#src/agreements/facts.ts";
import { checkConsent } from "#src/agreements/signing/check-consent.ts";
import { createAgreement } from "#src/agreements/text/create.ts";
import { termsDigest } from "#src/agreements/text/terms-digest.ts";
import { versionDigest } from "#src/agreements/text/version-digest.ts";
import { type Office, openOffice } from "#tests/support/office.ts";
import { bringToOriginal, circulate, draft, newAgreement } from "#tests/support/scenario.ts";
import type { EntryConditions } from "#workflows/entry-conditions.ts";
import type { Terms } from "#workflows/terms.ts";

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

type Problem = { errors?: { pointer?: string; detail: string }[] };
type Agreement = { version: number; stage: string; digest: string; terms: Terms };
type Version = { number: number; digest: string; terms: Terms; texts: Record<string, string> };

const officer = () => office.as("legal-officer");
const read = (id: string) => officer().get<Agreement>(`/agreements/${id}`);
const versions = async (id: string) =>
  (await officer().get<{ items: Version[] }>(`/agreements/${id}/versions`)).items;

/** Saves a version with these terms changed; the answer. */
async function revise(id: string, change: Partial<Terms>, texts?: Record<string, string>) {
  const { terms } = await read(id);
  return officer().act(id, "versions", { terms: { ...terms, ...change }, ...(texts && { texts }) });
}

async function refusal(answer: Response): Promise<Problem> {
  expect(answer.status).toBe(422);
  return (await answer.json()) as Problem;
}

describe("a version carries its terms", () => {
  test("a new agreement's first version has the terms of its template", async () => {
    const id = await draft(office);
    const { terms } = await read(id);
    const [first] = await versions(id);
    expect(first?.terms).toEqual(terms);
    expect(terms).toMatchObject({ amendment: { binds: "all" }, settlement: "negotiation" });
  });

  test("terms alone make a version, and the one before keeps its own", async () => {
    const id = await draft(office);
    expect((await revise(id, { withdrawal: { days: 45 } })).status).toBe(201);
    const [second, first] = await versions(id);
    expect(second).toMatchObject({ number: 2, terms: { withdrawal: { days: 45 } } });
    expect(first?.terms.withdrawal).toEqual({ months: 6 });
    expect(second?.texts).toEqual(first?.texts);
    expect((await read(id)).terms.withdrawal).toEqual({ days: 45 });
  });

  test("a text alone keeps the terms of the version before", async () => {
    const id = await draft(office);
    await revise(id, { minimumParties: 2 });
    const texts = { en: "# Memorandum\n\n## Purpose\n\nAnother text.\n" };
    expect((await officer().act(id, "versions", { texts })).status).toBe(201);
    const [third] = await versions(id);
    expect(third).toMatchObject({ number: 3, terms: { minimumParties: 2 } });
  });

  test("a version of neither is refused", async () => {
    const id = await draft(office);
    const answer = await officer().act(id, "versions", { note: "Nothing at all" });
    expect(answer.status).toBe(400);
  });

  test("its digest covers the terms as well as the texts", async () => {
    const id = await draft(office);
    await revise(id, { withdrawal: { days: 45 } });
    const [second, first] = await versions(id);
    expect(second?.digest).not.toBe(first?.digest);
    for (const { texts, terms, digest } of [first!, second!]) {
      const all = Object.entries(texts).map(([language, digest]) => ({ language, digest }));
      expect(await versionDigest(all, await termsDigest(terms))).toBe(digest);
    }
  });

  test("the evidence keeps the new terms", async () => {
    const id = await draft(office);
    await revise(id, { settlement: "court" });
    const { detail } = await office.db
      .selectFrom("evidence")
      .select("detail")
      .where("agreement", "=", id)
      .where("act", "=", "revise-text")
      .executeTakeFirstOrThrow();
    expect(detail).toMatchObject({ texts: {}, terms: { settlement: "court" } });
  });
});

describe("an approval binds text and terms", () => {
  test("terms changed during review return the text, and earlier approvals no longer count", async () => {
    const id = await draft(office);
    await circulate(office, id);
    const { digest } = await read(id);
    const kazakhstan = office.as("representative", "KZ");
    expect((await kazakhstan.act(id, "approvals", { digest })).status).toBe(201);
    await revise(id, { withdrawal: { months: 3 } });
    expect((await read(id)).stage).toBe("review.reconciling");
    expect((await officer().act(id, "submissions")).status).toBe(201);
    expect((await readFacts(office.db, id)).approvedBy).toEqual([]);
    const stale = await kazakhstan.act(id, "approvals", { digest });
    expect(stale.status).toBe(412);
  });

  test("terms of an authenticated text stay as they are", async () => {
    const id = await draft(office);
    await bringToOriginal(office, id);
    const answer = await revise(id, { withdrawal: { months: 3 } });
    expect(answer.status).toBe(409);
    expect((await read(id)).terms.withdrawal).toEqual({ months: 6 });
  });

  test("a version whose terms are not those that were authenticated is not sealed", async () => {
    const id = await draft(office);
    await bringToOriginal(office, id);
    const trigger = async (state: "ENABLE" | "DISABLE") => {
      await sql.raw(`ALTER TABLE versions ${state} TRIGGER versions_are_kept`).execute(office.db);
    };
    await office.db
      .updateTable("agreements")
      .set({ stage_name: "sign.sealing" })
      .where("id", "=", id)
      .execute();
    await trigger("DISABLE");
    const { terms } = await read(id);
    await office.db
      .updateTable("versions")
      .set({ terms: JSON.stringify({ ...terms, withdrawal: { months: 1 } }) })
      .where("agreement", "=", id)
      .execute();
    await trigger("ENABLE");
    await expect(checkConsent(office.db, id, 1)).rejects.toMatchObject({
      code: "integrity-error",
      message: expect.stringMatching(/terms/),
    });
  });
});

describe("terms that cannot hold together", () => {
  const excluded = {
    withdrawal: "none",
    duration: { years: 5, renewal: "automatic" },
  } as const;

  test("are refused for a new version, with the term, the reason and its source", async () => {
    const id = await draft(office);
    const { errors } = await refusal(await revise(id, excluded));
    expect(errors).toEqual([
      {
        pointer: "/terms/withdrawal",
        detail: expect.stringMatching(/excludes withdrawal.*VCLT articles 54 and 56/),
      },
    ]);
    expect(await versions(id)).toHaveLength(1);
  });

  test("are refused for a new agreement, in the drafter's language", async () => {
    const person = officer().person;
    const creating = createAgreement(
      office.ctx,
      { person: { ...person, language: "ru" }, request: null },
      newAgreement({ terms: excluded }),
    );
    await expect(creating).rejects.toMatchObject({
      code: "contradictory-terms",
      extra: { errors: [{ detail: expect.stringMatching(/^Текст исключает выход/) }] },
    });
  });

  test("are refused at circulation, if the parties have changed since", async () => {
    const id = await draft(office, { parties: [{ code: "KZ" }, { code: "AE" }, { code: "US" }] });
    expect((await revise(id, { minimumParties: 3, accession: false })).status).toBe(201);
    const parties = [{ code: "KZ" }, { code: "AE" }];
    expect((await officer().act(id, "party-changes", { parties })).status).toBe(201);
    const { errors } = await refusal(await officer().act(id, "submissions"));
    expect(errors?.[0]?.pointer).toBe("/terms/minimumParties");
  });

  test("are refused where entry into force waits for itself or for somebody else", async () => {
    const id = await draft(office);
    const { reference } = await officer().get<{ reference: string }>(`/agreements/${id}`);
    const delay = { unit: "days", count: 30 } as const;
    const waiting = (when: EntryConditions["when"]) =>
      revise(id, { accession: false, entry: { form: "conditions", when, delay } });
    const itself = await refusal(
      await waiting({
        kind: "all",
        of: [
          { kind: "consents", needed: 2 },
          { kind: "instrument", name: reference },
        ],
      }),
    );
    expect(itself.errors?.[0]?.pointer).toBe("/terms/entry/when/of/1/name");
    const other = await refusal(await waiting({ kind: "parties", parties: ["KZ", "US"] }));
    expect(other.errors?.[0]?.pointer).toBe("/terms/entry/when/parties/1");
    const both = await waiting({ kind: "parties", parties: ["KZ", "AE"] });
    expect(both.status).toBe(201);
  });

  test("a share of a quantity may be a fraction, and its digest is the same when read again", async () => {
    const id = await draft(office);
    const shares = { KZ: 0.1, AE: 37.99 };
    const when = { kind: "quantity", what: "emissions", shares, atLeast: 38.05 } as const;
    const delay = { unit: "days", count: 30 } as const;
    expect((await revise(id, { entry: { form: "conditions", when, delay } })).status).toBe(201);
    const kept = await office.db
      .selectFrom("versions")
      .select(["terms", "terms_digest"])
      .where("agreement", "=", id)
      .where("number", "=", 2)
      .executeTakeFirstOrThrow();
    expect(await termsDigest(kept.terms!)).toBe(kept.terms_digest);
  });

  test("a term without meaning is refused by its place", async () => {
    const id = await draft(office);
    const { terms } = await read(id);
    const both = { ...terms, withdrawal: { months: 6, days: 10 } };
    const answer = await officer().act(id, "versions", { terms: both });
    expect(answer.status).toBe(400);
    expect(((await answer.json()) as Problem).errors?.[0]?.pointer).toMatch(/^\/terms\/withdrawal/);
  });

  test("a zone that the database does not know is refused", async () => {
    const id = await draft(office);
    expect((await revise(id, { zone: "Mars/Olympus" })).status).toBe(400);
  });
});

test("terms follow their articles when articles are inserted, and lose one that is gone", async () => {
  const id = await draft(office);
  const article = (heading: string) => `## ${heading}\n\nWords.\n`;
  const text = (...headings: string[]) => `# Memorandum\n\n${headings.map(article).join("\n")}`;
  await revise(
    id,
    { articles: { withdrawal: 2, duration: 1 } },
    { en: text("Duration", "Withdrawal") },
  );
  const texts = { en: text("Purpose", "Form", "Withdrawal") };
  await officer().act(id, "versions", { texts });
  expect((await read(id)).terms.articles).toMatchObject({ withdrawal: 3 });
});
