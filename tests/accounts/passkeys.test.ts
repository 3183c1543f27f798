import { createHash, createPublicKey, verify } from "node:crypto";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { vkeyOf } from "#src/evidence/sign-note.ts";
import { verifyExport } from "#src/evidence/verify-export.ts";
import { type Browser, browserOf } from "#tests/support/browser.ts";
import {
  type Authenticator,
  addAuthenticator,
  type Chromium,
  serveOffice,
  startChromium,
} from "#tests/support/chromium.ts";
import { exportOf, fill } from "#tests/support/evidence.ts";
import { codeFor, lettersTo } from "#tests/support/mailbox.ts";
import { type Office, openOffice } from "#tests/support/office.ts";
import { codeOf } from "#tests/support/problem.ts";
import { draft, openForSigning } from "#tests/support/scenario.ts";

let office: Office;
let chromium: Chromium;
let page: Page;
let authenticator: Authenticator;
let served: { url: string; close(): void };
let browser: Browser;
let email = "";
let time = new Date();

beforeAll(async () => {
  office = await openOffice();
  served = await serveOffice(office);
  office.ctx.publicUrl = served.url;
  office.ctx.now = () => time;
  email = office.as("representative", "KZ").person.email;
  chromium = await startChromium();
  page = await chromium.newPage();
  await page.goto(`${served.url}/sign-in`);
  authenticator = await addAuthenticator(page);
  browser = browserOf(office);
});
afterAll(async () => {
  await chromium?.close();
  served?.close();
  await office.close();
});

type Asked = { id: string; options: object };

async function asks(path: string, who = browser): Promise<Asked> {
  const answer = await who.send("POST", path);
  if (answer.status !== 201) throw new Error(await answer.text());
  return (await answer.json()) as Asked;
}

/** The browser's own answer, as the page of an application would get it. */
const creates = (options: object) =>
  page.evaluate(async (json) => {
    const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(json as never);
    const made = await navigator.credentials.create({ publicKey });
    return (made as PublicKeyCredential).toJSON();
  }, options);
const answers = (options: object) =>
  page.evaluate(async (json) => {
    const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(json as never);
    const found = await navigator.credentials.get({ publicKey });
    return (found as PublicKeyCredential).toJSON();
  }, options);

async function signsInByCode(who = browser) {
  const before = (await lettersTo(office, email)).length;
  const asked = await who.send("POST", "/session/codes", { email });
  const { id } = (await asked.json()) as { id: string };
  const code = await codeFor(office, email, before);
  expect((await who.send("POST", "/session", { code: { id, code } })).status).toBe(201);
}

test("a person who has come in by a code keeps a passkey", async () => {
  await signsInByCode();
  const { id, options } = await asks("/passkeys/options");
  const response = await creates(options);
  const kept = await browser.send("POST", "/passkeys", { id, label: "Laptop", response });
  expect(kept.status).toBe(201);
  expect(await browser.get("/passkeys")).toMatchObject({ items: [{ label: "Laptop" }] });
  const ordered = await office.db.selectFrom("outbox").select("letter").execute();
  expect(ordered.map(({ letter }) => letter)).toContainEqual({
    name: "passkey-added",
    path: "/account",
    values: { label: "Laptop" },
  });
  const again = await browser.send("POST", "/passkeys", { id, label: "Laptop", response });
  expect(again.status).toBe(401);
});

test("the passkey alone signs in, without a name", async () => {
  const other = browserOf(office);
  const { id, options } = await asks("/session/passkeys", other);
  const response = await answers(options);
  expect((await other.send("POST", "/session", { passkey: { id, response } })).status).toBe(201);
  expect(await other.get("/session")).toMatchObject({ party: "KZ" });
  const replayed = browserOf(office);
  expect((await replayed.tries("POST", "/session", { passkey: { id, response } }))[0]).toBe(401);
});

test("a passkey whose user was not verified, or that answers late or elsewhere, is refused", async () => {
  const who = browserOf(office);
  const first = await asks("/session/passkeys", who);
  const response = await answers(first.options);
  const data = Buffer.from(response.response.authenticatorData, "base64url");
  data[32] = (data[32] ?? 0) & ~4;
  const unverified = {
    ...response,
    response: { ...response.response, authenticatorData: data.toString("base64url") },
  };
  const given = (id: string, answer: object) => ({ passkey: { id, response: answer } });
  expect((await who.tries("POST", "/session", given(first.id, unverified)))[0]).toBe(401);
  const second = await asks("/session/passkeys", who);
  expect((await who.tries("POST", "/session", given(second.id, response)))[0]).toBe(401);
  const third = await asks("/session/passkeys", who);
  const late = await answers(third.options);
  time = new Date(time.getTime() + 121_000);
  expect((await who.tries("POST", "/session", given(third.id, late)))[0]).toBe(401);
  const fourth = await asks("/session/passkeys", who);
  const elsewhere = await answers(fourth.options);
  office.ctx.publicUrl = "http://localhost:1";
  expect((await who.tries("POST", "/session", given(fourth.id, elsewhere)))[0]).toBe(401);
  office.ctx.publicUrl = served.url;
});

test("who has a passkey signs an agreement with it, and neither by a code nor on a session alone", async () => {
  const agreement = await draft(office);
  await openForSigning(office, agreement);
  const later = browserOf(office);
  await signsInByCode(later);
  const { original } = await later.get<{ original: string }>(`/agreements/${agreement}`);
  const body = { original, binding: false };
  const refused = await later.act(agreement, "signatures", body);
  expect([refused.status, codeOf(await refused.json())]).toEqual([401, "step-up-required"]);
  expect((await later.tries("POST", "/session/verification/codes"))[0]).toBe(403);
  const { id, options } = await asks("/session/verification/passkeys", later);
  const response = await answers(options);
  const passkey = { id, response };
  expect((await later.send("POST", "/session/verification", { passkey })).status).toBe(201);
  expect((await later.tries("POST", "/session/verification", { passkey }))[0]).toBe(401);
  expect((await later.act(agreement, "signatures", body)).status).toBe(401);
  const before = (await lettersTo(office, email)).length;
  const asked = await later.send("POST", "/session/codes", { email });
  const code = { ...((await asked.json()) as { id: string }), code: "" };
  code.code = await codeFor(office, email, before);
  const byCode = { ...body, code, reason: "The key is at home." };
  const answer = await later.act(agreement, "signatures", byCode);
  expect([answer.status, codeOf(await answer.json())]).toEqual([401, "step-up-required"]);
});

test("a passkey signs one act on one text, and anybody can check its answer in the evidence", async () => {
  const agreement = await draft(office);
  await openForSigning(office, agreement);
  const own = browserOf(office);
  await signsInByCode(own);
  const { original, version } = await own.get<{ original: string; version: number }>(
    `/agreements/${agreement}`,
  );
  const options = `/agreements/${agreement}/signatures/options`;
  const askFor = async (body: object): Promise<Asked> => {
    const answer = await own.send("POST", options, body);
    expect(answer.status).toBe(201);
    return (await answer.json()) as Asked;
  };
  const declared = (articles: number[], text = "As we read it.") => ({
    reservations: [{ kind: "declaration", language: "en", text, articles }],
  });
  const signs = (body: object) => own.act(agreement, "signatures", body);
  // Asked for without a declaration and sent with one; with another one; with one and sent without.
  for (const [wanted, sent] of [
    [{}, declared([])],
    [declared([]), declared([1])],
    [declared([]), declared([], "As others read it.")],
    [declared([]), {}],
  ]) {
    const { id, options } = await askFor({ original, binding: true, ...wanted });
    const passkey = { id, response: await answers(options) };
    const answer = await signs({ original, binding: true, ...sent, passkey });
    const problem = (await answer.json()) as { type: string };
    const title = codeOf(problem);
    expect([answer.status, title]).toEqual([401, "passkey-is-for-another-act"]);
  }
  const asked = await askFor({ original, binding: true, ...declared([1]) });
  const given = { id: asked.id, response: await answers(asked.options) };
  const otherForm = await signs({ original, binding: false, ...declared([1]), passkey: given });
  expect(otherForm.status).toBe(401);
  const answer = await signs({ original, binding: true, ...declared([1]), passkey: given });
  expect(answer.status).toBe(201);
  const exported = await own.send("GET", `/agreements/${agreement}/evidence`);
  const entry = (await exported.text())
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line))
    .find(({ act }) => act === "sign");
  expect(entry.detail.method).toBe("passkey");
  const { passkey } = entry.detail;
  const bytes = (text: string) => Buffer.from(text, "base64url");
  const cose = bytes(passkey.publicKey);
  const x = cose.subarray(10, 42).toString("base64url");
  const y = cose.subarray(45, 77).toString("base64url");
  const key = createPublicKey({ key: { kty: "EC", crv: "P-256", x, y }, format: "jwk" });
  const data = bytes(passkey.clientDataJSON);
  const signed = Buffer.concat([
    bytes(passkey.authenticatorData),
    createHash("sha256").update(data).digest(),
  ]);
  expect(verify("sha256", signed, key, bytes(passkey.signature))).toBe(true);
  const { log, text: words, originals, authority } = entry.detail.consent;
  expect(log).toBe(office.log.name);
  expect(authority).toEqual({ kind: "dispensed" });
  // By hand, the keys in their order: what docs/EVIDENCE.md tells an outsider to do.
  const statement = {
    agreement,
    as: "definitive",
    authority,
    binding: true,
    log,
    nonce: passkey.nonce,
    original,
    originals,
    party: "KZ",
    person: entry.person,
    reservations: [{ articles: [1], kind: "declaration", language: "en", text: "As we read it." }],
    statement: "depositary/sign/v2",
    text: words,
    version: 1,
  };
  const challenge = createHash("sha256").update(JSON.stringify(statement)).digest("base64url");
  expect(JSON.parse(data.toString()).challenge).toBe(challenge);
  expect(version).toBeGreaterThan(1);

  await fill(office);
  const vkey = vkeyOf(office.log);
  const text = await exportOf(office, agreement);
  const consents = [{ agreement, seq: entry.seq, party: "KZ", method: "passkey", weaker: false }];
  expect(verifyExport(text, { key: vkey })).toMatchObject({ verdict: "HOLDS", consents });
});

test("an answer about one text signs no other", async () => {
  const [first, second] = [await draft(office), await draft(office)];
  await openForSigning(office, first);
  await openForSigning(office, second);
  const own = browserOf(office);
  await signsInByCode(own);
  const { original } = await own.get<{ original: string }>(`/agreements/${first}`);
  const path = `/agreements/${first}/signatures/options`;
  const answer = await own.send("POST", path, { original, binding: false });
  const { id, options } = (await answer.json()) as Asked;
  const passkey = { id, response: await answers(options) };
  const elsewhere = await own.act(second, "signatures", { original, binding: false, passkey });
  expect(elsewhere.status).toBe(401);
  const stale = { original: "b".repeat(64), binding: false, passkey };
  expect((await own.act(first, "signatures", stale)).status).toBe(412);
  const body = { original, binding: false, passkey };
  expect((await own.act(first, "signatures", body)).status).toBe(201);
  const again = await own.act(second, "signatures", body);
  expect(again.status).toBe(401);
});

test("a passkey that was taken back signs in no more", async () => {
  const own = browserOf(office);
  const { id, options } = await asks("/session/passkeys", own);
  const passkey = { id, response: await answers(options) };
  expect((await own.send("POST", "/session", { passkey })).status).toBe(201);
  const [kept] = (await own.get<{ items: { id: string }[] }>("/passkeys")).items;
  expect((await own.send("DELETE", `/passkeys/${kept?.id}`)).status).toBe(204);
  const next = await asks("/session/passkeys", own);
  const again = { id: next.id, response: await answers(next.options) };
  expect((await browserOf(office).tries("POST", "/session", { passkey: again }))[0]).toBe(401);
});

test("an authenticator that cannot verify its user makes no passkey here", async () => {
  await authenticator.verifiesUser(false);
  await signsInByCode();
  const { options } = await asks("/passkeys/options");
  await expect(creates(options)).rejects.toThrow(/NotAllowedError|not allowed/i);
  await authenticator.verifiesUser(true);
});
