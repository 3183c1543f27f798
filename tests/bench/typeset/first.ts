import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { quantile } from "../figures.ts";
import { openReport } from "../report.ts";
import type { Engine } from "./engines/engine.ts";
import { freshAgreement } from "./fresh-agreement.ts";

/**
 * Prints how long the first document takes in a fresh process, from its start to the finished bytes, and the memory
 * at its highest: where nothing was compiled before, and where Node has kept what an earlier process compiled, as the
 * service's own commands let it. All engines are given both. `ROUNDS` sets how often each is started, in turn. The
 * browser is left out: it is a process of its own.
 */
const rounds = Number(process.env.ROUNDS ?? 7);
const files = ["depositary", "typst", "pdfmake", "react-pdf", "floor"];

const chosen = process.argv[2];
if (chosen === undefined) compare();
else await once(chosen);

/** The child: one engine and nothing of the others, one document, then its memory. */
async function once(file: string) {
  const made: Record<string, Engine> = await import(`./engines/${file}.ts`);
  const engine = await Object.values(made)[0]?.load();
  if (!engine) return;
  const { bytes } = await engine.render(freshAgreement(1));
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  const work = Math.round((userCPUTime + systemCPUTime) / 1000);
  console.log(JSON.stringify({ bytes: bytes.length, megabytes: Math.round(maxRSS / 1024), work }));
}

function compare() {
  const report = openReport();
  const kept = mkdtempSync(join(tmpdir(), "bench-compiled-"));
  const ways = {
    "first ever": { NODE_DISABLE_COMPILE_CACHE: "1" },
    kept: { NODE_COMPILE_CACHE: kept },
  };
  // One round fills what is kept, and is not counted.
  for (const name of files) start(name, ways.kept);
  const seen = new Map<string, { ms: number; megabytes: number; work: number }[]>();
  for (let round = 0; round < rounds; round++) {
    for (const [way, env] of Object.entries(ways)) {
      for (const name of files) {
        const key = `${name} ${way}`;
        const one = start(name, env);
        if (one) seen.set(key, [...(seen.get(key) ?? []), one]);
      }
    }
  }
  rmSync(kept, { recursive: true });
  const titles = {
    "first ever": "Nothing was compiled before",
    kept: "Node has kept what an earlier process compiled",
  };
  for (const [way, title] of Object.entries(titles)) {
    const of = (name: string) => seen.get(`${name} ${way}`) ?? [];
    report.table(
      title,
      { unit: "ms", reference: "depositary" },
      files
        .filter((name) => of(name).length > 0)
        .map((name) => ({
          what: name,
          samples: of(name).map(({ ms }) => ms),
          ...(name === "depositary" && { goals: [{ of: "median" as const, most: 400 }] }),
          also: {
            "cpu ms": quantile(
              of(name).map(({ work }) => work),
              0.5,
            ),
            "peak MB": quantile(
              of(name).map(({ megabytes }) => megabytes),
              0.5,
            ),
          },
        })),
    );
  }
  report.close();
}

function start(name: string, more: Record<string, string>) {
  const from = performance.now();
  const { stdout } = spawnSync(process.execPath, [import.meta.filename, name], {
    env: { ...process.env, ...more },
  });
  const ms = performance.now() - from;
  const said = stdout.toString().trim();
  if (!said) return null;
  const { megabytes, work }: { megabytes: number; work: number } = JSON.parse(said);
  return { ms, megabytes, work };
}
