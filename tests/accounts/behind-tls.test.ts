import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { addAuthenticator, serveOffice, startChromium } from "#tests/support/chromium.ts";
import { cookieJar } from "#tests/support/cookie-jar.ts";
import { type IdentityProvider, startIdentityProvider } from "#tests/support/identity-provider.ts";
import { codeFor, lettersTo } from "#tests/support/mailbox.ts";
import { type Office, openOffice } from "#tests/support/office.ts";
import { askByTls, startTlsFront, type TlsFront } from "#tests/support/tls-front.ts";

let front: TlsFront;
let office: Office;
let served: { url: string; close(): void };
let provider: IdentityProvider;
let email = "";
/** The browser of a test: what it keeps, and what it asks over TLS. */
let jar: ReturnType<typeof cookieJar>;

beforeAll(async () => {
  front = await startTlsFront();
  office = await openOffice({ publicUrl: front.url });
  served = await serveOffice(office);
  front.leadTo(served.url);
  provider = await startIdentityProvider(`${front.url}/api/v1/session/sign-on/callback`);
  office.ctx.provider = { ...provider, insecure: true };
  email = office.as("legal-officer").person.email;
  provider.says({ sub: "officer-1", email, email_verified: true });
});
afterAll(async () => {
  front.close();
  served.close();
  await provider.close();
  await office.close();
});
beforeEach(() => {
  jar = cookieJar(front.url);
});

const session = "__Host-depositary-session";
const signOn = "__Host-depositary-sign-on";

async function asks(method: string, address: string, body?: object) {
  const url = address.startsWith("https:") ? address : `${front.url}/api/v1${address}`;
  const answer = await askByTls(front, url, {
    method,
    headers: {
      Cookie: jar.header(),
      Origin: front.url,
      ...(body && { "Content-Type": "application/json" }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  jar.take(answer.headers["set-cookie"]);
  return { ...answer, json: answer.text.startsWith("{") ? JSON.parse(answer.text) : null };
}

async function codeTo(path: string, body?: object) {
  const before = (await lettersTo(office, email)).length;
  const { json } = await asks("POST", path, body);
  return { id: json.id, code: await codeFor(office, email, before) };
}

async function signsIn() {
  return asks("POST", "/session", { code: await codeTo("/session/codes", { email }) });
}

test("behind TLS a sign-in by code gives a cookie that a browser keeps for this host and TLS alone", async () => {
  expect((await signsIn()).status).toBe(201);
  expect(jar.refused).toEqual([]);
  expect(jar.names()).toEqual([session]);
  const kept = jar.attributesOf(session);
  expect(kept).toEqual({ path: "/", secure: "", httponly: "", samesite: "Lax" });
  expect((await asks("GET", "/session")).json).toMatchObject({ email });
});

test("a confirmation changes the token in the same cookie, and signing out ends it", async () => {
  await signsIn();
  const before = jar.header();
  const code = await codeTo("/session/verification/codes");
  expect((await asks("POST", "/session/verification", { code })).status).toBe(201);
  expect(jar.names()).toEqual([session]);
  expect(jar.header()).not.toBe(before);
  expect((await asks("DELETE", "/session")).status).toBe(204);
  expect([jar.names(), jar.refused]).toEqual([[], []]);
  expect((await asks("GET", "/session")).status).toBe(401);
});

test("signing out with a key in the request ends the session of the cookie too", async () => {
  await signsIn();
  const cookie = jar.header();
  const { key } = office.as("archivist");
  const headers = { Cookie: cookie, Authorization: `Bearer ${key}` };
  const url = `${front.url}/api/v1/session`;
  expect((await askByTls(front, url, { method: "DELETE", headers })).status).toBe(204);
  expect((await askByTls(front, url, { headers: { Cookie: cookie } })).status).toBe(401);
});

test("single sign-on ends with a session, its own cookie gone", async () => {
  const begun = await asks("GET", "/session/sign-on");
  expect([begun.status, jar.names(), jar.refused]).toEqual([302, [signOn], []]);
  expect(jar.attributesOf(signOn)).toMatchObject({ "max-age": "600", samesite: "Lax" });
  const back = await provider.signIn(begun.headers.location ?? "");
  const answer = await asks("GET", back);
  expect([answer.status, answer.headers.location]).toEqual([303, "/"]);
  expect([jar.names(), jar.refused]).toEqual([[session], []]);
  expect((await asks("GET", "/session")).json).toMatchObject({ email });
});

test("a sign-on that fails opens no session", async () => {
  const count = () =>
    office.db
      .selectFrom("sessions")
      .select(({ fn }) => fn.countAll<string>().as("count"))
      .executeTakeFirstOrThrow();
  const before = await count();
  await asks("GET", "/session/sign-on");
  expect((await asks("GET", "/session/sign-on/callback?state=x&code=y")).status).toBe(401);
  expect([await count(), jar.refused]).toEqual([before, []]);
});

test("a passkey is added, verifies and signs in behind TLS, and each answer changes the cookie's token", async () => {
  await signsIn();
  const [name = "", token = ""] = jar.header().split("=");
  const chromium = await startChromium();
  try {
    const context = await chromium.newContext({ ignoreHTTPSErrors: true, locale: "en" });
    await context.addCookies([
      { name, value: token, url: front.url, secure: true, httpOnly: true, sameSite: "Lax" },
    ]);
    const page = await context.newPage();
    await page.goto(front.url);
    await addAuthenticator(page);
    const cookie = async () => (await context.cookies(front.url))[0]?.value;
    const ask = (method: string, path: string, body?: object) =>
      page.evaluate(
        async ([verb, to, given]) => {
          const answer = await fetch(`/api/v1${to}`, {
            method: verb as string,
            headers: { "Content-Type": "application/json" },
            body: JSON.stringify(given ?? {}),
          });
          const text = await answer.text();
          return { status: answer.status, json: text ? JSON.parse(text) : null };
        },
        [method, path, body] as const,
      );
    const answers = (options: object) =>
      page.evaluate(async (json) => {
        const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(json as never);
        return ((await navigator.credentials.get({ publicKey })) as PublicKeyCredential).toJSON();
      }, options);
    const toAdd = (await ask("POST", "/passkeys/options")).json;
    const made = await page.evaluate(async (json) => {
      const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(json as never);
      return ((await navigator.credentials.create({ publicKey })) as PublicKeyCredential).toJSON();
    }, toAdd.options);
    const added = await ask("POST", "/passkeys", { id: toAdd.id, response: made, label: "Phone" });
    expect(added.status).toBe(201);
    const toVerify = (await ask("POST", "/session/verification/passkeys")).json;
    const passkey = { id: toVerify.id, response: await answers(toVerify.options) };
    expect((await ask("POST", "/session/verification", { passkey })).status).toBe(201);
    const verified = await cookie();
    expect(verified).not.toBe(token);
    await context.clearCookies();
    const toEnter = (await ask("POST", "/session/passkeys")).json;
    const entering = { id: toEnter.id, response: await answers(toEnter.options) };
    expect((await ask("POST", "/session", { passkey: entering })).status).toBe(201);
    expect(await cookie()).not.toBe(verified);
    expect((await context.cookies(front.url)).map((one) => one.name)).toEqual([session]);
    // An answer is good once.
    expect((await ask("POST", "/session", { passkey: entering })).status).toBe(401);
  } finally {
    await chromium.close();
  }
});

test("a real browser keeps and ends the same cookies", async () => {
  const chromium = await startChromium();
  try {
    const context = await chromium.newContext({ ignoreHTTPSErrors: true, locale: "en" });
    const page = await context.newPage();
    const names = async () => (await context.cookies(front.url)).map(({ name }) => name);
    await page.goto(`${front.url}/api/v1/session/sign-on`);
    await page.locator("[name=login]").fill("officer-1");
    await page.locator("[name=password]").fill("any");
    await page.getByRole("button", { name: "Sign-in" }).click();
    await page.getByRole("button", { name: "Continue" }).click();
    await page.getByRole("button", { name: /^Account of/ }).click();
    expect(await names()).toEqual([session]);
    await page.getByRole("menuitem", { name: "Sign out" }).click();
    await page.getByRole("link", { name: "Sign in" }).first().waitFor();
    expect(await names()).toEqual([]);
  } finally {
    await chromium.close();
  }
});

test("what is asked of browsers is asked for this host, and not for the office's others", async () => {
  for (const path of ["/", "/api/v1/service", "/nowhere"]) {
    const { headers } = await askByTls(front, `${front.url}${path}`);
    expect(headers["strict-transport-security"]).toBe("max-age=31536000");
  }
});

test("over plain HTTP no line asks for TLS, or a browser would not keep it", async () => {
  const plain = await openOffice();
  try {
    const { email: box } = plain.as("archivist").person;
    const asked = await plain.anyone.send("POST", "/session/codes", { email: box });
    const { id } = (await asked.json()) as { id: string };
    const code = { id, code: await codeFor(plain, box) };
    const answer = await plain.anyone.send("POST", "/session", { code });
    const here = cookieJar("http://localhost");
    here.take(answer.headers.getSetCookie());
    expect([here.names(), here.refused]).toEqual([["depositary-session"], []]);
    const out = await plain.anyone.send("DELETE", "/session", undefined, { Cookie: here.header() });
    here.take(out.headers.getSetCookie());
    expect([here.names(), here.refused]).toEqual([[], []]);
  } finally {
    await plain.close();
  }
});

test("one file sets and ends cookies, so that what ends one has the attributes that set it", () => {
  const folder = join(import.meta.dirname, "../../src");
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
    /\.tsx?$/.test(name),
  );
  const knows = files.filter((name) =>
    /hono\/cookie|set-cookie|document\.cookie/i.test(readFileSync(join(folder, name), "utf8")),
  );
  // The log's redaction knows the header's name and sets none.
  expect(knows.filter((name) => name !== "observe/redact.ts")).toEqual(["http/api/cookies.ts"]);
});
