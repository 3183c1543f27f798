import { createHash } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { revokePasskey } from "#src/accounts/passkeys.ts";
import { canonicalJson } from "#src/evidence/canonical-json.ts";
import { leafHash } from "#src/evidence/merkle.ts";
import { checkpointText, signNote, vkeyOf } from "#src/evidence/sign-note.ts";
import { addLeaf, rootOf, type Subtree } from "#src/evidence/tree.ts";
import { verifyExport } from "#src/evidence/verify-export.ts";
import { exportOf, exportOfAll, fill } from "#tests/support/evidence.ts";
import { type Office, openOffice } from "#tests/support/office.ts";
import { draft, openForSigning } from "#tests/support/scenario.ts";
import { type SoftPasskey, softPasskey } from "#tests/support/soft-passkey.ts";

let office: Office;
let key: string;
let agreement: string;
let emirates: SoftPasskey;

beforeAll(async () => {
  office = await openOffice();
  key = vkeyOf(office.log);
  agreement = await draft(office);
  await openForSigning(office, agreement);
  emirates = await softPasskey(office, "AE");
  await emirates.signs(agreement);
});
afterAll(() => office.close());

type Line = Record<string, unknown> & { detail: Record<string, unknown> };
const linesOf = (text: string) =>
  text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Line);
const write = (lines: object[]) => lines.map((line) => `${canonicalJson(line)}\n`).join("");

test("an export made before the log has taken enrolment and consent says so, and is not broken", async () => {
  await fill(office);
  const late = await draft(office);
  await openForSigning(office, late);
  await fill(office);
  const estonia = await softPasskey(office, "KZ");
  await estonia.signs(late);
  const found = verifyExport(await exportOf(office, late), { key });
  expect([found.verdict, found.reasons.at(-1)]).toEqual([
    "HOLDS IN PART",
    expect.stringContaining("are not in the log yet"),
  ]);
  await fill(office);
  expect(verifyExport(await exportOf(office, late), { key }).verdict).toBe("HOLDS");
});

test("the export begins with the accounts that signed, with keys and without addresses", async () => {
  const text = await exportOf(office, agreement);
  const [head, first] = linesOf(text);
  const { person } = office.as("representative", "AE");
  expect(head).toMatchObject({ export: "depositary evidence 2", agreement });
  expect(head?.accounts).toHaveLength(1);
  const added = expect.objectContaining({ credential: emirates.id });
  expect(first).toMatchObject({ account: person.id, by: person.id, detail: { added: [added] } });
  for (const one of linesOf(await exportOfAll(office)).filter(({ account }) => account)) {
    expect(JSON.stringify(one)).not.toMatch(/@|\b\d+\.\d+\.\d+\.\d+\b/);
  }
  expect(verifyExport(text, { key })).toMatchObject({
    verdict: "HOLDS",
    consents: [{ party: "AE", method: "passkey", stated: true }],
  });
});

test("nothing of an account's chain can be left out, cut or changed", async () => {
  const lines = linesOf(await exportOf(office, agreement));
  const [head, first, ...rest] = lines;
  for (const changed of [
    [head, ...rest],
    [{ ...head, accounts: [] }, ...rest],
    [{ ...head, accounts: [] }, first, ...rest],
    [head, { ...first, by: null }, ...rest],
    [head, { ...first, account: agreement }, ...rest],
    [head, { ...first, detail: {} }, ...rest],
    [head, ...rest, first],
  ]) {
    expect(verifyExport(write(changed as Line[]), { key }).verdict).toBe("BROKEN");
  }
});

/** What an attacker with the database and the log's key can write: any entries, with new hashes, chains, leaves and signatures. */
function forgedLog(entries: Line[]): string {
  const heads = new Map<unknown, { seq: number; hash: string }>();
  const subtrees: Subtree[] = [];
  const made = entries.map((entry, index) => {
    const { hash: _, log: __, ...content } = entry;
    const chain = entry.account ?? entry.agreement;
    const before = heads.get(chain) ?? { seq: 0, hash: "0".repeat(64) };
    const next = { ...content, seq: before.seq + 1, previous: before.hash };
    const hash = createHash("sha256").update(canonicalJson(next)).digest("hex");
    heads.set(chain, { seq: next.seq, hash });
    addLeaf(subtrees, { level: 0, index, hash: leafHash(hash) });
    return { ...next, hash };
  });
  const size = made.length;
  const root = rootOf(subtrees.map(({ hash }) => hash));
  const leaves = made.map(({ hash }) => leafHash(hash));
  const note = signNote(checkpointText({ origin: office.log.name, size, root }), office.log);
  const head = { export: "depositary evidence 2", checkpoint: note, vkey: key, consistency: null };
  const logged = made.map((entry, index) => ({
    ...entry,
    log: { index, proof: proofOf(leaves, index) },
  }));
  return write([head, ...logged]);
}

/** RFC 9162, 2.1.3.1, of leaves that are all at hand. */
function proofOf(leaves: string[], index: number): string[] {
  if (leaves.length === 1) return [];
  const left = 2 ** Math.floor(Math.log2(leaves.length - 1));
  const rootOfAll = (some: string[]) => {
    const subtrees: Subtree[] = [];
    for (const [nth, hash] of some.entries()) addLeaf(subtrees, { level: 0, index: nth, hash });
    return rootOf(subtrees.map(({ hash }) => hash));
  };
  return index < left
    ? [...proofOf(leaves.slice(0, left), index), rootOfAll(leaves.slice(left))]
    : [...proofOf(leaves.slice(left), index - left), rootOfAll(leaves.slice(0, left))];
}

test("who holds the database and the log's key mints no passkey's consent unseen", async () => {
  const [, ...entries] = linesOf(await exportOfAll(office));
  expect(verifyExport(forgedLog(entries), { key }).verdict).toBe("HOLDS");
  const isEnrolment = ({ detail }: Line) => JSON.stringify(detail ?? {}).includes(emirates.id);
  const enrolled = entries.findIndex((one) => one.account && isEnrolment(one));
  const consent = entries.findIndex(({ act, party, agreement: of }) => {
    return act === "sign" && party === "AE" && of === agreement;
  });
  const enrolment = entries[enrolled] as Line;
  const signed = entries[consent] as Line;
  const without = entries.toSpliced(enrolled, 1);
  const [key_] = enrolment.detail.added as [{ credential: string; publicKey: string }];
  const removed = { ...enrolment, event: "passkey-revoked", detail: { removed: [emirates.id] } };
  const anothers = { ...enrolment, account: office.as("representative", "KZ").person.id };
  const otherKey = { ...enrolment, detail: { added: [{ ...key_, publicKey: "AAAA" }] } };
  const { consent: _, ...older } = signed.detail;
  const cases: [string, Line[], string][] = [
    ["a key that was never enrolled", without, "no enrolment before it"],
    ["a key enrolled after the act", without.toSpliced(consent, 0, enrolment), "no enrolment"],
    ["a key of another person", entries.with(enrolled, anothers), "not known as the person's"],
    ["another public key", entries.with(enrolled, otherKey), "not known as the person's"],
    ["a key removed before", entries.toSpliced(consent, 0, removed), "had been removed"],
    [
      "a statement that is cut",
      entries.with(consent, { ...signed, detail: older }),
      "not this act",
    ],
  ];
  for (const [name, forged, reason] of cases) {
    const found = verifyExport(forgedLog(forged), { key });
    expect([name, found.verdict, found.reasons[0]]).toEqual([
      name,
      "BROKEN",
      expect.stringContaining(reason),
    ]);
  }
});

test("a passkey that is taken back is in the log, and what it signed before holds", async () => {
  const { person } = office.as("representative", "AE");
  await revokePasskey(office.db, { person: person.id, id: emirates.id, at: new Date() });
  await fill(office);
  const text = await exportOf(office, agreement);
  const [, , second] = linesOf(text);
  expect(second).toMatchObject({ event: "passkey-revoked", detail: { removed: [emirates.id] } });
  expect(verifyExport(text, { key }).verdict).toBe("HOLDS");
  expect(verifyExport(await exportOfAll(office), { key }).verdict).toBe("HOLDS");
});

test("roles, invitations, keys and recoveries are entries of the account, with who did it and who confirmed", async () => {
  const secretary = office.as("secretariat");
  const made = await secretary.send("POST", "/people", {
    ...{ email: "new@ministry.example", names: { en: "New Person" }, titles: { en: "Envoy" } },
    ...{ language: "en", roles: ["archivist"], party: null },
  });
  expect([201, 202]).toContain(made.status);
  const proposals = await secretary.get<{ items: { id: string }[] }>("/office-proposals");
  for (const { id } of proposals.items) {
    const second = office.as("secretariat", null, 1);
    await second.send("POST", `/office-proposals/${id}/confirmations`, {});
  }
  await secretary.send("POST", "/keys", { label: "Reading", scopes: ["read"], days: 30 });
  const rows = await office.db
    .selectFrom("account_entries")
    .select(["event", "by", "detail"])
    .orderBy("position")
    .execute();
  const by = office.as("secretariat", null, 1).person.id;
  expect(rows).toContainEqual({
    event: "invited",
    by,
    detail: { roles: ["archivist"], party: null, proposedBy: secretary.person.id },
  });
  expect(rows).toContainEqual({
    event: "key-made",
    by: secretary.person.id,
    detail: { key: expect.any(String), scopes: ["read"] },
  });
});
