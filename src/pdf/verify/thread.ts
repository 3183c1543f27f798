import { parentPort, workerData } from "node:worker_threads";
import { verifyPdf } from "../verify.ts";

/** The inside of `verifyInThread`: one file in, one answer out. */
parentPort!.postMessage(await verifyPdf(workerData.pdf, workerData.options));
