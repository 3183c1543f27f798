import type { Context } from "#src/context.ts";
import type { Tx } from "#src/db/db.ts";
import { Refusal, type RefusalCode } from "#src/errors.ts";
import { sealingService } from "#src/people/person.ts";
import type { Act } from "#workflows/acts.ts";
import { endsWithPeriod } from "#workflows/conditions/ending.ts";
import { goesOnByItself, nextEnd } from "#workflows/conditions/later.ts";
import type { Facts } from "#workflows/facts.ts";
import { act } from "../act.ts";
import { asService } from "../as-service.ts";
import { readFacts } from "../facts.ts";
import { beginFirstPeriod, beginPeriod } from "../force/periods.ts";
import { awaitSilence, settleReservations } from "../force/settle-reservations.ts";

type Deadline = { agreement: string; number: number; kind: string };

/**
 * Carries out the deadlines that are due, each once: the act and the mark are one transaction. If the agreement has
 * moved on, a deadline does nothing. A deadline that fails is reported, stays for the next sweep, and does not block
 * the others. Returns how many are done.
 *
 * @param told hears about each failure and each success; by default every failure is logged as a line
 */
export async function fireDeadlines(ctx: Context, told: Told = linesOf(ctx)): Promise<number> {
  let done = 0;
  let after: Due | null = null;
  for (;;) {
    const due = await dueAfter(ctx, after);
    for (const deadline of due) done += (await fireOne(ctx, deadline, told)) ? 1 : 0;
    after = due.at(-1) ?? null;
    if (due.length < page || !after) return done;
  }
}

const page = 100;
type Due = Deadline & { due_at: Date };

/** Reads the next deadlines in order, so that failed ones are skipped. */
function dueAfter(ctx: Context, after: Due | null): Promise<Due[]> {
  const due = ctx.db
    .selectFrom("deadlines")
    .select(["agreement", "number", "kind", "due_at"])
    .where("fired_at", "is", null)
    .where("due_at", "<=", ctx.now())
    .orderBy("due_at")
    .orderBy("agreement")
    .orderBy("number")
    .orderBy("kind")
    .limit(page);
  if (!after) return due.execute();
  const { due_at, agreement, number, kind } = after;
  return due
    .where(({ eb, refTuple, tuple }) =>
      eb(
        refTuple("due_at", "agreement", "number", "kind"),
        ">",
        tuple(due_at, agreement, number, kind),
      ),
    )
    .execute();
}

type Told = {
  failed(key: string, error: unknown, fields: Pick<Due, "agreement" | "kind">): void;
  well(key: string): void;
};

const linesOf = ({ log }: Context): Told => ({
  failed: (_, error, fields) => log.error("deadline-failed", { ...fields, error }),
  well: () => {},
});

async function fireOne(ctx: Context, deadline: Due, told: Told): Promise<boolean> {
  const { agreement, number, kind } = deadline;
  const key = `${agreement} ${number} ${kind}`;
  const began = ctx.ticks();
  try {
    const why = await fire(ctx, deadline);
    if (why) ctx.log.info("deadline-skipped", { agreement, kind, why });
    else ctx.log.info("deadline-fired", { agreement, kind, ms: Math.round(ctx.ticks() - began) });
    told.well(key);
    return true;
  } catch (error) {
    told.failed(key, error, { agreement, kind });
    return false;
  }
}

/** Refusals that do not end a deadline: the next sweep tries it again. */
const passing: readonly RefusalCode[] = [
  "busy",
  "unavailable",
  "storage-full",
  "clocks-differ",
  "log-does-not-continue",
  "key-in-progress",
  "entry-not-due",
  "party-entry-not-due",
  "notice-not-in-effect",
];

/** Null if it was done; else why it no longer applies. */
async function fire(ctx: Context, deadline: Deadline): Promise<string | null> {
  const facts = await readFacts(ctx.db, deadline.agreement);
  const asked = actOf(deadline, facts, ctx.now().toISOString());
  if (asked.type === "settle-reservations") await awaitSilence(ctx.db, deadline, facts, ctx.now());
  try {
    await act(ctx, asService(deadline.agreement, asked, {}), async (scene) => {
      const { tx, agreement, at } = scene;
      // The window of an earlier version says nothing about the one open now.
      if (agreement.text_version !== deadline.number) throw new Refusal("wrong-stage", "Moved on.");
      // Another sweep may have been first. The agreement's row is locked, so its work is visible here.
      if (!(await mark(tx, deadline, at))) throw new Refusal("wrong-stage", "Fired.");
      if (asked.type === "settle-reservations") await settleReservations(scene);
      if (asked.type === "enter-into-force") await beginFirstPeriod(scene);
      if (asked.type === "renew") await beginPeriod(scene, asked.until);
      return undefined;
    });
    return null;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (passing.includes(error.code) && isStillMeant(deadline, facts)) throw error;
    await ctx.db.transaction().execute((tx) => mark(tx, deadline, ctx.now()));
    return error.code;
  }
}

/** Whether the deadline's day is still on record. A notice may have been revoked since, or a date changed. */
function isStillMeant({ kind }: Deadline, { notices, entry }: Facts): boolean {
  const [what, first = "", second = ""] = kind.split("/");
  if (what === "end-participation") return notices[first] === second;
  if (what !== "enter-into-force") return true;
  return [entry.instrument, ...Object.values(entry.parties)].includes(first);
}

/** The act for a deadline's kind. The kind's first part is followed by the party and the day concerned. */
function actOf({ kind }: Deadline, facts: Facts, at: string): Act {
  const by = sealingService.id;
  const [what, party = ""] = kind.split("/");
  switch (what) {
    case "close-signing":
      return { type: "close-signing", by, at };
    case "close-signature":
      return { type: "close-signature", by, on: "today" };
    case "close-round":
      return { type: "close-round", by, at };
    case "enter-into-force":
      return { type: "enter-into-force", by, on: "today" };
    case "end-participation":
      return { type: "end-participation", by, party, on: "today" };
    case "settle-reservations":
      return { type: "settle-reservations", by, on: "today" };
    case "end-of-period":
      return endOfPeriod(facts);
    default:
      throw new Error(`No act belongs to the deadline ${kind}.`);
  }
}

/** At the end of a period the instrument goes on by itself, or ends: also if a party's opt-out ends it for all. */
function endOfPeriod(facts: Facts): Act {
  const by = sealingService.id;
  const until = nextEnd(facts);
  return until !== null && goesOnByItself(facts) && !endsWithPeriod(facts)
    ? { type: "renew", by, until }
    : { type: "expire", by, on: "today" };
}

/** Marks the deadline as fired; false if it already was. */
async function mark(tx: Tx, { agreement, number, kind }: Deadline, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("deadlines")
    .set({ fired_at: at })
    .where("agreement", "=", agreement)
    .where("number", "=", number)
    .where("kind", "=", kind)
    .where("fired_at", "is", null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
