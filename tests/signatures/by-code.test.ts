import { afterAll, beforeAll, expect, test } from "vitest";
import { vkeyOf } from "#src/evidence/sign-note.ts";
import { verifyExport } from "#src/evidence/verify-export.ts";
import { type Browser, browserOf } from "#tests/support/browser.ts";
import { exportOf, fill } from "#tests/support/evidence.ts";
import { codeFor, lettersTo } from "#tests/support/mailbox.ts";
import { type Office, openOffice } from "#tests/support/office.ts";
import { draft, openForSigning } from "#tests/support/scenario.ts";

let office: Office;
let browser: Browser;
let agreement: string;
let email: string;
let original: string;

beforeAll(async () => {
  office = await openOffice();
  browser = browserOf(office);
  email = office.as("representative", "AE").person.email;
  agreement = await draft(office);
  await openForSigning(office, agreement);
  await browser.send("POST", "/session", { code: await askCode("/session/codes", { email }) });
  ({ original } = await browser.get<{ original: string }>(`/agreements/${agreement}`));
});
afterAll(() => office.close());

async function askCode(path: string, body?: unknown) {
  const before = (await lettersTo(office, email)).length;
  const { id } = (await (await browser.send("POST", path, body)).json()) as { id: string };
  return { id, code: await codeFor(office, email, before) };
}

async function signs(more: object): Promise<[number, string]> {
  const answer = await browser.act(agreement, "signatures", { original, binding: false, ...more });
  const { title, stage } = (await answer.json()) as { title: string; stage: string };
  return [answer.status, title ?? stage];
}

const reason = "The ministry's telephones hold no passkeys.";

test("a session that was just opened by a code does not sign by itself", async () => {
  expect(await signs({})).toEqual([401, "step-up-required"]);
  expect(await signs({ reason })).toEqual([401, "step-up-required"]);
});

test("a code for the act wants a reason, and a wrong one signs nothing", async () => {
  const code = await askCode("/session/verification/codes");
  expect(await signs({ code })).toEqual([400, "malformed-request"]);
  const wrong = { ...code, code: code.code === "00000000" ? "00000001" : "00000000" };
  expect(await signs({ code: wrong, reason })).toEqual([401, "unauthenticated"]);
  expect(await signs({ code, reason })).toEqual([201, "sign.open"]);
  expect(await signs({ code, reason })).toEqual([401, "unauthenticated"]);
});

test("the evidence keeps the reason and says that the method is the weaker one", async () => {
  const row = await office.db
    .selectFrom("signatures")
    .select(["method", "reason"])
    .where("agreement", "=", agreement)
    .executeTakeFirstOrThrow();
  expect(row).toEqual({ method: "code", reason });
  await fill(office);
  const text = await exportOf(office, agreement);
  expect(text).toContain(JSON.stringify(reason));
  const { consents } = verifyExport(text, { key: vkeyOf(office.log) });
  expect(consents).toMatchObject([{ party: "AE", method: "code", weaker: true }]);
});
