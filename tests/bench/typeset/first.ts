import { spawnSync } from "node:child_process";
import type { Engine } from "./engines/engine.ts";
import { freshAgreement } from "./fresh-agreement.ts";

/**
 * Prints how long the first document takes in a fresh process, from its start to the finished bytes, and the memory
 * at its highest. `ROUNDS` sets how often each engine is started, in turn. The browser is left out: it is a process
 * of its own.
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
  const { maxRSS } = process.resourceUsage();
  console.log(JSON.stringify({ bytes: bytes.length, megabytes: Math.round(maxRSS / 1024) }));
}

function compare() {
  const seen = new Map(files.map((name) => [name, [] as { ms: number; megabytes: number }[]]));
  for (let round = 0; round < rounds; round++) {
    for (const name of files) {
      const from = performance.now();
      const { stdout } = spawnSync(process.execPath, [import.meta.filename, name]);
      const ms = performance.now() - from;
      const said = stdout.toString().trim();
      if (said) seen.get(name)?.push({ ms, megabytes: JSON.parse(said).megabytes });
    }
  }
  const middle = (values: number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
  console.log(`The first document of a fresh process, ${rounds} rounds:`);
  console.table(
    files.map((name) => ({
      engine: name,
      "median ms": Math.round(middle((seen.get(name) ?? []).map(({ ms }) => ms))),
      "peak MB": middle((seen.get(name) ?? []).map(({ megabytes }) => megabytes)),
    })),
  );
}
