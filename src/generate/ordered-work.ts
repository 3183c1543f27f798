import { reportSealed } from "#src/agreements/service/report-sealed.ts";
import { reportTypeset } from "#src/agreements/service/report-typeset.ts";
import { sha256 } from "#src/bytes/sha256.ts";
import type { Context } from "#src/context.ts";
import type { Db } from "#src/db/db.ts";
import { markFinished } from "#src/outbox/mark.ts";
import type { StoryClock } from "./clock.ts";

type Ordered = { ctx: Context; db: Db; clock: StoryClock; id: string };

/** The sentence whose sha-256 stands for a file that was not made: nobody can mistake it for a sealed instrument. */
export const standIn = (kind: "original" | "sealed", agreement: string, original: string) =>
  `depositary generate made no ${kind} file ${original} for agreement ${agreement}`;

/**
 * Does what the acts have ordered. Originals and seals are reported with the digests of stand-ins, because a million
 * files would say nothing more. Letters are finished without being sent: nobody would read them.
 */
export async function doOrderedWork({ ctx, db, clock, id }: Ordered): Promise<void> {
  for (;;) {
    const waiting = await db
      .selectFrom("outbox")
      .select(["id", "effect", "number"])
      .where("agreement", "=", id)
      .where("finished_at", "is", null)
      .orderBy("id")
      .execute();
    if (waiting.length === 0) return;
    for (const { id: row, effect, number } of waiting) {
      clock.tick();
      if (effect === "typeset-originals") await typeset(ctx, { id, number });
      if (effect === "seal-instrument") await seal(ctx, { id, number });
      await db.updateTable("outbox").set({ sent_at: ctx.now() }).where("id", "=", row).execute();
      await markFinished(db, row, ctx.now());
    }
  }
}

type Of = { id: string; number: number };

async function typeset(ctx: Context, { id, number }: Of): Promise<void> {
  const digest = await sha256(standIn("original", id, "common"));
  const originals = [{ original: "common", digest, pages: 12 }];
  await reportTypeset(ctx, { agreement: id, number, originals });
}

async function seal(ctx: Context, { id, number }: Of): Promise<void> {
  const originalDigest = await sha256(standIn("original", id, "common"));
  const digest = await sha256(standIn("sealed", id, "common"));
  const warnings = ["Generated: no file was made or sealed."];
  const own = {
    original: "common",
    originalDigest,
    digest,
    level: "B-B",
    trusted: false,
    warnings,
  };
  await reportSealed(ctx, { agreement: id, number, seals: [own] });
}
