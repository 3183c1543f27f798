import { sha256 } from "#src/bytes/sha256.ts";
import type { Context } from "#src/context.ts";
import type { Tx } from "#src/db/db.ts";
import { worded } from "#src/people/person.ts";
import { procesVerbal, type Signing } from "#src/text/proces-verbal.ts";
import { type Asked, type Changed, change } from "./change.ts";
import { type CeremonyRow, itemsOf } from "./find.ts";
import { signingsOf } from "./signings.ts";

/** Opens the ceremony. From now on its run sheet cannot change. */
export function openCeremony(ctx: Context, asked: Asked): Promise<Changed> {
  return change(ctx, asked, { act: "open", detail: {}, from: ["planned"] }, async (_, __, at) => ({
    state: "open",
    opened_at: at,
  }));
}

/** Closes the ceremony. Makes its procès-verbal of signature in each language and stores it. */
export function closeCeremony(ctx: Context, asked: Asked): Promise<Changed> {
  const wanted = { act: "close", detail: {}, from: ["open" as const] };
  return change(ctx, asked, wanted, async (tx, row, at) => {
    const items = await itemsOf(tx, row.id, asked.person);
    for (const language of row.languages) {
      const signings = await signingsOf(
        tx,
        items.map(({ agreement }) => agreement),
        language,
      );
      await keepRecord(tx, row, language, signings);
    }
    return { state: "closed", closed_at: at };
  });
}

async function keepRecord(tx: Tx, row: CeremonyRow, language: string, signings: Signing[]) {
  const { id, title, place, day, held_at, zone } = row;
  const markdown = procesVerbal({
    language,
    title: worded(title, language),
    place: worded(place, language),
    date: day,
    time: held_at,
    zone,
    signings,
  });
  await tx
    .insertInto("ceremony_records")
    .values({ ceremony: id, language, digest: await sha256(markdown), markdown })
    .execute();
}
