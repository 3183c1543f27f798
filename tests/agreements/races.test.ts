import { afterAll, beforeAll, expect, test } from "vitest";
import { clearSignature } from "#src/agreements/authority/clear-signature.ts";
import {
  revokeCredentials,
  verifyCredentials,
} from "#src/agreements/authority/judge-credentials.ts";
import { presentCredentials } from "#src/agreements/authority/present-credentials.ts";
import { readFacts } from "#src/agreements/facts.ts";
import { findAgreement } from "#src/agreements/find.ts";
import { sign } from "#src/agreements/signing/sign.ts";
import { approve } from "#src/agreements/text/approve.ts";
import { reviseText } from "#src/agreements/text/revise-text.ts";
import { Refusal } from "#src/errors.ts";
import { sealingService } from "#src/people/person.ts";
import { trials } from "#tests/support/length.ts";
import { type Office, openOffice } from "#tests/support/office.ts";
import { circulate, draft, openForSigning, shownOriginal, told } from "#tests/support/scenario.ts";

let office: Office;

beforeAll(async () => {
  office = await openOffice({ max: 20 });
});
afterAll(() => office.close());

/** Runs a race so often, twenty at a time. */
async function races(count: number, race: (nth: number) => Promise<void>): Promise<void> {
  for (let done = 0; done < count; done += 20) {
    const some = Array.from({ length: Math.min(20, count - done) }, (_, nth) => race(nth));
    await Promise.all(some);
  }
}

/** Both at the same instant. Each is called first in every second race, so that each wins some. */
async function atOnce(nth: number, two: [() => Promise<unknown>, () => Promise<unknown>]) {
  if (nth % 2 === 0) return Promise.allSettled([two[0](), two[1]()]);
  const second = two[1]();
  return Promise.allSettled([two[0](), second]);
}

const stage = async (id: string) => (await findAgreement(office.db, id, sealingService)).stage_name;

function oneWon(results: PromiseSettledResult<unknown>[]): number {
  const won = results.flatMap(({ status }, index) => (status === "fulfilled" ? [index] : []));
  expect(won).toHaveLength(1);
  for (const result of results) {
    if (result.status === "rejected") expect(result.reason).toBeInstanceOf(Refusal);
  }
  return won[0] ?? -1;
}

test("an approval and an edit at the same instant: one wins, and nothing old is approved", async () => {
  const won = [0, 0];
  await races(trials({ short: 40, long: 2000 }), async (nth) => {
    const id = await draft(office);
    await circulate(office, id);
    const { digest } = await readFacts(office.db, id);
    const party = await told(office, id, office.as("representative", "KZ"));
    const officer = await told(office, id, office.as("legal-officer"));
    const markdown = "# Title\n\n## Aim\n\nThe aim.\n";
    const results = await atOnce(nth, [
      () => approve(office.ctx, party, { digest }),
      () => reviseText(office.ctx, officer, { texts: { en: markdown } }),
    ]);
    const winner = oneWon(results);
    won[winner] = (won[winner] ?? 0) + 1;
    const facts = await readFacts(office.db, id);
    if (winner === 0) {
      expect([facts.approvedBy, facts.digest]).toEqual([["KZ"], digest]);
    } else {
      expect([facts.approvedBy, await stage(id)]).toEqual([[], "review.reconciling"]);
    }
  });
  expect(Math.min(...won), `won: ${won}`).toBeGreaterThan(0);
});

test("an authority taken back at the instant of signing: one wins, never half of each", async () => {
  const won = [0, 0];
  await races(trials({ short: 20, long: 1000 }), async (nth) => {
    const id = await empowered();
    const representative = office.as("representative", "KZ");
    const { credentials } = await readFacts(office.db, id);
    const credential = credentials[0]?.id ?? "";
    const [signing, revoking] = await Promise.all([
      told(office, id, representative),
      told(office, id, office.as("secretariat")),
    ]);
    const results = await atOnce(nth, [
      () =>
        sign(office.ctx, signing, {
          original: shownOriginal,
          method: "account",
          as: "definitive",
          binding: true,
        }),
      () =>
        revokeCredentials(office.ctx, revoking, { party: "KZ", credential, reason: "Recalled." }),
    ]);
    const winner = oneWon(results);
    won[winner] = (won[winner] ?? 0) + 1;
    const { standing, signedBy } = await readFacts(office.db, id);
    expect([standing.KZ, signedBy]).toEqual(
      winner === 0 ? ["signedDefinitive", ["KZ"]] : ["credentials.rejected", []],
    );
  });
  expect(Math.min(...won), `won: ${won}`).toBeGreaterThan(0);
});

/** An instrument open for signing whose first party may sign. */
async function empowered(): Promise<string> {
  const { ctx } = office;
  const id = await draft(office, { terms: { authority: "full-powers", clearance: true } });
  await openForSigning(office, id);
  const representative = office.as("representative", "KZ");
  await presentCredentials(ctx, await told(office, id, representative), {
    person: representative.person.id,
    kind: "full-powers",
    acts: ["sign"],
    issuedBy: "Ministry of Foreign Affairs",
    signedBy: "The Minister",
    instrument: "Memorandum",
    place: "Astana",
    issuedOn: "2026-01-01",
    form: "original",
  });
  const { credentials } = await readFacts(office.db, id);
  for (const nth of [0, 1]) {
    const secretary = await told(office, id, office.as("secretariat", null, nth));
    const credential = credentials[0]?.id ?? "";
    await verifyCredentials(ctx, secretary, { party: "KZ", credential });
  }
  await clearSignature(ctx, await told(office, id, representative), {
    authority: "Government",
    reference: "14",
  });
  return id;
}
