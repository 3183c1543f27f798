import { loadavg } from "node:os";
import { verifyPdf } from "#src/pdf/verify.ts";
import { verifyInProcess } from "#src/pdf/verify-in-process.ts";
import { newKey, sealed } from "#tests/pdf/attacks/fixture.ts";

/**
 * Prints how long the verification of a file takes: in this process, in a new one and in a kept one. NODE_COMPILE_CACHE
 * lets new processes read compiled code, as they do under the commands.
 */
const { key, trust } = newKey();
const { pdf } = await sealed(key);
const large = new Uint8Array(20 * 1024 * 1024);
large.set(pdf);

/** Every memory limit has its own processes, so another limit starts a new one. */
let megabytes = 512;
const inNew = (file: Uint8Array) =>
  verifyInProcess(file, { trust }, { milliseconds: 60_000, megabytes: ++megabytes });

const rows = [];
for (const [name, file] of Object.entries({ "60 KB": pdf, "20 MB": large })) {
  rows.push({ file: name, where: "here", ...(await measure(() => verifyPdf(file, { trust }))) });
  rows.push({ file: name, where: "new process", ...(await measure(() => inNew(file))) });
  const kept = () => verifyInProcess(file, { trust });
  await kept();
  rows.push({ file: name, where: "kept process", ...(await measure(kept)) });
}
console.table(rows);
console.log(
  "load",
  loadavg()
    .map((load) => load.toFixed(1))
    .join(" "),
);

async function measure(run: () => Promise<unknown>, rounds = 21) {
  const all: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const from = performance.now();
    await run();
    all.push(performance.now() - from);
  }
  all.sort((a, b) => a - b);
  const ms = (at: number) => Number(all.at(at)!.toFixed(1));
  return { "median ms": ms(rounds >> 1), "fastest ms": ms(0), "slowest ms": ms(-1) };
}
