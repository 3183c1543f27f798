import type { Context } from "#src/context.ts";
import { sealingService } from "#src/people/person.ts";
import { act, type Done } from "../act.ts";
import { asService } from "../as-service.ts";
import { originalsDigest } from "../originals-digest.ts";

/** A typeset file: `common`, or the party's code with the alternat; its sha-256 and its page count. */
export type Original = { original: string; digest: string; pages: number };

type Typeset = { agreement: string; number: number; originals: Original[] };

/** The typesetting job's report: the originals with these digests are in the store and can be signed. */
export async function reportTypeset(ctx: Context, typeset: Typeset): Promise<Done> {
  const { agreement, number, originals } = typeset;
  const original = await originalsDigest(originals);
  return act(
    ctx,
    asService(
      agreement,
      { type: "report-typeset", by: sealingService.id, original },
      { original, originals },
    ),
    async ({ tx, writes, at }) => {
      writes.push(
        tx
          .insertInto("originals")
          .values(originals.map((one) => ({ agreement, number, ...one, at }))),
      );
      return undefined;
    },
  );
}
