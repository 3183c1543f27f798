import { Agent, request } from "node:http";
import { connect } from "node:net";
import type { Hono } from "hono";
import type { Api } from "#src/http/api/api.ts";
import { listen } from "#src/http/listen.ts";

export type Sent = {
  method: string;
  path: string;
  headers?: Record<string, string>;
  body?: Uint8Array | string | undefined;
};

export type Socket = {
  /** One request over a connection that is kept for the next; exactly these headers and bytes. */
  send(sent: Sent): Promise<Response>;
  /** Raw bytes to a connection of their own; all that comes back until it ends. */
  raw(bytes: Uint8Array | string): Promise<string>;
  close(): void;
};

/** The API behind a real server: bodies, lengths and connections are there what they are in use. */
export async function openSocket(app: Api): Promise<Socket> {
  const { port, close } = await listen(app.fetch as Hono["fetch"], { host: "127.0.0.1", port: 0 });
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  return {
    send: (sent) => sendOver(agent, port, sent),
    raw: (bytes) =>
      new Promise((resolve, reject) => {
        const socket = connect(port, "127.0.0.1", () => socket.write(bytes));
        let answer = "";
        socket.setEncoding("utf8").on("data", (chunk) => {
          answer += chunk;
        });
        socket.on("close", () => resolve(answer)).on("error", reject);
      }),
    close: () => {
      agent.destroy();
      void close();
    },
  };
}

function sendOver(
  agent: Agent,
  port: number,
  { method, path, headers = {}, body }: Sent,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    const call = request({ agent, port, host: "127.0.0.1", method, path, headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk) => chunks.push(chunk));
      answer.on("error", reject);
      answer.on("end", () => {
        const pairs = Object.entries(answer.headersDistinct).flatMap(([name, values = []]) =>
          values.map((value): [string, string] => [name, value]),
        );
        const { statusCode: status = 0 } = answer;
        const empty = [204, 205, 304].includes(status);
        const content = empty ? null : Buffer.concat(chunks);
        resolve(new Response(content, { status, headers: pairs }));
      });
    });
    // Node's client gives a DELETE no length of its own.
    if (body !== undefined && !call.hasHeader("Transfer-Encoding")) {
      call.setHeader("Content-Length", Buffer.byteLength(body));
    }
    call.on("error", reject);
    call.end(body);
  });
}
