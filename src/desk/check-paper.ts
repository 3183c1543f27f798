import type { Context } from "#src/context.ts";
import type { Tx } from "#src/db/db.ts";
import { type Fault, Refusal } from "#src/errors.ts";
import type { Person } from "#src/people/person.ts";
import { checkNamed } from "#src/text/check-names.ts";
import { instantOf } from "#src/text/clock.ts";
import { checkText } from "#src/text/policy.ts";
import { addDays, civilDate } from "#workflows/civil-date.ts";
import type { CivilDate } from "#workflows/terms.ts";
import { type Channel, type DeskKind, sentKinds } from "./kinds.ts";

/** What the register says of a paper. */
export type Paper = {
  kind: DeskKind;
  party: string;
  /** Absent for papers about no single agreement, such as general full powers. */
  agreement?: string | null | undefined;
  channel: Channel;
  subject: string;
  /** The number that the sender gave it. */
  senderNumber?: string | null | undefined;
  dated?: CivilDate | null | undefined;
  /** The stamp of receipt, or of dispatch: the day and the hour (`09:30`) on the depositary's clock. */
  on: CivilDate;
  time: string;
  languages: string[];
  scanAhead: boolean;
  /** The incoming entry that this one answers. */
  answers?: string | null | undefined;
};

/** The instant of a stamp on the depositary's clock. Refuses one that has not come yet. */
export function stampOf(
  { on, time }: Pick<Paper, "on" | "time">,
  { zone, now }: { zone: string; now: Date },
): Date {
  const stamp = instantOf(`${on}T${time}`, zone);
  if (stamp.getTime() <= now.getTime()) return stamp;
  throw fault("/on", "lies after now, on the depositary’s clock");
}

/**
 * Checks a paper before it is registered or corrected, and returns its row. Throws a Refusal `malformed-request` that
 * names each field that does not fit.
 */
export async function checkPaper(
  tx: Tx,
  by: Person,
  given: Paper,
  about: { ctx: Context; direction: "in" | "out"; zone: string },
) {
  const { kind, party, agreement = null, dated = null, answers = null } = given;
  const { direction, zone, ctx } = about;
  const stamp = stampOf(given, { zone, now: ctx.now() });
  const faults: Fault[] = [];
  const refuse = (pointer: string, detail: string) => faults.push({ pointer, detail });
  if (direction === "out" && !sentKinds.includes(kind)) {
    refuse("/kind", "is an instrument, which a party sends");
  }
  if (direction === "out" && given.scanAhead) refuse("/scanAhead", "is for incoming papers");
  // The sender's day may already be the next one.
  if (dated !== null && dated > addDays(civilDate(stamp.toISOString(), zone), 1)) {
    refuse("/dated", "lies after the stamp");
  }
  await Promise.all([
    checkParty(tx, { party, agreement }, refuse),
    checkAnswered(tx, { answers, party, direction }, refuse),
  ]);
  if (faults.length > 0) {
    throw new Refusal("malformed-request", "The entry is not complete.", { errors: faults });
  }
  const { language } = by;
  const numbered = { kind: "title", language, pointer: "/senderNumber" } as const;
  return {
    kind,
    party,
    agreement,
    channel: given.channel,
    subject: checkNamed(given.subject, language, "/subject"),
    sender_number: given.senderNumber ? checkText(given.senderNumber, numbered) : null,
    dated,
    stamped_at: stamp,
    languages: [...new Set(given.languages)],
    scan_ahead: given.scanAhead,
    answers,
  };
}

type Refuse = (pointer: string, detail: string) => void;

/** The party is known. It need not take part in the agreement yet: an accession makes it a party. */
async function checkParty(
  tx: Tx,
  { party, agreement }: { party: string; agreement: string | null },
  refuse: Refuse,
): Promise<void> {
  const known = await tx
    .selectFrom("parties")
    .select("code")
    .where("code", "=", party)
    .executeTakeFirst();
  if (!known) refuse("/party", "is not on the list of parties");
  if (agreement === null) return;
  const found = await tx
    .selectFrom("agreements")
    .select("id")
    .where("id", "=", agreement)
    .executeTakeFirst();
  if (!found) refuse("/agreement", "is not an agreement that you see");
}

async function checkAnswered(
  tx: Tx,
  { answers, party, direction }: { answers: string | null; party: string; direction: "in" | "out" },
  refuse: Refuse,
): Promise<void> {
  if (answers === null) return;
  const answered = await tx
    .selectFrom("desk_entries")
    .select(["direction", "party"])
    .where("id", "=", answers)
    .executeTakeFirst();
  if (direction === "out" && answered?.direction === "in" && answered.party === party) return;
  refuse("/answers", "is not a paper that the office received from this party");
}

function fault(pointer: string, detail: string): Refusal {
  return new Refusal("malformed-request", "The entry is not complete.", {
    errors: [{ pointer, detail }],
  });
}
