import { spawnSync } from "node:child_process";
import { depositary } from "./engines/depositary.ts";
import { typst } from "./engines/typst.ts";
import { type FreshText, freshAgreement } from "./fresh-agreement.ts";

/**
 * Prints what long instruments cost: each in a fresh process that has set one small document, so that the cost of a
 * page can be compared from thirty pages to six hundred.
 */
const engines = { depositary, typst };
const lengths = [1, 4, 12, 25];

const [chosen, times] = process.argv.slice(2);
if (chosen === undefined) compare();
else await once(engines[chosen as keyof typeof engines], Number(times));

async function once(engine: typeof depositary, times: number) {
  const { render } = (await engine.load()) ?? {};
  if (!render) return;
  await render(freshAgreement(1));
  const texts = longText(times);
  const before = process.cpuUsage();
  const from = performance.now();
  const { bytes } = await render(texts);
  const ms = performance.now() - from;
  const { user, system } = process.cpuUsage(before);
  const work = (user + system) / 1000;
  const { maxRSS } = process.resourceUsage();
  const pages =
    Buffer.from(bytes)
      .toString("latin1")
      .match(/\/Type ?\/Page\b/g)?.length ?? 0;
  console.log(JSON.stringify({ ms, work, pages, megabytes: Math.round(maxRSS / 1024) }));
}

/** So many agreements' articles in one, each of other words. */
function longText(times: number): FreshText[] {
  const all = Array.from({ length: times }, (_, i) => freshAgreement(i + 2));
  const [first = []] = all;
  return first.map((text, language) => ({
    ...text,
    articles: all.flatMap((texts) => texts[language]?.articles ?? []),
  }));
}

function compare() {
  const rows = Object.keys(engines).flatMap((name) =>
    lengths.flatMap((length) => {
      const call = [import.meta.filename, name, String(length)];
      const said = spawnSync(process.execPath, call).stdout.toString().trim();
      if (!said) return [];
      const { ms, work, pages, megabytes } = JSON.parse(said);
      return [
        {
          engine: name,
          pages: pages || "",
          ms: Math.round(ms),
          "ms a page": pages ? Number((ms / pages).toFixed(2)) : "",
          "processor ms": Math.round(work),
          "ms of 135 paragraphs": Number((ms / length).toFixed(1)),
          "peak MB": megabytes,
        },
      ];
    }),
  );
  console.log("Long instruments, each in a process of its own:");
  console.table(rows);
}
