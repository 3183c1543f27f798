import type { Office } from "./office.ts";
import { codeOf } from "./problem.ts";

/** Someone at a browser: keeps the cookies that the service sets and sends them back. */
export function browserOf({ app }: Office, agent = "Test") {
  const jar = new Map<string, string>();
  const send = async (method: string, path: string, body?: unknown, given: HeadersInit = {}) => {
    const headers = new Headers(given);
    headers.set("User-Agent", agent);
    // As a browser says of a page of the same site.
    headers.set("Sec-Fetch-Site", "same-origin");
    if (method === "GET") headers.set("Referer", "http://localhost/");
    else headers.set("Origin", "http://localhost");
    if (jar.size > 0) headers.set("Cookie", [...jar].map((pair) => pair.join("=")).join("; "));
    if (body !== undefined) headers.set("Content-Type", "application/json");
    const answer = await app.request(`/api/v1${path}`, {
      method,
      headers,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = "", value = ""] = line.match(/^([^=]+)=([^;]*)/) ?? [];
      if (value === "") jar.delete(name);
      else jar.set(name, value);
    }
    return answer;
  };
  return {
    jar,
    send,
    /** The status and, of a problem, its code. */
    tries: async (method: string, path: string, body?: unknown) => {
      const answer = await send(method, path, body);
      const text = await answer.text();
      return [answer.status, text.startsWith("{") ? codeOf(JSON.parse(text)) || null : null];
    },
    get: async <T>(path: string): Promise<T> => {
      const answer = await send("GET", path);
      if (answer.status !== 200) throw new Error(`GET ${path}: ${await answer.text()}`);
      return (await answer.json()) as T;
    },
    /** An act on the agreement at its present version. */
    act: async (id: string, resource: string, body: unknown) => {
      const seen = await send("GET", `/agreements/${id}`);
      const { version } = (await seen.json()) as { version: number };
      return send("POST", `/agreements/${id}/${resource}`, body, { "If-Match": `"${version}"` });
    },
  };
}

export type Browser = ReturnType<typeof browserOf>;
