/**
 * How smooth the archive's list stays, of the app as `npm run build` left it: `AGREEMENTS` of them, a processor slowed down four times, and a page that
 * scrolls a third of a screen at every frame while it fetches, `FRAMES` times. Frame times in milliseconds; 16.7 is the screen's own.
 * `processor` is what a frame costs the page's own thread, the slowing down (`RATE`) among it.
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { makeKey } from "#src/accounts/make-key.ts";
import { ensureBuilt } from "#src/cli/build.ts";
import { startEmbeddedPostgres } from "#src/embedded/postgres.ts";
import { createApp } from "#src/http/app.ts";
import { listPeople } from "#src/people/find.ts";
import { launchChromium, serveOffice } from "#tests/support/chromium.ts";
import { freshFolder } from "#tests/support/folder.ts";
import type { Office } from "#tests/support/office.ts";
import { openBench } from "../acts/open-bench.ts";
import { copyAgreement } from "../reading/fill.ts";
import { openReport } from "../report.ts";

const report = openReport();
const count = Number(process.env.AGREEMENTS ?? 10_000);
const measured = Number(process.env.FRAMES ?? 400);
const rate = Number(process.env.RATE ?? 4);
const pixels = 300;

await ensureBuilt();
const folder = freshFolder();
const postgres = await startEmbeddedPostgres({ dataDir: join(folder.path, "data") });
const bench = await openBench(postgres, { clients: 4, agreements: 1 });
const parties = [
  ["KZ", "AE"],
  ["US", "EE"],
  ["KZ", "HUB", "US"],
];
await copyAgreement(bench.db, bench.idOf(1), { count, stages: ["publish"], parties });

const people = await listPeople(bench.ctx.db);
const archivist = people.find(({ roles }) => roles.some((role) => role === "archivist"));
if (!archivist) throw new Error("No demo person is an archivist.");
const wanted = { person: archivist.id, label: "bench", days: 1, now: new Date() };
const { key } = await makeKey(bench.ctx.db, { ...wanted, scopes: ["read", "act"] });

const built = join(import.meta.dirname, "../../../dist/web/index.html");
const app = createApp(() => ({ ...bench.ctx, page: () => readFile(built, "utf8") }));
const served = await serveOffice({ app } as Office);
const chromium = await launchChromium();
const context = await chromium.newContext({ viewport: { width: 1440, height: 900 }, locale: "en" });
const signedIn = await context.request.post(`${served.url}/api/v1/session`, {
  data: { key },
  headers: { Origin: served.url },
});
if (!signedIn.ok()) throw new Error(await signedIn.text());
const page = await context.newPage();
const devtools = await context.newCDPSession(page);
await devtools.send("Emulation.setCPUThrottlingRate", { rate });
await page.goto(`${served.url}/archive`);
await page.locator("tbody tr").first().waitFor();

// The processor's time of the page's own thread, which other programs on the machine do not lengthen.
await devtools.send("Performance.enable", { timeDomain: "threadTicks" });
const worked = async () => {
  const { metrics } = await devtools.send("Performance.getMetrics");
  return metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0;
};
const before = await worked();
const scrolled = await page.evaluate(
  async ({ measured, pixels }) => {
    const frames: number[] = [];
    let rows = 0;
    let last = performance.now();
    while (frames.length < measured) {
      scrollBy(0, pixels);
      await new Promise(requestAnimationFrame);
      frames.push(performance.now() - last);
      last = performance.now();
      rows = Math.max(rows, document.querySelectorAll("tbody tr").length);
    }
    return { frames, rows };
  },
  { measured, pixels },
);
const perFrame = ((await worked()) - before) * (1000 / scrolled.frames.length);
// Then to the very end, as fast as pages come.
await devtools.send("Emulation.setCPUThrottlingRate", { rate: 1 });
const reached = await page.evaluate(async (count) => {
  const lastRow = () =>
    Number(document.querySelector("tbody tr:last-child")?.getAttribute("aria-rowindex") ?? 1) - 1;
  while (lastRow() < count) {
    scrollTo(0, document.body.scrollHeight);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return lastRow();
}, count);
report.table(
  `A frame while the archive's list of ${count.toLocaleString("en")} scrolls, processor slowed ${rate} times`,
  { unit: "ms" },
  [
    {
      what: "from frame to frame",
      samples: scrolled.frames,
      also: { "page's own work, ms": perFrame.toFixed(1), "rows in the page": scrolled.rows },
    },
  ],
);
report.note(`The list was then scrolled to its end: ${reached.toLocaleString("en")} rows.`);

await chromium.close();
served.close();
await bench.close();
await postgres.stop();
folder.remove();
report.close();
