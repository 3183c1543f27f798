import type { Context } from "#src/context.ts";
import { Refusal } from "#src/errors.ts";
import type { Command } from "./scene.ts";

type Answer = { version: number; proposal?: string };
type Perform<Done> = (ctx: Context, repeats: () => void) => Promise<Done>;

/** Runs an act and reports its outcome as a log line, in the metrics, and as a span of the request's trace. */
export async function tellAct<Done extends Answer>(
  ctx: Context,
  command: Command,
  perform: Perform<Done>,
): Promise<Done> {
  const { act, agreement, person } = command;
  const { origin, tracing } = ctx;
  if (origin.request !== null) origin.act = act.type;
  let repeated = false;
  const repeats = () => {
    repeated = true;
  };
  const names = { act: act.type, agreement, person: person.id };
  try {
    const done = await (tracing.isOn
      ? traced(ctx, names, perform, repeats)
      : perform(ctx, repeats));
    const outcome = repeated ? "repeated" : done.proposal ? "proposed" : "done";
    ctx.metrics.act(act.type, outcome);
    ctx.log.info("act", { ...names, outcome, version: done.version });
    return done;
  } catch (error) {
    const problem = error instanceof Refusal ? error.code : undefined;
    const outcome = problem ? "refused" : "failed";
    ctx.metrics.act(act.type, outcome);
    ctx.log.info("act", { ...names, outcome, problem });
    throw error;
  }
}

type Names = { act: string; agreement: string; person: string };

/** Makes the jobs that the act orders children of its own span. */
function traced<Done>(
  ctx: Context,
  names: Names,
  perform: Perform<Done>,
  repeats: () => void,
): Promise<Done> {
  const { act, agreement } = names;
  const attributes = { "depositary.act": act, "depositary.agreement": agreement };
  return ctx.tracing.span(`act ${act}`, { attributes }, ({ traceparent }) =>
    perform({ ...ctx, origin: { ...ctx.origin, traceparent } }, repeats),
  );
}
