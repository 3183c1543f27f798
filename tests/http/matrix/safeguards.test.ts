import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openDemoSession } from "#src/accounts/demo-session.ts";
import { sha256 } from "#src/bytes/sha256.ts";
import { can, rolesWith } from "#src/people/can.ts";
import { type Office, openOffice } from "#tests/support/office.ts";
import { codeOf } from "#tests/support/problem.ts";
import { circulate, draft } from "#tests/support/scenario.ts";
import { type ActType, actTypes, rowOf } from "#workflows/acts.ts";
import {
  needsPerson,
  officeSafeguards,
  type Safeguards,
  safeguardsOf,
} from "#workflows/safeguards.ts";
import { actRows } from "./act-rows.ts";

/** What each act needs beside a role: one table, the same in the contract and at the door. */
let office: Office;
let id = "";
beforeAll(async () => {
  office = await openOffice();
  id = await draft(office);
  await circulate(office, id);
});
afterAll(() => office.close());

type Operation = { description: string; "x-safeguards"?: Record<string, Safeguards> };
const contract = JSON.parse(
  readFileSync(join(import.meta.dirname, "../../../docs/openapi.json"), "utf8"),
) as { paths: Record<string, Record<string, Operation>> };
const guarded = Object.entries(contract.paths).flatMap(([path, methods]) =>
  Object.entries(methods).flatMap(([method, operation]) =>
    operation["x-safeguards"]
      ? [{ name: `${method} ${path}`, operation, guards: operation["x-safeguards"] }]
      : [],
  ),
);

const bindsEndsOrDates: ActType[] = [
  ...(["initial", "sign", "record-signature", "confirm", "deposit", "accede"] as const),
  ...(["succeed", "declare-continuity", "withdraw-consent"] as const),
  ...(["declare-territory", "declare-under-article", "designate-authority"] as const),
  ...(["notify-completion", "determine-entry", "apply-provisionally"] as const),
  ...(["end-provisional", "give-notice", "revoke-notice", "suspend", "terminate"] as const),
  ...(["resume", "renew", "supersede", "notify-reservation", "answer-reservation"] as const),
  ...(["withdraw-reservation", "confirm-reservation", "declare", "make-correction"] as const),
  ...(["agree-to-correction", "object-to-correction", "withdraw-correction"] as const),
  "correct-certified-copy",
  ...([
    "designate",
    "certify",
    "authenticate",
    "open-signing",
    "withdraw",
    "dismiss-difference",
  ] as const),
  ...(["withdraw-objection", "react-to-declaration", "change-reservation"] as const),
  ...(["record-receipt", "lodge-late-reservation", "record-organ-decision"] as const),
  ...(["change-parties", "publish", "issue-certified-copy", "confirm-proposal"] as const),
  ...(["present-credentials", "verify-credentials", "revoke-credentials"] as const),
  ...(["agree-to-termination", "agree-to-suspension", "decline"] as const),
  ...(["supersede-between", "communicate", "suspend-between", "resume-between"] as const),
  ...(["notify-claim", "answer-claim", "carry-out-claim", "revoke-claim"] as const),
  ...(["agree-to-renewal", "agree-to-resumption"] as const),
  ...(["opt-out-of-renewal", "revoke-opt-out", "declare-not-to-become-party"] as const),
];

test("what binds, ends, dates, designates, certifies or changes parties needs a fresh verification", () => {
  for (const act of bindsEndsOrDates) expect(rowOf(act).needs.fresh, act).toBe(true);
  const all: Safeguards[] = [
    ...actTypes.map((act) => rowOf(act).needs),
    ...Object.values(officeSafeguards),
  ];
  for (const { fresh, second } of all) {
    if (second) expect(fresh).toBe(true);
  }
});

test("no officer alone ends a participation or an agreement, dates back, or grants a role", () => {
  const always = [
    ...(["give-notice", "end-provisional", "terminate", "suspend", "supersede"] as const),
    ...(["opt-out-of-renewal", "declare-not-to-become-party"] as const),
  ] as const;
  for (const act of [...always, "invite-person", "grant-role", "publish-template"] as const) {
    expect(safeguardsOf(act).second?.when, act).toBe("always");
  }
  const dated = ["deposit", "accede", "confirm", "notify-completion", "revoke-notice"] as const;
  for (const act of dated) expect(safeguardsOf(act).second?.when, act).toBe("dates-back");
});

test("every second person can take the act that they confirm", () => {
  for (const act of actTypes) {
    const { second } = rowOf(act).needs;
    for (const role of second?.of ?? []) expect(rolesWith(act), act).toContain(role);
  }
});

test("the contract says what each act needs, in its data and in words", () => {
  const named = new Set(guarded.flatMap(({ guards }) => Object.keys(guards)));
  const byService = (act: ActType) => rolesWith(act).join() === "service";
  // A text's description, versions and working copies are no acts of this list: they need nothing more.
  const elsewhere = ["describe", "revise-text"];
  for (const act of actTypes) {
    if (!byService(act) && !elsewhere.includes(act)) expect(named, act).toContain(act);
  }
  for (const { name, operation, guards } of guarded) {
    for (const [act, needs] of Object.entries(guards)) {
      expect(needs, name).toEqual(safeguardsOf(act as ActType));
      if (needs.fresh) expect(operation.description, name).toContain("step-up-required");
      if (needs.second) expect(operation.description, name).toContain("second person");
    }
  }
});

test("an API key takes no act that needs a person, and every other act", async () => {
  for (const [resource, { permission, body }] of Object.entries(actRows)) {
    const guards = contract.paths[`/api/v1/agreements/{id}/${resource}`]?.post?.["x-safeguards"];
    const act = Object.keys(guards ?? {}).find((one) => one === permission) as ActType | undefined;
    const who = ["representative", "legal-officer", "secretariat", "archivist"] as const;
    const role = who.find((one) => {
      const client = office.as(one, one === "representative" ? "KZ" : null);
      return can(client.person, permission);
    });
    if (!role || role === "archivist") continue;
    const client = office.as(role, role === "representative" ? "KZ" : null);
    const headers = { Authorization: `Bearer ${client.key}`, "If-Match": '"3"' };
    const path = `/agreements/${id}/${resource}`;
    const answer = await office.anyone.send("POST", path, body, headers);
    const problem = (await answer.json()) as { type?: string };
    const title = codeOf(problem);
    const refused = [answer.status, title].join(" ") === "403 key-is-no-person";
    expect([resource, refused]).toEqual([resource, act !== undefined && needsPerson(act)]);
  }
});

test("a session that a key opened takes such an act no more than the key does", async () => {
  const { key } = office.as("legal-officer");
  const entered = await office.anyone.send("POST", "/session", { key });
  expect(entered.status).toBe(201);
  const Cookie = entered.headers.get("Set-Cookie")?.split(";")[0] ?? "";
  const label = { label: "R", scopes: ["read"], days: 1 };
  const made = await office.anyone.send("POST", "/keys", label, { Cookie });
  expect([made.status, await made.json()]).toMatchObject([
    403,
    { type: "urn:depositary:problem:key-is-no-person" },
  ]);
});

test("a person without the role gets 403 before any request to verify", async () => {
  const stale = async (role: "representative" | "secretariat", party: string | null) => {
    const token = await openDemoSession(office.db, office.as(role, party).person.id, new Date());
    const verified_at = new Date("2026-01-01T00:00:00Z");
    const session = office.db.updateTable("sessions").where("digest", "=", await sha256(token));
    await session.set({ verified_at }).execute();
    const headers = { Cookie: `depositary-session=${token}` };
    const name = { names: { en: "A Person" }, language: "en", roles: ["archivist"] };
    const asks = [
      ["POST", "/people", { email: "a@hub.example", ...name }],
      ["PATCH", `/people/${id}`, { language: "en" }],
      ["POST", `/office-proposals/${id}/confirmations`, {}],
      ["POST", "/parties", { code: "XX", names: { en: "X" }, kind: "state" }],
      ["PATCH", "/templates/any", { retired: true }],
    ] as const;
    const answers = [];
    for (const [method, path, body] of asks) {
      answers.push((await office.anyone.send(method, path, body, headers)).status);
    }
    return answers;
  };
  expect(await stale("representative", "KZ")).toEqual([403, 403, 403, 403, 403]);
  expect(await stale("secretariat", null)).toEqual([401, 401, 401, 401, 401]);
});
