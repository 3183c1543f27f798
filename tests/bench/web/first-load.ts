/**
 * The representative's page of an agreement on a phone-sized window with a processor four times slower: the
 * Largest Contentful Paint of a first visit, the compressed script it takes, and how long an interaction takes
 * to the next paint. A demonstration is started for it; `ROUNDS` is the number of first visits.
 */
import { spawn } from "node:child_process";
import { createServer } from "node:net";
import type { Browser } from "playwright-core";
import { launchChromium } from "#tests/support/chromium.ts";
import { freshFolder } from "#tests/support/folder.ts";
import { fromPage } from "#tests/support/local-browser.ts";
import { openReport } from "../report.ts";

const report = openReport();
const rounds = Number(process.env.ROUNDS ?? 5);
const slower = 4;

type Visit = { lcp: number; script: number; interactions: Record<string, number> };

const folder = freshFolder();
const port = await freePort();
const url = `http://localhost:${port}`;
const service = spawn(process.execPath, ["src/cli.ts", "start"], {
  env: { ...process.env, DATA_DIR: folder.path, PORT: String(port) },
  stdio: "ignore",
});
const browser = await launchChromium();
try {
  await ready();
  const { agreement, person } = await findOne();
  const visits: Visit[] = [];
  for (let round = 0; round < rounds; round++) visits.push(await visit(browser, person, agreement));
  const row = (what: string, of: (visit: Visit) => number, most: number) => ({
    what,
    samples: visits.map(of),
    goals: [{ of: "median" as const, most }],
  });
  const slow = `first visits on 360 pixels, processor slowed ${slower} times`;
  report.table(`Milliseconds, ${slow}`, { unit: "ms" }, [
    row("largest contentful paint", ({ lcp }) => lcp, 1500),
    ...Object.keys(visits[0]?.interactions ?? {}).map((name) =>
      row(name, ({ interactions }) => interactions[name] ?? 0, 100),
    ),
  ]);
  report.table("Script of a first visit, compressed", { unit: "kB" }, [
    row("all files", ({ script }) => script / 1000, 200),
  ]);
} finally {
  await browser.close();
  service.kill("SIGTERM");
  await new Promise((resolve) => service.once("exit", resolve));
  folder.remove();
  report.close();
}

async function visit(from: Browser, person: string, agreement: string): Promise<Visit> {
  const context = await from.newContext({ viewport: { width: 360, height: 800 }, locale: "en" });
  const answer = await context.request.post(`${url}/api/v1/session`, {
    data: { demo: person },
    headers: { ...fromPage(url), Connection: "keep-alive" },
  });
  if (!answer.ok()) throw new Error(await answer.text());
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: slower });
  await page.addInitScript(() => {
    const seen = { lcp: 0, longest: 0 };
    Object.assign(globalThis, { seen });
    new PerformanceObserver((list) => {
      for (const { startTime } of list.getEntries()) seen.lcp = startTime;
    }).observe({ type: "largest-contentful-paint", buffered: true });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) seen.longest = Math.max(seen.longest, duration);
    }).observe({ type: "event", buffered: true, durationThreshold: 16 } as PerformanceObserverInit);
  });
  await page.goto(`${url}/agreements/${agreement}`);
  const article = page.locator("[data-article='2']");
  await article.waitFor();
  await page.waitForLoadState("networkidle");
  const read = <Result>(script: string) => page.evaluate<Result>(script);
  const lcp = await read<number>("seen.lcp");
  const script = await read<number>(
    `performance.getEntriesByType("resource").filter(({ name }) => name.endsWith(".js"))
      .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0)`,
  );
  const interactions: Record<string, number> = {};
  const measure = async (name: string, act: () => Promise<unknown>) => {
    await page.evaluate("seen.longest = 0");
    await act();
    await page.waitForTimeout(600);
    interactions[name] = await read<number>("seen.longest");
  };
  const remark = article.locator("button[aria-expanded]");
  // Fetched once before: what is measured is the interaction.
  await remark.click();
  await article.locator("textarea").waitFor();
  await measure("closing the remarks", () => remark.click());
  await measure("opening the remarks", () => remark.click());
  await measure("typing a remark", () => article.locator("textarea").pressSequentially("A word"));
  const languages = page.getByRole("radiogroup").first().locator("label");
  await languages.nth(1).click();
  await page.waitForTimeout(800);
  await languages.nth(0).click();
  await page.waitForTimeout(800);
  await measure("switching the language", () => languages.nth(1).click());
  await context.close();
  return { lcp, script, interactions };
}

async function findOne(): Promise<{ agreement: string; person: string }> {
  type People = { people: { person: string; role: string; party: string | null }[] };
  const { people } = (await (
    await fetch(`${url}/api/v1/demo/people`, { headers: fromPage(url) })
  ).json()) as People;
  for (const { person } of people.filter(({ role }) => role === "representative")) {
    const opened = await fetch(`${url}/api/v1/session`, {
      method: "POST",
      headers: { ...fromPage(url), "Content-Type": "application/json" },
      body: JSON.stringify({ demo: person }),
    });
    const Cookie = (opened.headers.get("Set-Cookie") ?? "").split(";")[0] ?? "";
    const found = await fetch(`${url}/api/v1/agreements?limit=200`, { headers: { Cookie } });
    const { items } = (await found.json()) as {
      items: { id: string; languages: string[]; stage: string }[];
    };
    const one = items.find(
      ({ languages, stage }) =>
        languages.length > 1 && languages.length < 4 && stage.startsWith("review"),
    );
    if (one) return { agreement: one.id, person };
  }
  throw new Error("The demonstration has no agreement in review with several languages.");
}

/** The demonstration writes its agreements after it has begun to answer. */
async function ready(): Promise<void> {
  for (let look = 0; look < 240; look++) {
    const found = await fetch(`${url}/readyz`)
      .then(({ ok }) => ok)
      .catch(() => false);
    if (found && (await findOne().catch(() => null))) return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error("The service did not begin.");
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
