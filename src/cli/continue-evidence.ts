import { createInterface } from "node:readline/promises";
import { readConfig } from "#src/config/config.ts";
import { continueLog, type Decision } from "#src/evidence/continue-log.ts";
import { fillLog } from "#src/evidence/fill-log.ts";
import { rootAt } from "#src/evidence/hashes.ts";
import { type Break, findBreak } from "#src/evidence/last-checkpoint.ts";
import { latestCheckpoint } from "#src/evidence/read-checkpoint.ts";
import { type Foundation, openFoundation } from "#src/foundation.ts";
import { beat } from "#src/outbox/beat.ts";
import { now } from "./now.ts";
import { observeCommand } from "./observe.ts";
import { readWords, UsageError } from "./usage.ts";

const options = {
  reason: { type: "string" },
  by: { type: "string", multiple: true },
} as const;

/**
 * `depositary evidence continue [--reason TEXT --by NAME --by NAME]`: after a restore, continues the log from the
 * current database. Shows both checkpoints and the loss, and asks for the reason and two names unless given. Exits with
 * 0 if the log is signed again, or needed nothing.
 */
export async function continueEvidence(words: string[], env: NodeJS.ProcessEnv): Promise<number> {
  const { values, positionals } = readWords(words, options);
  if (positionals.length > 0) throw new UsageError("The command takes options only.");
  const foundation = await openFoundation(readConfig(env), { now, observe: observeCommand() });
  const { db } = foundation.long;
  const { log } = foundation;
  try {
    const found = await db.transaction().execute((tx) => findBreak(tx, log));
    if (!found) {
      console.log("The log continues its last checkpoint: there is nothing to decide.");
      return 0;
    }
    console.log(await describe(foundation, found));
    const decision = await readDecision(values);
    await continueLog(db, { signer: log, at: now(), decision });
    await fillLog({ db, signer: log, now, look: "all", reached: async () => {} });
    await beat(db, { part: "log", at: now(), fault: null });
    const latest = await latestCheckpoint(db);
    console.log(
      `The log goes on, and says so. Give the parties this checkpoint:\n\n${latest?.note ?? ""}`,
    );
    return 0;
  } finally {
    await foundation.close();
  }
}

async function describe({ long: { db } }: Foundation, { earlier, size }: Break): Promise<string> {
  const inBase64 = (root: string) => Buffer.from(root, "hex").toString("base64");
  const last = earlier.size - 1;
  const lost =
    size > last
      ? "The database is not older, but another: which entries are lost cannot be told."
      : `Lost are the entries ${size} to ${last} of the log, ${earlier.size - size} in all.`;
  return [
    `Last checkpoint: ${earlier.size} entries, root ${inBase64(earlier.root)}`,
    `The database:    ${size} entries, root ${inBase64(await rootAt(db, size))}`,
    lost,
    "If there is a newer backup, restore that one instead.",
  ].join("\n");
}

async function readDecision(given: Record<string, unknown>): Promise<Decision> {
  const asked = [given.reason, ...((given.by as string[] | undefined) ?? [])];
  const isGiven = asked.some((word) => word !== undefined);
  const [reason, first, second, ...more] = isGiven ? asked : await ask();
  const words = [reason, first, second].map((word) => String(word ?? "").trim());
  const [why = "", one = "", other = ""] = words;
  if (words.includes("") || more.length > 0 || one.toLowerCase() === other.toLowerCase()) {
    throw new UsageError("Give a --reason, and --by twice: the names of two different persons.");
  }
  return { reason: why, by: [one, other] };
}

/** Asks at the terminal; without a terminal the options are required. */
async function ask(): Promise<string[]> {
  if (!process.stdin.isTTY) return [];
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return [
      await lines.question("Why does the office go on without them? "),
      await lines.question("Name of the first person who decides it: "),
      await lines.question("Name of the second person: "),
    ];
  } finally {
    lines.close();
  }
}
