/**
 * How long a key takes from its press to the next picture, in a draft of sixty articles in three languages, on a
 * processor slowed four times: Event Timing (duration of the key's events, to the next frame, in steps of 8 ms).
 * `KEYS` says how many keys, `SLOWDOWN` how slow; needs an empty folder of its own and nothing else running.
 */
import { spawn } from "node:child_process";
import { setTimeout as wait } from "node:timers/promises";
import type { CDPSession } from "playwright-core";
import { launchChromium } from "#tests/support/chromium.ts";
import { freshFolder } from "#tests/support/folder.ts";
import { openReport } from "../report.ts";

const report = openReport();
const keys = Number(process.env.KEYS ?? 120);
const rate = Number(process.env.SLOWDOWN ?? 4);
const languages = ["en", "ru", "ar"];
const words: Record<string, string> = {
  en: "The Parties shall cooperate in good faith and exchange experience in the field of civil service.",
  ru: "Стороны добросовестно сотрудничают и обмениваются опытом в сфере государственной службы.",
  ar: "تتعاون الأطراف بحسن نية وتتبادل الخبرات في مجال الخدمة المدنية.",
};

const folder = freshFolder();
const port = 20_000 + (process.pid % 20_000);
const service = spawn(process.execPath, ["src/cli.ts", "start"], {
  env: { ...process.env, DATA_DIR: folder.path, PORT: String(port) },
  stdio: ["ignore", "pipe", "inherit"],
});
const url = `http://localhost:${port}`;
const chromium = await launchChromium();
try {
  const key = await keyOfOfficer();
  const id = await longDraft(key);
  const context = await chromium.newContext({ viewport: { width: 1440, height: 900 } });
  await context.request.post(`${url}/api/v1/session`, { data: { key }, headers: { Origin: url } });
  const page = await context.newPage();
  await page.goto(`${url}/agreements/${id}/draft`);
  await page.getByRole("button", { name: /^Edit Article.1: English$/ }).waitFor();
  const devtools = await context.newCDPSession(page);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate });
  await page.getByRole("button", { name: /^Edit Article.30: English$/ }).click();
  await page.getByRole("textbox", { name: /^Article.30: English$/ }).click();
  await page.keyboard.press("Control+End");
  await wait(2000);
  await page.evaluate(() => {
    const seen: number[] = [];
    Object.assign(globalThis, { seen });
    const note = (entries: PerformanceObserverEntryList) => {
      for (const { name, duration } of entries.getEntries()) {
        if (name === "keydown") seen.push(duration);
      }
    };
    const options = { type: "event", durationThreshold: 16, buffered: false };
    new PerformanceObserver(note).observe(options as PerformanceObserverInit);
  });
  await devtools.send("Performance.enable", { timeDomain: "threadTicks" });
  const before = await taskSeconds(devtools);
  for (let at = 0; at < keys; at++) {
    await page.keyboard.press(
      "abcdefgh ".charAt(at % 9) === " " ? "Space" : ("abcdefgh"[at % 8] ?? "a"),
    );
    // As people type, with rests in which the article's Markdown is written and the text saved.
    await wait(at % 20 === 19 ? 1500 : 90);
  }
  await wait(500);
  const work = (1000 * ((await taskSeconds(devtools)) - before)) / keys;
  const slow = await page.evaluate(() => (globalThis as unknown as { seen: number[] }).seen);
  // What the browser does not report took less than 16 ms.
  const all = [...slow, ...Array<number>(Math.max(0, keys - slow.length)).fill(8)].sort(
    (a, b) => a - b,
  );
  report.table(
    `A key in a draft of 60 articles in three languages, processor slowed ${rate} times`,
    { unit: "ms" },
    [
      {
        what: "from the key to the next picture",
        samples: all,
        goals: [{ of: "p95", most: 100 }],
        also: { "page's own work, ms": work.toFixed(1) },
      },
    ],
  );
} finally {
  await chromium.close();
  service.kill("SIGTERM");
  await new Promise((resolve) => service.once("exit", resolve));
  folder.remove();
  report.close();
}

/** A demo legal officer's key, which the service prints when it is ready. */
function keyOfOfficer(): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = "";
    service.stdout.on("data", (piece) => {
      printed += String(piece);
      const [, key] = /legal-officer\s+([\w-]{43})/.exec(printed) ?? [];
      if (key && printed.includes("Letters:")) resolve(key);
    });
    service.once("exit", () => reject(new Error("The service did not start.")));
  });
}

/** The time that the page's thread has worked: what others do on the machine does not count. */
async function taskSeconds(devtools: CDPSession): Promise<number> {
  const { metrics } = await devtools.send("Performance.getMetrics");
  return metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0;
}

async function longDraft(key: string): Promise<string> {
  const send = async (method: string, path: string, body: unknown, version?: number) => {
    const answer = await fetch(`${url}/api/v1${path}`, {
      method,
      body: JSON.stringify(body),
      headers: {
        Authorization: `Bearer ${key}`,
        "Content-Type": "application/json",
        ...(version && { "If-Match": `"${version}"` }),
      },
    });
    if (!answer.ok) throw new Error(await answer.text());
    return (await answer.json()) as { id: string; version: number };
  };
  const title = Object.fromEntries(languages.map((language) => [language, "Long"]));
  const parties = [{ code: "KZ" }, { code: "AE" }];
  const variables = { place: "Astana" };
  const wanted = { template: "memorandum-of-understanding", title, parties, languages, variables };
  const { id, version } = await send("POST", "/agreements", wanted);
  const texts = Object.fromEntries(
    languages.map((language) => {
      const sentence = words[language] ?? "";
      const paragraphs = [1, 2, 3, 4].map(
        (n) => `${n}. ${sentence} ${sentence} [${n}](#article-${n})`,
      );
      const articles = Array.from(
        { length: 60 },
        (_, at) => `## ${sentence.slice(0, 20)} ${at + 1}\n\n${paragraphs.join("\n")}\n`,
      );
      return [language, `# ${sentence.slice(0, 30)}\n\n${sentence}\n\n${articles.join("\n")}`];
    }),
  );
  await send("POST", `/agreements/${id}/versions`, { texts }, version);
  return id;
}
