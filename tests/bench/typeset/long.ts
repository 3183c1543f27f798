import { spawnSync } from "node:child_process";
import { openReport } from "../report.ts";
import { depositary } from "./engines/depositary.ts";
import { typst } from "./engines/typst.ts";
import { type FreshText, freshAgreement } from "./fresh-agreement.ts";

/**
 * Prints what long instruments cost: each in a fresh process that has set one small document, so that the cost of a
 * page can be compared from thirty pages to six hundred.
 */
const engines = { depositary, typst };
const lengths = [1, 4, 12, 25];
const rounds = Number(process.env.ROUNDS ?? 3);

type Once = { ms: number; work: number; pages: number; megabytes: number };

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
  const report = openReport();
  for (const name of Object.keys(engines)) {
    const rows = lengths.flatMap((length) => {
      const all = Array.from({ length: rounds }, () => start(name, length)).filter((one) => !!one);
      const [first] = all;
      if (!first) return [];
      const { pages, work, megabytes } = first;
      const what = pages ? `${pages} pages` : `${length * 135} paragraphs`;
      const perPage = pages ? Number((first.ms / pages).toFixed(2)) : "";
      const also = { "cpu ms": Math.round(work), "ms a page": perPage, "peak MB": megabytes };
      return [{ what, samples: all.map(({ ms }) => ms), also }];
    });
    if (rows.length > 0) report.table(name, { unit: "ms" }, rows);
    else report.note(`${name} is not on this machine.`);
  }
  report.close();
}

function start(name: string, length: number): Once | null {
  const call = [import.meta.filename, name, String(length)];
  const said = spawnSync(process.execPath, call).stdout.toString().trim();
  return said ? (JSON.parse(said) as Once) : null;
}
