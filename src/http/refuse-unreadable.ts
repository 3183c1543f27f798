import { STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import { RequestError } from "@hono/node-server";

const problemType = { "Content-Type": "application/problem+json", "Content-Language": "en" };

/** Codes of Node's parser that have a status of their own; everything else is 400. */
const statuses: Record<string, number> = {
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};

/** Answers what Node cannot read as a request, and ends its connection. */
export function refuseUnreadable(error: NodeJS.ErrnoException, socket: Duplex): void {
  // Nobody listens any more.
  if (error.code === "ECONNRESET" || !socket.writable) return void socket.destroy();
  const status = statuses[error.code ?? ""] ?? 400;
  const body = unreadable(status);
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    "Connection: close",
    ...Object.entries(problemType).map(([name, value]) => `${name}: ${value}`),
    `Content-Length: ${body.length}`,
  ];
  socket.end(`${head.join("\r\n")}\r\n\r\n${body}`);
}

/** Answers a request whose address or Host is none, and whatever else fails before the app. */
export function answerUnreadable(error: unknown): Response {
  if (error instanceof RequestError) {
    return new Response(unreadable(400), { status: 400, headers: problemType });
  }
  console.error(JSON.stringify({ level: "error", error: (error as Error).stack }));
  const body = problem(500, "internal", "Something failed here. Try again later.");
  return new Response(body, { status: 500, headers: problemType });
}

/** In ASCII, so that its length in bytes is that of the string. */
function unreadable(status: number): string {
  const detail =
    "The request cannot be read as HTTP. Check its headers and the length of its body.";
  return problem(status, "malformed-request", detail);
}

function problem(status: number, code: string, detail: string): string {
  return JSON.stringify({ type: `urn:depositary:problem:${code}`, title: code, status, detail });
}
