import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runJob } from "#src/jobs/run-job.ts";
import { roomOf, type SentLetter, work } from "#tests/support/jobs.ts";
import { type Office, openOffice } from "#tests/support/office.ts";
import { bringToOriginal, draft } from "#tests/support/scenario.ts";
import { type AccountLetter, type AgreementLetter, letterEffects } from "#workflows/letters.ts";
import { colleague } from "../agreements/colleague.ts";

let office: Office;
let id: string;
/** The officer whose act waits for a second one. */
let first: string;

beforeAll(async () => {
  office = await openOffice();
  id = await draft(office);
  await bringToOriginal(office, id);
  await work(office, await roomOf(office));
  for (const nth of [0, 1]) await office.as("legal-officer", null, nth).act(id, "signing");
  await colleague(office, { en: "Deputy Example" });
  first = office.as("legal-officer").person.id;
  await propose(first);
  await moveSignatory();
});
afterAll(() => office.close());

type Expected = {
  to: string[];
  /** Where it leads, after the agreement's address; `pdf` is the register's file. */
  opens: string[];
  /**
   * Every effect that a release has written to an outbox to order it. Effects are only added: a row lies in an office's
   * outbox, or in its queue, while the office upgrades.
   */
  by: string[];
};

const everyone = ["officers", "Kazakhstan", "the Emirates"];

/** Kazakhstan's signatory has left, and the first officer's act waits for a second one. */
const expected: Record<AgreementLetter, Expected> = {
  "review-requested": { to: ["Kazakhstan", "the Emirates"], opens: [""], by: ["request-review"] },
  "changes-requested": { to: everyone, opens: ["", "/review"], by: ["announce-changes"] },
  declined: { to: everyone, opens: [""], by: ["announce-declination"] },
  withdrawn: { to: everyone, opens: [""], by: ["announce-withdrawal"] },
  lapsed: { to: everyone, opens: [""], by: ["announce-lapse"] },
  "typesetting-failed": {
    to: ["officers"],
    opens: ["/draft"],
    by: ["announce-failed-typesetting"],
  },
  "confirmation-requested": {
    to: ["other officers", "secretariat"],
    opens: [""],
    by: ["request-confirmation"],
  },
  "signature-requested": {
    to: ["the Emirates' signatory"],
    opens: ["/sign"],
    by: ["invite-signatories"],
  },
  "signatory-departed": {
    to: ["officers", "Kazakhstan"],
    opens: [""],
    by: ["announce-departure"],
  },
  "reservation-made": {
    to: everyone,
    opens: [""],
    by: ["announce-reservation", "announce-late-reservation"],
  },
  published: { to: [...everyone, "archivists"], opens: ["pdf"], by: ["announce-publication"] },
  notification: {
    to: everyone,
    opens: [""],
    by: [
      "remind-of-review",
      "announce-adoption",
      "announce-credentials",
      "announce-quarantine",
      "announce-opening",
      "announce-note",
      "announce-signature",
      "announce-signature-closed",
      "announce-confirmation",
      "announce-deposit",
      "announce-accession",
      "announce-withdrawn-consent",
      "announce-no-intention",
      "announce-succession",
      "announce-continuity",
      "announce-territory",
      "announce-article-declaration",
      "announce-authority",
      "announce-notification",
      "announce-entry",
      "announce-provisional",
      "announce-declaration",
      "announce-objection",
      "announce-objection-withdrawal",
      "announce-reservation-withdrawal",
      "announce-reservation-change",
      "announce-reaction",
      "announce-communication",
      "announce-organ-decision",
      "announce-settlement",
      "announce-notice",
      "announce-revocation",
      "announce-opt-out",
      "announce-later-between",
      "announce-suspended-between",
      "announce-resumed-between",
      "announce-claim",
      "announce-claim-answer",
      "announce-measure",
      "announce-claim-revocation",
      "announce-end",
      "announce-suspension",
      "announce-resumption",
      "announce-renewal",
      "propose-correction",
      "announce-correction-objection",
      "announce-correction-agreement",
      "announce-correction-withdrawal",
      "announce-correction",
      "announce-un-correction-notice",
      "announce-copy-correction",
      "announce-registration",
      "announce-notification-change",
    ],
  },
};

const rows = Object.entries(expected).flatMap(([letter, { by, ...wanted }]) =>
  by.map((effect) => ({ letter, effect, ...wanted })),
);

test("every effect that orders a letter is one of these", () => {
  expect([...letterEffects].sort()).toEqual(rows.map(({ effect }) => effect).sort());
});

describe.each(rows)("an effect $effect in the outbox", ({ letter, effect, to, opens }) => {
  let sent: SentLetter[];
  let row: string;
  beforeAll(async () => {
    sent = [];
    await office.db.deleteFrom("letters").execute();
    row = await order({ agreement: id, number: 1, effect });
    await runJob(await roomOf(office, sent), { id: `${effect}-${row}-1`, last: true });
  });

  test(`sends the letter ${letter}`, async () => {
    const job = await office.as("secretariat").get(`/jobs/${row}`);
    expect(job).toMatchObject({ effect, letter, state: "finished", failure: null });
  });

  test("to whom it concerns, and to no one else", async () => {
    const people = await office.db.selectFrom("people").selectAll().execute();
    const signatory = office.as("representative", "AE").person.id;
    const groups: Record<string, (person: (typeof people)[number]) => boolean> = {
      officers: ({ roles }) => roles.includes("legal-officer"),
      "other officers": ({ id, roles }) => roles.includes("legal-officer") && id !== first,
      archivists: ({ roles }) => roles.includes("archivist"),
      secretariat: ({ roles }) => roles.includes("secretariat"),
      Kazakhstan: ({ party }) => party === "KZ",
      "the Emirates": ({ party }) => party === "AE",
      "the Emirates' signatory": ({ id }) => id === signatory,
    };
    const concerned = people.filter((person) => to.some((group) => groups[group]?.(person)));
    expect(concerned.length).toBeGreaterThan(0);
    expect(sent.map(({ to }) => to).sort()).toEqual(concerned.map(({ email }) => email).sort());
  });

  test("with a link to the page on which the recipient does what it asks", () => {
    const found = sent.map(({ text }) => text.match(/https:\/\/depositary\.example(\S+)/)?.[1]);
    const pages = opens.map((page) =>
      page === "pdf" ? `/api/v1/register/${id}/pdf` : `/agreements/${id}${page}`,
    );
    expect([...new Set(found)].sort()).toEqual(pages.sort());
  });
});

test.each<[AccountLetter, Record<string, string>]>([
  ["invitation", {}],
  ["account-changed", {}],
  ["address-changed", { from: "a@kz.example", to: "b@kz.example" }],
  ["office-changed", {}],
  ["passkey-added", { label: "Laptop" }],
  ["key-made", { label: "Laptop" }],
  ["sign-on-joined", { issuer: "https://login.example" }],
  ["new-device", { device: "Firefox", address: "192.0.2.1" }],
  ["paper-returned", { number: "IN-2026-1", subject: "Instrument", reason: "It is not signed." }],
  ["second-person-needed", { subject: "Deputy Example" }],
])(
  "a row with the letter %s sends it to the person, also one without a path",
  async (name, values) => {
    const { person } = office.as("representative", "KZ");
    const sent: SentLetter[] = [];
    const letter = JSON.stringify({ name, values });
    const row = await order({ agreement: null, number: 0, person: person.id, letter });
    await runJob(await roomOf(office, sent), { id: `write-to-person-${row}-1`, last: true });
    expect(sent.map(({ to }) => to)).toEqual([person.email]);
    expect(sent[0]?.text).toContain("https://depositary.example/sign-in");
    for (const value of Object.values(values)) expect(sent[0]?.text).toContain(value);
    const job = await office.as("secretariat").get(`/jobs/${row}`);
    expect(job).toMatchObject({ letter: name, state: "finished" });
  },
);

test("a row whose effect no release knows fails, and says so", async () => {
  const row = await order({ agreement: id, number: 1, effect: "constructor" });
  await runJob(await roomOf(office), { id: `constructor-${row}-1`, last: true });
  expect(await office.as("secretariat").get(`/jobs/${row}`)).toMatchObject({
    letter: null,
    state: "failed",
    failure: "No job does the effect constructor.",
  });
});

type Row = {
  agreement: string | null;
  number: number;
  effect?: string;
  person?: string;
  letter?: string;
};

/** Puts a row in the outbox as an earlier release left it, handed to the queue. */
async function order({ effect = "write-to-person", ...row }: Row): Promise<string> {
  const at = new Date();
  const { id } = await office.db
    .insertInto("outbox")
    .values({ ...row, effect, created_at: at, sent_at: at })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** Puts in an act of this person that waits for a second officer. */
async function propose(person: string): Promise<void> {
  const at = new Date();
  const act = { type: "terminate", by: person, on: "2026-11-29" };
  await office.db
    .insertInto("proposals")
    .values({
      id: crypto.randomUUID(),
      agreement: id,
      verb: "terminate",
      act: JSON.stringify(act),
      given: JSON.stringify({ reason: "" }),
      rule: "dates-back",
      person,
      at,
      expires_at: new Date(at.getTime() + 60_000),
    })
    .execute();
}

/** Makes Kazakhstan's signatory a person who represents another party. */
async function moveSignatory(): Promise<void> {
  const { id: signatory } = office.as("representative", "AE").person;
  await office.db
    .updateTable("agreement_parties")
    .set({ signatory })
    .where("agreement", "=", id)
    .where("party", "=", "KZ")
    .execute();
}
