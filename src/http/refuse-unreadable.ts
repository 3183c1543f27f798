import { STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import { RequestError } from "@hono/node-server";
import type { Logger } from "#src/observe/logger.ts";
import { problemTitle } from "#src/text/problem-words.ts";

/** Codes of Node's parser with their own status; all others are 400. */
const statuses: Record<string, number> = {
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};

/** What a listener needs to identify and log requests that never reach the API. */
export type Unread = { log: Logger; id(): string };

/** Answers input that Node cannot parse as a request, and ends its connection. */
export const refuseUnreadable =
  ({ log, id }: Unread) =>
  (error: NodeJS.ErrnoException, socket: Duplex): void => {
    // The client is gone.
    if (error.code === "ECONNRESET" || !socket.writable) return void socket.destroy();
    const status = statuses[error.code ?? ""] ?? 400;
    const request = id();
    log.debug("request-unreadable", { request, status, error: error.message });
    const body = unreadable(status, request);
    const head = [
      `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
      "Connection: close",
      ...Object.entries(headersOf(request)).map(([name, value]) => `${name}: ${value}`),
      `Content-Length: ${body.length}`,
    ];
    socket.end(`${head.join("\r\n")}\r\n\r\n${body}`);
  };

/** Answers a request with an invalid address or Host, and any other failure before the app. */
export const answerUnreadable =
  ({ log, id }: Unread) =>
  (error: unknown): Response => {
    const request = id();
    const headers = headersOf(request);
    if (error instanceof RequestError) {
      log.debug("request-unreadable", { request, status: 400, error: error.message });
      return new Response(unreadable(400, request), { status: 400, headers });
    }
    log.error("listener-failed", { request, error });
    const detail = "Something failed here. Try again later.";
    const body = problem({ status: 500, code: "internal", detail, requestId: request });
    return new Response(body, { status: 500, headers });
  };

const headersOf = (request: string) => ({
  "Content-Type": "application/problem+json",
  "Content-Language": "en",
  "X-Request-Id": request,
});

/** ASCII, so that its length in bytes equals the string's. */
function unreadable(status: number, requestId: string): string {
  const detail =
    "The request cannot be read as HTTP. Check its headers and the length of its body.";
  return problem({ status, code: "malformed-request", detail, requestId });
}

type Said = {
  status: number;
  code: "internal" | "malformed-request";
  detail: string;
  requestId: string;
};

function problem({ code, ...said }: Said): string {
  const title = problemTitle(code, "en");
  return JSON.stringify({ type: `urn:depositary:problem:${code}`, title, ...said });
}
