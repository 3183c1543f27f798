import type { Context } from "#src/context.ts";
import { AddressRefused } from "#src/mail/address-refused.ts";
import { lineOf } from "#src/observe/redact.ts";

type Names = { letter: string; person: string };

/** Hands a letter over as the last step of a trace, and logs that it went. `tellUnsent` logs what it throws. */
export async function tellSent(ctx: Context, names: Names, send: () => Promise<void>) {
  const { letter } = names;
  const began = ctx.ticks();
  const options = { kind: "client", parent: ctx.origin.traceparent } as const;
  await ctx.tracing.span(`letter ${letter}`, options, send);
  ctx.metrics.letter(letter, "sent");
  ctx.log.info("letter-sent", { ...names, ms: Math.round(ctx.ticks() - began) });
}

/** Logs why a letter did not go: the address is refused for good, or its job will retry. */
export function tellUnsent(ctx: Context, names: Names, error: unknown): void {
  const isRefused = error instanceof AddressRefused;
  ctx.metrics.letter(names.letter, isRefused ? "refused" : "failed");
  const line = { ...names, error: lineOf(error) };
  if (isRefused) ctx.log.warn("letter-refused", line);
  else ctx.log.warn("letter-failed", line);
}
