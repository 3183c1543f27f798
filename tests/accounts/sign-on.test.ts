import { afterAll, beforeAll, expect, test } from "vitest";
import { browserOf } from "#tests/support/browser.ts";
import { type IdentityProvider, startIdentityProvider } from "#tests/support/identity-provider.ts";
import { type Office, openOffice } from "#tests/support/office.ts";

const callback = "http://localhost/api/v1/session/sign-on/callback";
let office: Office;
let provider: IdentityProvider;
let email = "";

beforeAll(async () => {
  office = await openOffice();
  provider = await startIdentityProvider(callback);
  office.ctx.publicUrl = "http://localhost";
  office.ctx.provider = { ...provider, insecure: true };
  email = office.as("legal-officer").person.email;
});
afterAll(async () => {
  await office.close();
  await provider.close();
});

/** Begins here, signs in there, and comes back with what the provider gave. */
async function goesThrough(browser = browserOf(office)) {
  const begun = await browser.send("GET", "/session/sign-on");
  expect(begun.status).toBe(302);
  const back = await provider.signIn(begun.headers.get("Location") ?? "");
  const path = back.replace("http://localhost/api/v1", "");
  return { browser, path, answer: await browser.send("GET", path) };
}

test("a person signs in at the ministry's own provider, known by the verified address", async () => {
  provider.says({ sub: "officer-1", email, email_verified: true });
  const { browser, answer } = await goesThrough();
  expect([answer.status, answer.headers.get("Location")]).toEqual([303, "/"]);
  expect(await browser.get("/session")).toMatchObject({ roles: ["legal-officer"] });
});

test.each([
  ["/agreements/x/sign?a=1#part", "/agreements/x/sign?a=1#part"],
  ["//evil.example/x", "/"],
  ["https://evil.example/", "/"],
])("after %s was asked for, a person comes back to %s", async (next, place) => {
  provider.says({ sub: "officer-1", email, email_verified: true });
  const browser = browserOf(office);
  const asked = `/session/sign-on?${new URLSearchParams({ next })}`;
  const begun = await browser.send("GET", asked);
  const back = await provider.signIn(begun.headers.get("Location") ?? "");
  const answer = await browser.send("GET", back.replace("http://localhost/api/v1", ""));
  expect([answer.status, answer.headers.get("Location")]).toEqual([303, place]);
});

test("afterwards the identity is known by its subject, whatever the address", async () => {
  provider.says({ sub: "officer-1", email: "changed@ministry.example", email_verified: false });
  const { browser } = await goesThrough();
  expect(await browser.get("/session")).toMatchObject({
    person: office.as("legal-officer").person.id,
  });
});

test("an address that is not verified, or not known, opens nothing", async () => {
  for (const [sub, address, verified] of [
    ["stranger-1", email, false],
    ["stranger-2", "nobody@ministry.example", true],
  ] as const) {
    provider.says({ sub, email: address, email_verified: verified });
    const { browser, answer } = await goesThrough();
    expect(answer.status).toBe(401);
    expect((await browser.tries("GET", "/session"))[0]).toBe(401);
  }
});

test("an answer is good once, for the browser that began, and with its own state", async () => {
  provider.says({ sub: "officer-1", email, email_verified: true });
  const { browser, path } = await goesThrough();
  expect((await browser.tries("GET", path))[0]).toBe(401);
  const begun = await browserOf(office).send("GET", "/session/sign-on");
  const back = await provider.signIn(begun.headers.get("Location") ?? "");
  const elsewhere = browserOf(office);
  await elsewhere.send("GET", "/session/sign-on");
  const stolen = back.replace("http://localhost/api/v1", "");
  expect((await elsewhere.tries("GET", stolen))[0]).toBe(401);
  expect((await elsewhere.tries("GET", stolen.replace(/state=[^&]*/, "state=x")))[0]).toBe(401);
});

test("single sign-on verifies nobody afresh", async () => {
  provider.says({ sub: "officer-1", email, email_verified: true });
  const { browser } = await goesThrough();
  const key = { label: "R", scopes: ["read"], days: 1 };
  expect(await browser.tries("POST", "/keys", key)).toEqual([401, "step-up-required"]);
});

test("without a provider there is no such way, and one that is away is told", async () => {
  office.ctx.provider = null;
  expect((await browserOf(office).tries("GET", "/session/sign-on"))[0]).toBe(404);
  office.ctx.provider = { ...provider, issuer: "http://127.0.0.1:1", insecure: true };
  expect((await browserOf(office).tries("GET", "/session/sign-on"))[0]).toBe(503);
});
