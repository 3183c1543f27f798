import type { MiddlewareHandler } from "hono";
import type { Halt } from "#src/context.ts";
import { Refusal } from "#src/errors.ts";
import { problemWords } from "#src/text/problem-words.ts";
import type { Env } from "./api.ts";

/** Requests that store nothing important, or only end access. They are answered even while the process is halted. */
const harmless = [
  /^(GET|HEAD|OPTIONS) (?!\/api\/v1\/session\/sign-on)/,
  /^POST \/api\/v1\/(verifications|(agreements\/[^/]+\/)?previews)$/,
  /^DELETE \/api\/v1\/sessions?(\/|$)/,
];

/** Additional requests answered, by reason. People can still sign in to read while no act is taken. */
const beside: Record<Halt["code"], RegExp[]> = {
  "clocks-differ": [],
  "log-does-not-continue": [/^\w+ \/api\/v1\/session(\/|$)/],
};

const retryAfter: Record<Halt["code"], number> = {
  "clocks-differ": 5,
  "log-does-not-continue": 60,
};

/** Refuses (503) writes while the process must not act. Reading continues. */
export const refuseHalted: MiddlewareHandler<Env> = async (c, next) => {
  const halt = c.get("ctx").halted();
  if (!halt) return next();
  const { code } = halt;
  const asked = `${c.req.method} ${c.req.path}`;
  if ([...harmless, ...beside[code]].some((route) => route.test(asked))) return next();
  throw new Refusal(code, problemWords(code, "en"), { retryAfter: retryAfter[code] });
};
