import type { Hono } from "hono";
import { hc } from "hono/client";
import type { BlankEnv } from "hono/types";
import type { Contract } from "./contract.d.ts";
import { Problem, Unreachable } from "./problem.ts";

/** The API, typed by its contract. Every call that is not answered with success throws. */
export const api = hc<Hono<BlankEnv, Contract, "/">>("/api/v1", { fetch: send });

/** The language in which refusals are worded; set when the reader chooses one. */
let language = "en";
export function speak(chosen: string): void {
  language = chosen;
}

/** Called when the API answers that nobody has signed in. */
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

/** A path of the API for links, downloads and files. */
export function address(path: string): string {
  return `/api/v1${path}`;
}

/** The bytes at a path of the API, with their type. Throws as every call does. */
export async function download(path: string): Promise<Uint8Array<ArrayBuffer>> {
  const answer = await send(address(path));
  return new Uint8Array(await answer.arrayBuffer());
}

/** A call outside the typed client: files up, texts of other media types. */
export function call(path: string, init: RequestInit): Promise<Response> {
  return send(address(path), init);
}
