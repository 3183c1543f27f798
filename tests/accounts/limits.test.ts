import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { countRequests } from "#src/limits/count.ts";
import { type Rate, rates } from "#src/limits/rates.ts";
import { type Browser, browserOf } from "#tests/support/browser.ts";
import { codeFor, lettersTo } from "#tests/support/mailbox.ts";
import { type Office, openOffice } from "#tests/support/office.ts";
import { startRedis } from "#tests/support/redis-server.ts";

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
beforeEach(() => {
  office.ctx.limits = countRequests(null);
});
afterAll(() => office.close());

async function takeAll(limits: ReturnType<typeof countRequests>, rate: Rate, key: string) {
  for (let i = 0; i < rates[rate].times; i++)
    expect(await limits.take(rate, key)).toMatchObject({ refused: false });
}

/** Someone who asks from an address of their own. */
function from(address: string): Pick<Browser, "send" | "tries"> {
  const { send } = browserOf(office);
  const there: Browser["send"] = (method, path, body) =>
    send(method, path, body, { "CF-Connecting-IP": address });
  return {
    send: there,
    tries: async (method, path, body) => [(await there(method, path, body)).status, null],
  };
}

async function asks(who: Pick<Browser, "send">, email: string): Promise<string> {
  const answer = await who.send("POST", "/session/codes", { email });
  expect(answer.status).toBe(202);
  return ((await answer.json()) as { id: string }).id;
}

test("no more letters with codes go to one mailbox than are good for it, from one address or from many", async () => {
  const { email } = office.as("archivist").person;
  const one = from("192.0.2.1");
  for (let i = 0; i < rates["codes-asked-here"].times; i++) await asks(one, email);
  const refused = await one.send("POST", "/session/codes", { email: email.toUpperCase() });
  expect(refused.status).toBe(429);
  const wait = Number(refused.headers.get("Retry-After"));
  expect(wait).toBeGreaterThan(0);
  expect(wait).toBeLessThanOrEqual(rates["codes-asked-here"].seconds);
  const left = rates["codes-asked"].times - rates["codes-asked-here"].times;
  for (let i = 0; i < left; i++) await asks(from(`198.51.100.${i}`), email);
  expect((await from("203.0.113.1").tries("POST", "/session/codes", { email }))[0]).toBe(429);
  await asks(from("203.0.113.1"), office.as("legal-officer").person.email);
});

test("one address does not have letters sent to a whole list of people", async () => {
  const who = from("192.0.2.2");
  for (let i = 0; i < rates["codes-from-address"].times; i++) {
    await asks(who, `person-${i}@ministry.example`);
  }
  const one = { email: "one-more@ministry.example" };
  expect((await who.tries("POST", "/session/codes", one))[0]).toBe(429);
  expect((await from("192.0.2.3").tries("POST", "/session/codes", one))[0]).toBe(202);
});

test("strangers who ask for codes and guess them keep no signatory from confirming", async () => {
  const { email } = office.as("representative", "AE").person;
  const desk = browserOf(office);
  const id = await asks(desk, email);
  const code = await codeFor(office, email);
  expect((await desk.send("POST", "/session", { code: { id, code } })).status).toBe(201);
  // The stranger asks at the signatory's own address, and guesses until nothing more is taken.
  const stranger = browserOf(office);
  let status = 0;
  for (let i = 0; status !== 429 && i < 50; i++) {
    [status] = (await stranger.tries("POST", "/session/codes", { email })) as [number];
  }
  expect(status).toBe(429);
  for (let i = 0; i < 150; i++) {
    const guess = { code: { id: crypto.randomUUID(), code: String(i).padStart(8, "0") } };
    await stranger.tries("POST", "/session", guess);
  }
  const before = (await lettersTo(office, email)).length;
  const asked = await desk.send("POST", "/session/verification/codes");
  expect(asked.status).toBe(202);
  const own = ((await asked.json()) as { id: string }).id;
  const right = { code: { id: own, code: await codeFor(office, email, before) } };
  expect((await desk.send("POST", "/session/verification", right)).status).toBe(201);
});

test("the reader of the mailbox gets in by the last letter's link while codes are refused", async () => {
  const { email } = office.as("representative", "KZ").person;
  let last = "";
  for (let i = 0; i < rates["codes-asked-here"].times; i++)
    last = await asks(from("192.0.2.4"), email);
  for (let guess = 0; guess < 6; guess++) {
    await from("192.0.2.4").tries("POST", "/session", {
      code: { id: last, code: `0000 000${guess}` },
    });
  }
  expect((await from("192.0.2.4").tries("POST", "/session/codes", { email }))[0]).toBe(429);
  const links = async () =>
    (await lettersTo(office, email)).map(
      ({ text }) => text.match(/sign-in\?id=([\w-]+)#token=([\w-]+)/) ?? [],
    );
  await expect.poll(async () => (await links()).some(([, id]) => id === last)).toBe(true);
  const [, id, token] = (await links()).find(([, own]) => own === last) ?? [];
  expect((await from("192.0.2.4").tries("POST", "/session", { link: { id, token } }))[0]).toBe(201);
});

test("wrong codes count for the account, for every sender and every code", async () => {
  for (const email of [office.as("secretariat").person.email, "nobody@nowhere.example"]) {
    office.ctx.limits = countRequests(null);
    const statuses: unknown[] = [];
    for (let from_ = 0; from_ < 5; from_++) {
      const who = from(`198.51.100.${from_}`);
      const id = await asks(who, email);
      for (let guess = 0; guess < 5; guess++) {
        const code = { id, code: `7777 000${guess}` };
        statuses.push((await who.tries("POST", "/session", { code }))[0]);
      }
    }
    const times = rates["wrong-codes"].times;
    expect(statuses).toEqual([...Array(times).fill(401), ...Array(25 - times).fill(429)]);
  }
});

test("guesses that are sent at one moment are not all let through", async () => {
  const who = from("192.0.2.5");
  const ids = Array.from({ length: 150 }, () => crypto.randomUUID());
  const tries = ids.map((id) => who.tries("POST", "/session", { code: { id, code: "1" } }));
  const statuses = (await Promise.all(tries)).map(([status]) => status);
  const { times } = rates["failures-from-address"];
  expect(statuses.filter((status) => status === 401)).toHaveLength(times);
  expect(statuses.filter((status) => status === 429)).toHaveLength(150 - times);
});

test("one address tries keys not without end, and those who sign in there by other means go on", async () => {
  const browser = browserOf(office);
  const tries = async (bearer: string) =>
    (await browser.send("GET", "/session", undefined, { Authorization: `Bearer ${bearer}` }))
      .status;
  const { times } = rates["failures-from-address"];
  for (let i = 0; i < times; i++) expect(await tries(`key-${i}`)).toBe(401);
  expect(await tries("one-more")).toBe(429);
  const code = { id: crypto.randomUUID(), code: "1234 5678" };
  expect((await browser.tries("POST", "/session", { code }))[0]).toBe(401);
  expect((await office.as("archivist").send("GET", "/session")).status).toBe(200);
});

test("addresses of one IPv6 network are one, and IPv4 written as IPv6 is itself", async () => {
  const { email } = office.as("archivist").person;
  for (let i = 0; i < rates["codes-asked-here"].times; i++) {
    await asks(from(`2001:db8:1:2:${i + 1}::1`), email);
  }
  const once = { email };
  expect((await from("2001:db8:1:2::ff").tries("POST", "/session/codes", once))[0]).toBe(429);
  expect((await from("2001:db8:1:3::1").tries("POST", "/session/codes", once))[0]).toBe(202);
});

test("a signed-in person who fails to confirm ten times waits, and nobody else", async () => {
  const { email } = office.as("representative", "AE").person;
  const before = (await lettersTo(office, email)).length;
  const desk = browserOf(office);
  const id = await asks(desk, email);
  const code = await codeFor(office, email, before);
  expect((await desk.send("POST", "/session", { code: { id, code } })).status).toBe(201);
  const wrong = () => ({ code: { id: crypto.randomUUID(), code: "1" } });
  for (let i = 0; i < rates["failed-confirmations"].times; i++) {
    expect((await desk.tries("POST", "/session/verification", wrong()))[0]).toBe(401);
  }
  expect((await desk.tries("POST", "/session/verification", wrong()))[0]).toBe(429);
  const other = browserOf(office);
  expect((await other.tries("POST", "/session", wrong()))[0]).toBe(401);
});

test("an account that asks too often waits, and the others do not", async () => {
  const busy = office.as("legal-officer");
  for (let i = 0; i < rates.requests.times; i++) {
    const answer = await busy.send("GET", "/session");
    if (answer.status !== 200) throw new Error(`${i}: ${answer.status}`);
  }
  const refused = await busy.send("GET", "/session");
  expect([refused.status, refused.headers.has("Retry-After")]).toEqual([429, true]);
  expect((await office.as("archivist").send("GET", "/session")).status).toBe(200);
});

test("two processes with one Redis count together, and go on counting when it dies", async () => {
  const redis = await startRedis();
  const [one, other] = [countRequests(redis.url), countRequests(redis.url)];
  try {
    await Promise.all([one, other].map((limits) => limits.ready()));
    await takeAll(one, "codes-asked", "a@b.example");
    expect((await other.take("codes-asked", "a@b.example"))?.refused).toBe(true);
    expect((await other.take("codes-asked", "c@d.example"))?.refused).toBe(false);
    await one.giveBack("codes-asked", "a@b.example");
    expect((await other.take("codes-asked", "a@b.example"))?.refused).toBe(false);
    await redis.stop();
    await takeAll(one, "codes-asked", "e@f.example");
    expect((await one.take("codes-asked", "e@f.example"))?.refused).toBe(true);
  } finally {
    one.close();
    other.close();
  }
});
