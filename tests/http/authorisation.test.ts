import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Deed, holders, may, otherHolders } from "#src/people/may.ts";
import { roles } from "#src/people/person.ts";
import { type Client, type Office, openOffice } from "#tests/support/office.ts";
import { circulate, draft } from "#tests/support/scenario.ts";

const digest = "0".repeat(64);
const uuid = "00000000-0000-4000-8000-00000000ffff";
const day = "2026-11-01";
const reason = "Because.";

/** Each way of writing to an agreement: the act it is, and a body that its contract takes. */
const rows: Record<string, { deed: Deed; body: unknown }> = {
  designations: { deed: "designate", body: { party: "KZ", signatory: uuid } },
  submissions: { deed: "submit", body: {} },
  approvals: { deed: "approve", body: { digest } },
  "change-requests": { deed: "request-changes", body: { reason } },
  concordances: { deed: "certify", body: { language: "en", digest } },
  authentication: { deed: "authenticate", body: { digest } },
  seals: { deed: "retry-seal", body: {} },
  "party-changes": { deed: "change-parties", body: { parties: [{ code: "KZ" }, { code: "AE" }] } },
  declinations: { deed: "decline", body: { reason } },
  "withdrawal-agreements": { deed: "agree-to-withdrawal", body: {} },
  withdrawal: { deed: "withdraw", body: { reason } },
  publication: { deed: "publish", body: {} },
  credentials: {
    deed: "present-credentials",
    body: {
      party: "KZ",
      person: uuid,
      kind: "full-powers",
      acts: ["sign"],
      issuedBy: "Ministry",
      signedBy: "Minister",
      instrument: "Memorandum",
      place: "Astana",
      issuedOn: day,
      form: "copy",
    },
  },
  "credential-verifications": {
    deed: "verify-credentials",
    body: { party: "KZ", credential: uuid },
  },
  "credential-rejections": {
    deed: "reject-credentials",
    body: { party: "KZ", credential: uuid, reason },
  },
  "credential-revocations": {
    deed: "revoke-credentials",
    body: { party: "KZ", credential: uuid, reason },
  },
  clearances: { deed: "clear-signature", body: { authority: "Government", reference: "1" } },
  initials: { deed: "initial", body: { digest } },
  signing: { deed: "open-signing", body: {} },
  signatures: { deed: "sign", body: { original: digest, binding: false } },
  "paper-signatures": {
    deed: "record-signature",
    body: {
      party: "KZ",
      signatory: uuid,
      original: digest,
      as: "definitive",
      binding: false,
      on: day,
      scan: digest,
    },
  },
  confirmations: { deed: "confirm", body: { party: "KZ", authority: "Minister" } },
  deposits: {
    deed: "deposit",
    body: { party: "KZ", kind: "ratification", signedBy: "X", on: day },
  },
  notices: { deed: "give-notice", body: { party: "KZ", kind: "withdrawal" } },
  "entry-into-force": { deed: "determine-entry", body: { instrument: day, parties: {} } },
  declarations: { deed: "declare", body: { language: "en", text: "So read." } },
  "reservation-acts": {
    deed: "answer-reservation",
    body: { reservation: uuid, act: "objection", reason },
  },
  "consents-to-end": { deed: "agree-to-termination", body: { to: "termination" } },
  force: { deed: "terminate", body: { to: "terminate", reason } },
  renewals: { deed: "renew", body: { until: day } },
  succession: { deed: "supersede", body: { successor: uuid } },
  corrections: {
    deed: "propose-correction",
    body: { reason, changes: [{ language: "en", article: 1, found: "a", corrected: "b" }] },
  },
  "correction-objections": { deed: "object-to-correction", body: { reason } },
  "proces-verbal-of-correction": { deed: "make-correction", body: {} },
  "certified-copies": { deed: "issue-certified-copy", body: {} },
  ingestion: { deed: "ingest", body: {} },
  "fixity-checks": { deed: "check-fixity", body: {} },
  "un-submission": { deed: "submit-to-un", body: {} },
  "un-registration": { deed: "register-with-un", body: { number: "I-12345" } },
  comments: { deed: "comment", body: { language: "en", article: 1, body: "Why?" } },
};

/** Written to in another way than as an act, and tested where they are. */
const elsewhere = ["files", "comments/{thread}/replies", "comments/{thread}/resolutions"];

let office: Office;
let id = "";

beforeAll(async () => {
  office = await openOffice();
  id = await draft(office);
  await circulate(office, id);
});
afterAll(() => office.close());

const actors: Record<string, () => Pick<Client, "send"> & Partial<Client>> = {
  anyone: () => office.anyone,
  "representative of a party": () => office.as("representative", "KZ"),
  "representative of another": () => office.as("representative", "US"),
  "legal officer": () => office.as("legal-officer"),
  archivist: () => office.as("archivist"),
  secretariat: () => office.as("secretariat"),
};

async function send(actor: Pick<Client, "send">, agreement: string, name: string) {
  const { version } = await office
    .as("legal-officer")
    .get<{ version: number }>(`/agreements/${id}`);
  const headers = { "If-Match": `"${version}"` };
  const path = `/agreements/${agreement}/${name}`;
  return actor.send("POST", path, rows[name]?.body, headers);
}

const sees = (actor: string) => !["representative of another", "archivist"].includes(actor);

describe.each(Object.entries(rows))("%s", (name, { deed }) => {
  test.each(Object.keys(actors))("asked by %s", async (actor) => {
    const who = actors[actor]?.();
    if (!who) throw new Error(actor);
    const asked = await send(who, id, name);
    const problem = (await asked.json()) as { title?: string };
    if (!who.person) expect(asked.status).toBe(401);
    else if (!sees(actor)) expect(asked.status).toBe(404);
    else if (!may(who.person, deed))
      expect([asked.status, problem.title]).toEqual([403, "forbidden"]);
    else expect([401, 404]).not.toContain(asked.status);
    if (who.person && sees(actor) && may(who.person, deed)) {
      expect(problem.title).not.toBe("forbidden");
    }
    // What is not there is answered like what is not to be seen.
    const absent = await send(who, uuid, name);
    expect(absent.status).toBe(who.person ? 404 : 401);
    if (!sees(actor)) expect(await absent.json()).toEqual(problem);
  });
});

test("every way of writing to an agreement has its row", () => {
  const contract = JSON.parse(
    readFileSync(join(import.meta.dirname, "../../docs/openapi.json"), "utf8"),
  ) as { paths: Record<string, Record<string, unknown>> };
  const written = Object.entries(contract.paths)
    .filter(([path, methods]) => /\/agreements\/\{id\}\/./.test(path) && "post" in methods)
    .map(([path]) => path.replace(/^.*\/agreements\/\{id\}\//, ""));
  expect(written.sort()).toEqual([...Object.keys(rows), ...elsewhere].sort());
});

test("every act has somebody who holds it, and nobody holds what is a service's", () => {
  for (const [deed, held] of Object.entries({ ...holders, ...otherHolders })) {
    expect(held.length, deed).toBeGreaterThan(0);
    for (const role of held) expect(roles).toContain(role);
    if ((held as readonly string[]).includes("service") && deed.startsWith("report-")) {
      expect(held, deed).toEqual(["service"]);
    }
  }
});
