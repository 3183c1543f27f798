import type { MiddlewareHandler } from "hono";
import { type Fault, Refusal } from "#src/errors.ts";
import type { Call, Env } from "./api.ts";

/**
 * Reads an address strictly, before its route runs. It accepts only percent-encoded UTF-8 (RFC 3986, 2.1) without
 * U+0000, which PostgreSQL cannot store. The route must know each query key, and a key appears once. Throws a Refusal
 * with a pointer to each bad key.
 */
export const checkAddress: MiddlewareHandler<Env> = async (c, next) => {
  refuseRaw(c);
  const { path, query } = partsOf(c.req.url);
  if (decoded(path) === null) throw notText([{ pointer: "/", detail: "is not UTF-8" }]);
  const pairs = query.split("&").filter(Boolean).map(readPair);
  const broken = pairs.filter(({ sound }) => !sound);
  if (broken.length > 0) {
    throw notText(broken.map(({ key }) => ({ pointer: `/${key}`, detail: "is not UTF-8" })));
  }
  const withNul = pairs.filter(({ hasNul }) => hasNul).map(({ key }) => `/${key}`);
  if (decoded(path)?.includes("\0")) withNul.unshift("/");
  if (withNul.length > 0) {
    const errors = withNul.map((pointer) => ({ pointer, detail: "holds U+0000" }));
    throw new Refusal("malformed-request", "The address holds U+0000.", { errors });
  }
  const route = c.get("route");
  const keys = pairs.map(({ key }) => key);
  const twice = keys.filter((key, at) => keys.indexOf(key) !== at);
  if (twice.length > 0) {
    const errors = twice.map((key) => ({ pointer: `/${key}`, detail: "is named twice" }));
    throw new Refusal("duplicate-key", "The address names a key twice.", { errors });
  }
  const unknown = route.openQuery ? [] : keys.filter((key) => !route.query.includes(key));
  if (unknown.length > 0) {
    const errors = unknown.map((key) => ({ pointer: `/${key}`, detail: "is not known here" }));
    throw new Refusal("malformed-request", "The address names a key that is not known here.", {
      errors,
    });
  }
  return next();
};

/** On Node the address arrives as sent. Non-ASCII bytes are invalid, and we do not guess their encoding. */
function refuseRaw(c: Call): void {
  const sent = c.env?.incoming?.url;
  if (sent === undefined || /^[\x21-\x7e]*$/.test(sent)) return;
  throw notText([{ pointer: "/", detail: "holds bytes that are not percent-encoded" }]);
}

/** Splits like the router does. A URL object would do needless work on each request. */
function partsOf(url: string): { path: string; query: string } {
  const [address = "", ...rest] = url.split("?");
  const path = address.slice(address.indexOf("/", address.indexOf("://") + 3));
  return { path, query: rest.join("?") };
}

function readPair(pair: string): { key: string; sound: boolean; hasNul: boolean } {
  const [key = "", ...value] = pair.split("=").map(decoded);
  return {
    key: key ?? "",
    sound: key !== null && !value.includes(null),
    hasNul: [key, ...value].some((part) => part?.includes("\0")),
  };
}

function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part.replaceAll("+", " "));
  } catch {
    return null;
  }
}

function notText(errors: Fault[]): Refusal {
  const detail = "The address holds bytes that are not UTF-8. Encode them as %XX of UTF-8.";
  return new Refusal("undecodable-text", detail, { errors });
}
