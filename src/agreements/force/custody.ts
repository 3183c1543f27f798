import { newestOf } from "#src/archive/newest.ts";
import { sha256 } from "#src/bytes/sha256.ts";
import type { Context } from "#src/context.ts";
import type { Db, Tx } from "#src/db/db.ts";
import { Refusal } from "#src/errors.ts";
import { proposerOf } from "#workflows/exchange.ts";
import type { Facts } from "#workflows/facts.ts";
import type { Terms } from "#workflows/terms.ts";
import { type Asked, act, type Done } from "../act.ts";
import { findAgreement } from "../find.ts";

/** The archive takes custody of the sealed PDF. */
export function ingest(ctx: Context, asked: Asked): Promise<Done> {
  const by = asked.person.id;
  return act(ctx, { ...asked, act: { type: "ingest", by } }, async () => undefined);
}

/** Reads each stored file again, compares it with the sealed one, and records the result. */
export async function checkFixity(ctx: Context, asked: Asked): Promise<Done> {
  const by = asked.person.id;
  const { id, text_version } = await findAgreement(ctx.db, asked.agreement, asked.person);
  const sealed = await sealedIn(ctx.db, id, text_version);
  const files = await Promise.all(
    sealed.map(async (one) => {
      const digest = await newestOf(ctx.db, one.digest);
      return { original: one.original, digest, intact: await isIntact(ctx, digest) };
    }),
  );
  const intact = files.length > 0 && files.every((file) => file.intact);
  // The first file that is not what was sealed, or the first.
  const { digest = "" } = files.find((file) => !file.intact) ?? files[0] ?? {};
  const detail = { digest, intact, ...(files.length > 1 && { files }) };
  return act(
    ctx,
    { ...asked, act: { type: "check-fixity", by, intact }, detail },
    async () => undefined,
  );
}

/**
 * Issues a certified true copy with its own serial number (VCLT article 77(1)(b)): of the party's own original if there
 * are several, and in an exchange of the one that the party did not sign, or of the reply, which quotes both.
 */
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
    async ({ tx, writes, agreement, facts, at }) => {
      if (agreement.created_by === person.id) throw drafted();
      const sealed = await sealedIn(tx, agreement.id, agreement.text_version);
      const certified = toCertify(sealed, { party, terms: agreement.terms, facts });
      const digest = await newestOf(tx, certified.digest);
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

type SealedFile = { original: string; digest: string };

/** The sealed file of each original, in the order of their names. */
function sealedIn(db: Db | Tx, agreement: string, number: number): Promise<SealedFile[]> {
  return db
    .selectFrom("seals")
    .select(["original", "digest"])
    .where("agreement", "=", agreement)
    .where("number", "=", number)
    .orderBy("original")
    .execute();
}

type For = { party: string | undefined; terms: Terms; facts: Pick<Facts, "parties"> };

function toCertify(sealed: SealedFile[], { party, terms, facts }: For): SealedFile {
  const proposer = proposerOf(terms, facts.parties);
  const wanted = terms.exchange
    ? sealed.find(({ original }) => original !== (proposer ?? party))
    : sealed.find(({ original }) => original === party);
  const found = wanted ?? sealed[0];
  if (!found) throw new Refusal("not-found", "Nothing is sealed yet.");
  return found;
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
