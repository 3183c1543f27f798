import type { Context } from "#src/context.ts";
import type { PaperKind } from "#src/db/db.ts";
import { sealingService } from "#src/people/person.ts";
import { act, type Done } from "../act.ts";
import { asService } from "../as-service.ts";

/** A file that was sealed after the instrument, by its sha-256 in lower-case hex. */
export type SealedPaper = {
  agreement: string;
  number: number;
  kind: PaperKind;
  /** What it is about, within its kind: a party's code, the number of a notification. */
  subject: string;
  /** The party whose act it records; null if it is no party's. */
  party: string | null;
  digest: string;
  level: string;
  trusted: boolean;
  /** Sentences: which revocations are unknown, and why a level was not reached. */
  warnings: string[];
};

/** The sealing job's report. The table admits one paper of each subject, so the first commit counts. */
export function reportPaper(ctx: Context, paper: SealedPaper): Promise<Done> {
  const { agreement, warnings, ...row } = paper;
  return act(
    ctx,
    asService(
      agreement,
      { type: "report-paper", by: sealingService.id, paper: row.digest },
      { ...row, ...(warnings.length > 0 && { warnings }) },
    ),
    async ({ tx, writes, at, detail }) => {
      const { last } = await tx
        .selectFrom("papers")
        .select((eb) => eb.fn.max("serial").as("last"))
        .where("agreement", "=", agreement)
        .executeTakeFirstOrThrow();
      const serial = Number(last ?? 0) + 1;
      detail.serial = serial;
      writes.push(tx.insertInto("papers").values({ agreement, serial, ...row, at }));
      return undefined;
    },
  );
}
