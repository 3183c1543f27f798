import type { Hono } from "hono";
import { hc } from "hono/client";
import type { BlankEnv } from "hono/types";
import type { Contract } from "./contract.d.ts";
import { Problem, Unreachable } from "./problem.ts";

/** The API client, typed by the contract. A call throws unless the API answers with success. */
export const api = hc<Hono<BlankEnv, Contract, "/">>("/api/v1", { fetch: send });

/** The language of problem messages. Set when the reader chooses a language. */
let language = "en";
export function speak(chosen: string): void {
  language = chosen;
}

/** Called when the API answers 401. */
let stranger = () => {};
export function onStranger(tell: () => void): void {
  stranger = tell;
}

async function send(input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(init.headers);
  headers.set("Accept-Language", language);
  const answer = await fetch(input, { cache: "no-cache", ...init, headers }).catch(() => {
    throw new Unreachable();
  });
  if (answer.ok) return answer;
  const problem = await Problem.from(answer);
  if (problem.code === "unauthenticated") stranger();
  throw problem;
}

/** The URL of an API path, for links and downloads. */
export function address(path: string): string {
  return `/api/v1${path}`;
}

/** Downloads the bytes at an API path. Throws like every call. */
export async function download(path: string): Promise<Uint8Array<ArrayBuffer>> {
  const answer = await send(address(path));
  return new Uint8Array(await answer.arrayBuffer());
}

/** Calls the API outside the typed client, for uploads and other media types. */
export function call(path: string, init: RequestInit): Promise<Response> {
  return send(address(path), init);
}
