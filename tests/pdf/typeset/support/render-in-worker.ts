import { parentPort } from "node:worker_threads";
import { typesetInstrument } from "#src/pdf/instrument.ts";

parentPort?.on("message", async ({ source, options }) => {
  const { pdf } = await typesetInstrument(source, options);
  parentPort?.postMessage(pdf);
});
