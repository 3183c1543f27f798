import type { Context, OfferedCertificate } from "#src/context.ts";
import type { PreparedConsent, PreparedFile, Tx } from "#src/db/db.ts";
import { Refusal } from "#src/errors.ts";
import type { Asked } from "../act.ts";
import { confirmedHolder } from "./certificate-holder.ts";
import { dryRunConsent } from "./dry-run-consent.ts";
import { partySignatureOf, readToSign, type ToSign, typesetterOf } from "./open-preparation.ts";

export type Announcement = Omit<PreparedConsent, "digest" | "holder"> &
  OfferedCertificate & { form: { digest: "sha256" | "sha384" | "sha512"; pss: boolean } };

export type Prepared = {
  id: string;
  party: string;
  field: string;
  /** Until when the files are reserved for this party. */
  until: Date;
  consent: Pick<PreparedConsent, "holder" | "digest">;
  files: ToSign[];
};

const lease = 10 * 60 * 1000;

/**
 * A signatory announces a signature with the party's own certificate, and learns what its key must sign in each
 * original. Reports every obstacle now, before the card is needed. For ten minutes no other party can do the same. A
 * new announcement by the same party ends its earlier one.
 */
export async function prepareSignature(
  ctx: Context,
  asked: Asked,
  { original, as, binding, reservations, certificate, chain, form }: Announcement,
): Promise<Prepared> {
  const { partySignature } = typesetterOf(ctx);
  const { person } = asked;
  const wanted = { original, as, binding, reservations };
  const { agreement, party, at, standing, nonce, digest } = await dryRunConsent(ctx, asked, wanted);
  if (standing === "unauthorised") {
    throw new Refusal("full-powers-missing", "The signatory's authority has to be verified first.");
  }
  // A file that is sealed does not change: a later signature has a page of its own, which the depositary attests.
  if (!agreement.stage_name.startsWith("sign.")) {
    throw new Refusal("wrong-stage", "A certificate signs the original before it is sealed only.");
  }
  const { id, text_version: number } = agreement;
  const { chain: above, holder } = await partySignature.check(party, { certificate, chain });
  const of = { agreement: id, number, party, at, certificate, chain: above, form };
  const confirmed = await confirmedHolder(ctx.db, { agreement: id, party, person }, holder.name);
  const stated = { digest, holder: { name: holder.name, isSignatory: confirmed === null } };
  const announced = { ...of, person, consent: stated };
  const request = await partySignatureOf(ctx, announced);
  const latest = await latestFiles(ctx.db, id, number);
  // In an exchange a party signs its own note (VCLT article 13).
  const own = agreement.terms.exchange ? latest.filter((file) => file.original === party) : latest;
  const files = await readToSign(ctx, request, own);
  const until = new Date(at.getTime() + lease);
  const row = {
    id: nonce,
    ...of,
    person: person.id,
    version: agreement.version,
    consent: JSON.stringify({ ...wanted, ...stated }),
    form: JSON.stringify(form),
    files: JSON.stringify(files.map(({ file }) => file)),
    until,
    ended_at: null,
  };
  await ctx.db.transaction().execute(async (tx) => {
    await takeLease(tx, row, files);
    await tx.insertInto("signature_preparations").values(row).execute();
  });
  return { id: row.id, party, field: request.field, until, consent: stated, files };
}

/** Each original with its newest file. */
async function latestFiles(db: Context["db"] | Tx, agreement: string, number: number) {
  const rows = await db
    .selectFrom("originals as o")
    .select((eb) => [
      "o.original",
      eb.fn
        .coalesce(
          eb
            .selectFrom("certificate_signatures as s")
            .select("s.digest")
            .whereRef("s.agreement", "=", "o.agreement")
            .whereRef("s.number", "=", "o.number")
            .whereRef("s.original", "=", "o.original")
            .orderBy("s.position", "desc")
            .limit(1),
          "o.digest",
        )
        .as("base"),
    ])
    .where("o.agreement", "=", agreement)
    .where("o.number", "=", number)
    .orderBy("o.original")
    .execute();
  return rows as Omit<PreparedFile, "digest">[];
}

/** Under the agreement's row lock: creates the one open preparation on the current files. */
async function takeLease(
  tx: Tx,
  { agreement, number, party, at }: Lease,
  files: ToSign[],
): Promise<void> {
  await tx
    .selectFrom("agreements")
    .select("id")
    .where("id", "=", agreement)
    .forUpdate()
    .executeTakeFirst();
  const open = await tx
    .selectFrom("signature_preparations")
    .select(["id", "party", "until"])
    .where("agreement", "=", agreement)
    .where("number", "=", number)
    .where("ended_at", "is", null)
    .where("until", ">", at)
    .execute();
  const other = open.find((one) => one.party !== party);
  const latest = await latestFiles(tx, agreement, number);
  const moved = files.some(
    ({ file }) => file.base !== latest.find(({ original }) => original === file.original)?.base,
  );
  if (other || moved) throw busy(at, other?.until ?? at);
  for (const { id } of open) {
    await tx
      .updateTable("signature_preparations")
      .set({ ended_at: at })
      .where("id", "=", id)
      .execute();
  }
}

type Lease = { agreement: string; number: number; party: string; at: Date };

function busy(at: Date, until: Date): Refusal {
  return new Refusal(
    "signature-in-preparation",
    `Another party is signing this original with its own certificate, at the latest until ${until.toISOString()}.`,
    { retryAfter: Math.max(1, Math.ceil((until.getTime() - at.getTime()) / 1000)) },
  );
}
