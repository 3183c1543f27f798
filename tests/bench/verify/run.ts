import { verifyPdf } from "#src/pdf/verify.ts";
import { verifyInProcess } from "#src/pdf/verify-in-process.ts";
import { newKey, sealed } from "#tests/pdf/attacks/fixture.ts";
import { openReport } from "../report.ts";

/**
 * Prints how long the verification of a file takes: in this process, in a new one and in a kept one. NODE_COMPILE_CACHE
 * lets new processes read compiled code, as they do under the commands.
 */
const report = openReport();
const rounds = Number(process.env.ROUNDS ?? 21);
const { key, trust } = newKey();
const { pdf } = await sealed(key);
const large = new Uint8Array(20 * 1024 * 1024);
large.set(pdf);

/** Every memory limit has its own processes, so another limit starts a new one. */
let megabytes = 512;
const inNew = (file: Uint8Array) =>
  verifyInProcess(file, { trust }, { milliseconds: 60_000, megabytes: ++megabytes });

for (const [name, file] of Object.entries({ "60 KB": pdf, "20 MB": large })) {
  const kept = () => verifyInProcess(file, { trust });
  await kept();
  report.table(`A file of ${name}`, { unit: "ms", reference: "in the service's process" }, [
    { what: "in the service's process", ...(await measure(() => verifyPdf(file, { trust }))) },
    { what: "in a new process", ...(await measure(() => inNew(file))) },
    { what: "in a kept process", ...(await measure(kept)) },
  ]);
}
report.close();

async function measure(run: () => Promise<unknown>): Promise<{ samples: number[] }> {
  const samples: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const from = performance.now();
    await run();
    samples.push(performance.now() - from);
  }
  return { samples };
}
