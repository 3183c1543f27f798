import type { Context } from "#src/context.ts";
import type { Act } from "#workflows/acts.ts";
import { paperKey } from "#workflows/conditions/signing.ts";
import type { CivilDate, SigningAct } from "#workflows/terms.ts";
import { type Asked, act, type Done } from "../act.ts";
import { nameFile } from "../name-file.ts";
import type { Scene } from "../scene.ts";

export type OnPaper = {
  party: string;
  signatory: string;
  original: string;
  as: SigningAct;
  binding: boolean;
  /** The day on which it was signed. */
  on: CivilDate;
  /** sha-256 of the scan, which is already attached to the agreement. */
  scan: string;
};

/**
 * An officer records a signature made in ink on the printed original, with its scan. It becomes the party's signature
 * when a second officer records the same.
 */
export function recordSignature(ctx: Context, asked: Asked, paper: OnPaper): Promise<Done> {
  const by = asked.person.id;
  const at = ctx.now().toISOString();
  const recorded = { type: "record-signature", by, at, reserves: false, ...paper } as const;
  return act(ctx, { ...asked, act: recorded, detail: paper }, async (scene) => {
    const { tx, writes, agreement, facts, at } = scene;
    const of = { agreement: agreement.id, number: agreement.text_version, party: paper.party };
    await nameFile(scene, paper.scan);
    writes.push(
      tx.insertInto("paper_signatures").values({ ...of, person: by, key: paperKey(recorded), at }),
    );
    const first = facts.paper.find(({ party }) => party === paper.party);
    if (first) await insertSignature(scene, recorded, [first.by, by]);
    return undefined;
  });
}

async function insertSignature(
  { tx, writes, agreement, at, after }: Scene,
  paper: Extract<Act, { type: "record-signature" }>,
  officers: string[],
): Promise<void> {
  writes.push(
    tx.insertInto("signatures").values({
      agreement: agreement.id,
      number: agreement.text_version,
      party: paper.party,
      person: paper.signatory,
      method: "wet-ink",
      original: paper.original,
      signed_as: paper.as,
      signed_on: paper.on,
      binding: paper.binding,
      authorised: after[paper.party] !== "unauthorised",
      scan: paper.scan,
      recorded_by: officers,
      reason: null,
      at,
    }),
  );
}
