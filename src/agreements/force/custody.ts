import { newestOf } from "#src/archive/newest.ts";
import { sha256 } from "#src/bytes/sha256.ts";
import type { Context } from "#src/context.ts";
import { Refusal } from "#src/errors.ts";
import { type Asked, act, type Done } from "../act.ts";
import { findAgreement } from "../find.ts";

/** The archive takes custody of the sealed PDF. */
export function ingest(ctx: Context, asked: Asked): Promise<Done> {
  const by = asked.person.id;
  return act(ctx, { ...asked, act: { type: "ingest", by } }, async () => undefined);
}

/** Reads the stored file again, compares it with the sealed one, and records the result. */
export async function checkFixity(ctx: Context, asked: Asked): Promise<Done> {
  const by = asked.person.id;
  const digest = await sealedDigest(ctx, asked);
  const intact = await isIntact(ctx, digest);
  return act(
    ctx,
    { ...asked, act: { type: "check-fixity", by, intact }, detail: { digest, intact } },
    async () => undefined,
  );
}

/** Issues a certified true copy with its own serial number (VCLT article 77(1)(b)). */
export function issueCertifiedCopy(
  ctx: Context,
  asked: Asked,
  { party }: { party?: string | undefined },
): Promise<Done> {
  const { person } = asked;
  return act(
    ctx,
    {
      ...asked,
      act: { type: "issue-certified-copy", by: person.id },
      detail: { party: party ?? null },
    },
    async ({ tx, writes, agreement, at }) => {
      if (agreement.created_by === person.id) throw drafted();
      const sealed = await tx
        .selectFrom("seals")
        .select("digest")
        .where("agreement", "=", agreement.id)
        .where("number", "=", agreement.text_version)
        .executeTakeFirstOrThrow();
      const digest = await newestOf(tx, sealed.digest);
      const { count } = await tx
        .selectFrom("certified_copies")
        .select((eb) => eb.fn.countAll<string>().as("count"))
        .where("agreement", "=", agreement.id)
        .executeTakeFirstOrThrow();
      writes.push(
        tx.insertInto("certified_copies").values({
          agreement: agreement.id,
          serial: Number(count) + 1,
          party: party ?? null,
          digest,
          person: person.id,
          at,
        }),
      );
      return undefined;
    },
  );
}

function drafted(): Refusal {
  return new Refusal("forbidden", "Who drafted an agreement does not certify its copies.");
}

async function sealedDigest({ db }: Context, { agreement, person }: Asked): Promise<string> {
  const row = await findAgreement(db, agreement, person);
  const seal = await db
    .selectFrom("seals")
    .select("digest")
    .where("agreement", "=", agreement)
    .where("number", "=", row.text_version)
    .executeTakeFirst();
  return seal ? newestOf(db, seal.digest) : "";
}

async function isIntact({ objects }: Context, digest: string): Promise<boolean> {
  try {
    const bytes = await objects.get(digest);
    return bytes !== null && (await sha256(bytes)) === digest;
  } catch (error) {
    if (error instanceof Refusal && error.code === "integrity-error") return false;
    throw error;
  }
}
