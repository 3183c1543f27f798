/**
 * A client of the API in a process of its own: designates the signatory of agreements drawn at random, so many at once on kept
 * connections, for so many seconds. Each of them has its own agreements, so that it knows their versions. Reads its task as JSON
 * from the command line and prints how many acts were done.
 */
import { randomUUID } from "node:crypto";
import { Agent, request } from "node:http";
import { nthId } from "./nth-id.ts";

export type Task = {
  url: string;
  /** Of an officer who has just confirmed who he is. */
  cookie: string;
  /** Of each agreement, in the order of their ids. */
  versions: number[];
  signatory: string;
  seconds: number;
  clients: number;
};

const task = JSON.parse(process.argv[2] ?? "{}") as Task;
const agent = new Agent({ keepAlive: true, maxSockets: task.clients });
const body = JSON.stringify({ party: "KZ", signatory: task.signatory });
const end = performance.now() + task.seconds * 1000;
let done = 0;
await Promise.all(
  Array.from({ length: task.clients }, async (_, client) => {
    const own = task.versions.map((_, n) => n).filter((n) => n % task.clients === client);
    while (performance.now() < end) {
      const n = own[Math.floor(Math.random() * own.length)] ?? 0;
      task.versions[n] = await designate(n, task.versions[n] ?? 0);
      done++;
    }
  }),
);
agent.destroy();
console.log(done);

/** The new version. */
function designate(n: number, version: number): Promise<number> {
  const url = `${task.url}/api/v1/agreements/${nthId(n + 1)}/designations`;
  return new Promise((resolve, reject) => {
    const headers = {
      Cookie: task.cookie,
      Origin: task.url,
      "If-Match": `"${version}"`,
      "Content-Type": "application/json",
      "Content-Length": Buffer.byteLength(body),
      "Idempotency-Key": randomUUID(),
    };
    const sent = request(url, { method: "POST", agent, headers }, (answer) => {
      let text = "";
      answer.setEncoding("utf8").on("data", (piece) => {
        text += piece;
      });
      answer.on("end", () => {
        if (answer.statusCode === 201) resolve((JSON.parse(text) as { version: number }).version);
        else reject(new Error(`${answer.statusCode} ${text}`));
      });
    });
    sent.on("error", reject);
    sent.end(body);
  });
}
