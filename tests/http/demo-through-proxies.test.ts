import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  newerNginx,
  nginx,
  startBareProxy,
  type Tunnel,
  type Way,
} from "#tests/support/bare-proxy.ts";
import { serveOffice, startChromium } from "#tests/support/chromium.ts";
import { fromPage } from "#tests/support/local-browser.ts";
import { type Office, openOffice } from "#tests/support/office.ts";

let demo: Office;
let served: { url: string; close(): void };

beforeAll(async () => {
  demo = await openOffice({ demo: true });
  served = await serveOffice(demo);
});
afterAll(async () => {
  served.close();
  await demo.close();
});

type Headers = Record<string, string>;
const keepAlive = { Connection: "keep-alive" };

/** What a client at `url` sees of the demonstration: the people, the letters, a sign-in by name, and what /service says. */
async function seen(url: string, headers: Headers) {
  const ask = (method: string, path: string, body = ""): Promise<[number, string]> =>
    new Promise((resolve, reject) => {
      const json: Headers = body ? { "Content-Type": "application/json" } : {};
      const asked = request(`${url}/api/v1${path}`, { method, headers: { ...headers, ...json } });
      asked.on("error", reject);
      asked.on("response", async (answer) => {
        let text = "";
        for await (const bytes of answer) text += bytes;
        resolve([answer.statusCode ?? 0, text]);
      });
      asked.end(body);
    });
  const { id } = demo.as("secretariat").person;
  const [, service] = await ask("GET", "/service");
  return {
    people: (await ask("GET", "/demo/people"))[0],
    letters: (await ask("GET", "/demo/letters"))[0],
    entered: (await ask("POST", "/session", JSON.stringify({ demo: id })))[0],
    said: JSON.parse(service).demonstration,
  };
}

const open = { people: 200, letters: 200, entered: 201, said: true };
/** As if there were no demonstration; a page elsewhere is refused before that. */
const closed = { people: 404, letters: 404, said: false };

test("a page of the service in a browser on this machine has the demonstration", async () => {
  expect(await seen(served.url, { ...keepAlive, ...fromPage(served.url) })).toEqual(open);
});

describe.each<[string, Way | Tunnel]>([
  ["nginx with proxy_pass alone", nginx],
  ["nginx as above, since it speaks HTTP/1.1", newerNginx],
  ["a proxy that keeps its own connection open", { version: "1.1", connection: "close" }],
  ["a tunnel that passes on every byte", "tunnel"],
])("through %s", (_, way) => {
  let proxy: Awaited<ReturnType<typeof startBareProxy>>;
  beforeAll(async () => {
    proxy = await startBareProxy(served.url, way);
  });
  afterAll(() => proxy.close());

  test.each([
    ["http", "http://treaties.example", true],
    ["https", "https://treaties.example", true],
    ["http without Sec-Fetch-Site, which is for secure pages", "http://treaties.example", false],
  ])("a browser that is at the site by %s has none of it", async (_scheme, site, says) => {
    const { "Sec-Fetch-Site": fetched, ...rest } = fromPage(site);
    const headers = { ...keepAlive, ...rest, ...(says && { "Sec-Fetch-Site": fetched }) };
    const found = await seen(proxy.url, headers as Headers);
    expect(found).toMatchObject(closed);
    expect([400, 403]).toContain(found.entered);
  });

  test("nor has a program that sends nothing of the kind", async () => {
    expect(await seen(proxy.url, keepAlive)).toEqual({ ...closed, entered: 400 });
  });

  if (way === "tunnel") return;
  test("nor has one that says what a browser on the service's machine would say", async () => {
    const forged = { ...keepAlive, ...fromPage(served.url.replace("localhost", "127.0.0.1")) };
    expect(await seen(proxy.url, forged)).toEqual({ ...closed, entered: 400 });
  });

  test("nor is anybody there sent to a machine of the same name", async () => {
    const page = await fetch(`${proxy.url}/`, { redirect: "manual" });
    expect(page.status).toBe(200);
  });
});

test.each([
  ["Forwarded", "for=192.0.2.1"],
  ["X-Forwarded-For", "192.0.2.1"],
  ["X-Forwarded-Proto", "https"],
  ["X-Forwarded-Port", "443"],
  ["X-Real-IP", "192.0.2.1"],
  ["Via", "1.1 proxy.example"],
  ["CF-Connecting-IP", "192.0.2.1"],
  ["CF-Ray", "1"],
  ["True-Client-IP", "192.0.2.1"],
  ["X-Client-IP", "192.0.2.1"],
  ["Fly-Client-IP", "192.0.2.1"],
  ["Fastly-Client-IP", "192.0.2.1"],
  ["X-Amzn-Trace-Id", "Root=1"],
  ["X-Envoy-External-Address", "192.0.2.1"],
  ["X-Request-Id", "1"],
  ["X-Original-Host", "treaties.example"],
  ["X-Some-Proxy-Of-The-Future", "1"],
  ["Tailscale-User-Login", "someone"],
])(
  "a request that bears %s has come through something: nothing of it is shown",
  async (name, value) => {
    const headers = { ...keepAlive, ...fromPage(served.url), [name]: value };
    expect(await seen(served.url, headers)).toEqual({ ...closed, entered: 400 });
  },
);

test.each<[string, (url: string) => Headers]>([
  ["another port of this machine", (url) => fromPage(`${url.replace(/\d+$/, "1")}`)],
  ["a name that only begins like this machine", () => fromPage("http://127.evil.example")],
  ["a Referer elsewhere", (url) => ({ ...fromPage(url), Referer: "http://treaties.example/" })],
  ["a page that hides its origin", () => ({ Origin: "null", "Sec-Fetch-Site": "same-origin" })],
])("a request of %s has none of it", async (_, headersOf) => {
  expect(await seen(served.url, { ...keepAlive, ...headersOf(served.url) })).toMatchObject(closed);
});

test("a host name that leads to this machine is not this machine's", async () => {
  const { port } = new URL(served.url);
  const site = `http://rebound.example:${port}`;
  const headers = { ...keepAlive, ...fromPage(site), Host: new URL(site).host };
  expect(await seen(served.url, headers)).toMatchObject(closed);
});

test("a real browser is offered the people here, and through the proxy not", async () => {
  const proxy = await startBareProxy(served.url, nginx);
  const chromium = await startChromium();
  try {
    const page = await chromium.newPage({ locale: "en" });
    const somebody = page.getByRole("button", { name: /Aigerim Nurlanova/ });
    await page.goto(`${served.url}/sign-in`);
    await somebody.waitFor();
    await page.goto(`${proxy.url}/sign-in`);
    await page.getByRole("button", { name: "Send a code" }).waitFor();
    await page.waitForLoadState("networkidle");
    expect(await somebody.count()).toBe(0);
    await page.goto(`${served.url}/sign-in`);
    await somebody.click();
    await page.getByRole("button", { name: /^Account of/ }).waitFor();
  } finally {
    await chromium.close();
    proxy.close();
  }
});
