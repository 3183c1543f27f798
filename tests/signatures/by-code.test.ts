import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { vkeyOf } from "#src/evidence/sign-note.ts";
import { verifyExport } from "#src/evidence/verify-export.ts";
import { countRequests } from "#src/limits/count.ts";
import { type Browser, browserOf } from "#tests/support/browser.ts";
import { exportOf, fill } from "#tests/support/evidence.ts";
import { lettersTo } from "#tests/support/mailbox.ts";
import { type Office, openOffice } from "#tests/support/office.ts";
import { codeOf } from "#tests/support/problem.ts";
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
  const answer = await browser.send("POST", path, body);
  expect(answer.status).toBe(202);
  const { id } = (await answer.json()) as { id: string };
  // By its own letter: others for the mailbox may still be under way.
  const code = await vi.waitFor(async () => {
    const letters = await lettersTo(office, email);
    const own = letters.find(({ messageId }) => messageId.includes(id));
    const found = own?.text.match(/\d{4} \d{4}/)?.[0];
    if (!found) throw new Error("The letter with the code has not come.");
    return found;
  });
  return { id, code };
}

async function signs(more: object): Promise<[number, string]> {
  const answer = await browser.act(agreement, "signatures", { original, binding: false, ...more });
  const { type, stage } = (await answer.json()) as { type?: string; stage: string };
  return [answer.status, type ? codeOf({ type }) : stage];
}

const reason = "The ministry's telephones hold no passkeys.";

test("a session that was just opened by a code does not sign by itself", async () => {
  expect(await signs({})).toEqual([401, "step-up-required"]);
  expect(await signs({ reason })).toEqual([401, "step-up-required"]);
});

const toSign = (more: object = {}) =>
  askCode(`/agreements/${agreement}/signatures/codes`, { original, binding: false, ...more });

test("the letter with the code says what is signed, for whom and in which form", async () => {
  const { code } = await toSign();
  const letter = (await lettersTo(office, email)).find(({ text }) => text.includes(code));
  const { title, reference } = await browser.get<{ title: { ar: string }; reference: string }>(
    `/agreements/${agreement}`,
  );
  // In the signatory's language.
  for (const words of [title.ar, reference, "الإمارات العربية المتحدة", "توقيع نهائي"]) {
    expect(letter?.text).toContain(words);
  }
  expect(letter?.text).not.toContain("token");
});

test("a code that was sent for another purpose signs nothing, and one to sign opens and confirms nothing", async () => {
  const confirming = await askCode("/session/verification/codes");
  expect(await signs({ code: confirming, reason })).toEqual([409, "code-is-for-another-act"]);
  const entering = await askCode("/session/codes", { email });
  expect(await signs({ code: entering, reason })).toEqual([409, "code-is-for-another-act"]);
  const code = await toSign();
  expect((await browserOf(office).tries("POST", "/session", { code }))[0]).toBe(401);
  expect((await browser.tries("POST", "/session/verification", { code }))[0]).toBe(401);
  expect((await browser.tries("POST", "/session/verification", { code: entering }))[0]).toBe(401);
  expect((await browserOf(office).tries("POST", "/session", { code: confirming }))[0]).toBe(401);
});

test.each([
  ["form", { as: "ad-referendum" }],
  ["effect", { binding: true }],
  [
    "reservation",
    {
      reservations: [{ kind: "declaration", language: "en", text: "As we read it.", articles: [] }],
    },
  ],
])("a code for one %s of signature signs no other", async (_, other) => {
  const code = await toSign();
  const [status, title] = await signs({ ...other, code, reason });
  // What the text does not permit is refused for that reason first.
  expect([409, 422]).toContain(status);
  expect(title).not.toBe("unauthenticated");
  const rows = await office.db.selectFrom("signatures").select("party").execute();
  expect(rows).toEqual([]);
});

test("after five wrong codes the right one signs nothing, also guessed at one moment", async () => {
  const code = await toSign();
  const wrong = { ...code, code: code.code === "0000 0000" ? "00000001" : "00000000" };
  const guesses = await Promise.all(
    Array(6)
      .fill(0)
      .map(() => signs({ code: wrong, reason })),
  );
  expect(new Set(guesses.map(([status]) => status))).toEqual(new Set([401]));
  expect(await signs({ code, reason })).toEqual([401, "unauthenticated"]);
});

test("strangers who ask and guess for the signatory's mailbox keep nobody from asking for a code to sign", async () => {
  office.ctx.limits = countRequests(null);
  const stranger = browserOf(office);
  let status = 0;
  for (let i = 0; status !== 429 && i < 50; i++) {
    const answer = await stranger.send("POST", "/session/codes", { email });
    ({ status } = answer);
    if (status !== 202) break;
    const { id } = (await answer.json()) as { id: string };
    for (let guess = 0; guess < 5; guess++) {
      await stranger.tries("POST", "/session", { code: { id, code: `9999 000${guess}` } });
    }
  }
  expect(status).toBe(429);
  expect((await toSign()).code).toMatch(/^\d{4} \d{4}$/);
});

test("a code that is refused for another reason is not used up, and a wrong one signs nothing", async () => {
  const code = await toSign();
  expect(await signs({ code })).toEqual([400, "malformed-request"]);
  const stale = { "If-Match": '"1"' };
  const body = { original, binding: false, code, reason };
  const path = `/agreements/${agreement}/signatures`;
  for (let again = 0; again < 7; again++) {
    expect((await browser.send("POST", path, body, stale)).status).toBe(412);
  }
  const wrong = { ...code, code: code.code === "0000 0000" ? "00000001" : "00000000" };
  expect(await signs({ code: wrong, reason })).toEqual([401, "unauthenticated"]);
  expect(await signs({ code, reason })).toEqual([201, "sign.open"]);
  // The party has signed: that is said before the code is looked at.
  expect((await signs({ code, reason }))[0]).toBe(409);
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
