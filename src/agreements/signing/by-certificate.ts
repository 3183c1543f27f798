import type { CheckedCertificate, Holder } from "#src/context.ts";
import { Refusal } from "#src/errors.ts";
import type { CivilDate } from "#workflows/terms.ts";
import type { Scene } from "../scene.ts";
import type { Preparation } from "./open-preparation.ts";

/**
 * A file signed by the party's own key, and the file it builds on. The signed attributes (a DER SET) and the signature
 * are in base64url. With the certificate they suffice for verification. `hash` is the digest's name.
 */
export type SignedFile = Record<"original" | "base" | "digest", string> &
  Record<"attributes" | "signature" | "hash", string> & { pss: boolean };

/** A signature by certificate, as input to `sign`. */
export type ByCertificate = {
  preparation: Preparation;
  files: SignedFile[];
  holder: Holder;
  /** What was known of revocations at signing. */
  revocation: CheckedCertificate["revocation"];
  /** The day in the files: that of the announcement, in the instrument's zone. */
  on: CivilDate;
};

/** Within the act: consumes the preparation, once, and writes the new files. */
export async function recordCertificate(
  { tx, at }: Scene,
  { preparation, files }: ByCertificate,
): Promise<void> {
  const { id, agreement, number, party, certificate } = preparation;
  const used = await tx
    .updateTable("signature_preparations")
    .set({ ended_at: at })
    .where("id", "=", id)
    .where("ended_at", "is", null)
    .where("until", ">", at)
    .executeTakeFirst();
  if (used.numUpdatedRows !== 1n) {
    throw new Refusal(
      "preparation-is-over",
      "The time for this signature is over. Prepare it again.",
    );
  }
  const { count } = await tx
    .selectFrom("certificate_signatures")
    .select((eb) => eb.fn.max("position").as("count"))
    .where("agreement", "=", agreement)
    .where("number", "=", number)
    .executeTakeFirstOrThrow();
  const position = Number(count ?? 0) + 1;
  const rows = files.map(({ original, base, digest }) => ({
    agreement,
    number,
    original,
    party,
    position,
    base_digest: base,
    digest,
    certificate,
    at,
  }));
  await tx.insertInto("certificate_signatures").values(rows).execute();
}
