import type { Selectable } from "kysely";
import { sql } from "kysely";
import type { Context, PartySignature, PreparedPartySignature, Typesetter } from "#src/context.ts";
import type { PreparedConsent, PreparedFile, Tables } from "#src/db/db.ts";
import { namesInAgreement } from "#src/db/names-of-party.ts";
import { Refusal } from "#src/errors.ts";
import { type Person, worded } from "#src/people/person.ts";
import { findAgreement } from "../find.ts";

export type Preparation = Selectable<Tables["signature_preparations"]>;

/** The part of a preparation that determines what the party's key signs. */
export type Announced = Pick<
  Preparation,
  "agreement" | "number" | "party" | "at" | "certificate" | "chain" | "form"
> & { person: Person; consent: Pick<PreparedConsent, "digest"> };

/** One file with its data to be signed. */
export type ToSign = { file: PreparedFile; base: Uint8Array; prepared: PreparedPartySignature };

export function typesetterOf({ typesetter }: Context): Typesetter {
  if (typesetter) return typesetter;
  throw new Refusal("not-at-the-edge", "Certificates are used at the full service only.");
}

/** Finds the person's own preparation, never another's. */
export async function findPreparation(
  ctx: Context,
  id: string,
  person: Person,
): Promise<Preparation> {
  const row = await ctx.db
    .selectFrom("signature_preparations")
    .selectAll()
    .where("id", "=", id)
    .where("person", "=", person.id)
    .executeTakeFirst();
  if (!row) throw new Refusal("not-found", "There is no such preparation.");
  return row;
}

/** Refuses a preparation that was used, ended or has expired. */
export async function expectOpen(ctx: Context, preparation: Preparation): Promise<void> {
  if (preparation.ended_at === null && preparation.until > ctx.now()) return;
  const { agreement, number, party } = preparation;
  const given = await ctx.db
    .selectFrom("certificate_signatures")
    .select("party")
    .where("agreement", "=", agreement)
    .where("number", "=", number)
    .where("party", "=", party)
    .executeTakeFirst();
  if (given) throw new Refusal("preparation-was-used", "This signature has been given already.");
  throw new Refusal(
    "preparation-is-over",
    "The time for this signature is over. Prepare it again.",
  );
}

/** The party's signature as it will appear in the file. */
export async function partySignatureOf(
  ctx: Context,
  announced: Announced,
): Promise<PartySignature> {
  const { agreement, party, person, at, certificate, chain, form, consent } = announced;
  const { languages, terms } = await findAgreement(ctx.db, agreement, person);
  const { names } = await ctx.db
    .selectNoFrom(namesInAgreement(sql`${agreement}::uuid`, sql`${party}`).as("names"))
    .executeTakeFirstOrThrow();
  return {
    field: `Party-${party}`,
    party: worded(names, "en"),
    person: worded(person.names, "en"),
    title: worded(person.titles ?? {}, "en") || undefined,
    at,
    language: languages[0] ?? "en",
    zone: terms.zone,
    certificate,
    chain,
    form,
    consent: Buffer.from(consent.digest ?? "", "hex"),
  };
}

/** Fetches the files and computes what is to be signed in each. */
export async function readToSign(
  ctx: Context,
  request: PartySignature,
  files: Omit<PreparedFile, "digest">[],
): Promise<ToSign[]> {
  const { partySignature } = typesetterOf(ctx);
  return Promise.all(
    files.map(async ({ original, base }) => {
      const bytes = await ctx.objects.get(base);
      if (!bytes) throw new Refusal("integrity-error", "The original is missing from the store.");
      const prepared = await partySignature.prepare(bytes, request);
      const digest = Buffer.from(prepared.digest).toString("hex");
      return { file: { original, base, digest }, base: bytes, prepared };
    }),
  );
}

/** Repeats `readToSign` and checks that nothing has changed since the preparation was given out. */
export async function readPrepared(
  ctx: Context,
  preparation: Preparation,
  person: Person,
): Promise<{ request: PartySignature; files: ToSign[] }> {
  const request = await partySignatureOf(ctx, { ...preparation, person });
  const files = await readToSign(ctx, request, preparation.files);
  // In earlier releases only the file was signed.
  const isOlder = preparation.consent.digest === undefined;
  if (isOlder || files.some(({ file }, i) => file.digest !== preparation.files[i]!.digest)) {
    throw new Refusal("preparation-is-over", "What was prepared has changed. Prepare it again.");
  }
  return { request, files };
}
