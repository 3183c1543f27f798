import { kindOfFile } from "#src/bytes/kind-of-file.ts";
import { sha256 } from "#src/bytes/sha256.ts";
import type { Context } from "#src/context.ts";
import { Refusal } from "#src/errors.ts";
import { can } from "#src/people/can.ts";
import type { Person } from "#src/people/person.ts";
import { findAgreement } from "../find.ts";
import { lockDigest, type NewFile, noteFile, unnamedBeside } from "./note-file.ts";
import { dayToGo } from "./sweep-files.ts";

export type Attached = {
  digest: string;
  type: string;
  /** When the file is deleted unless an act names it; null if an act has named it. */
  until: string | null;
};

/** The most unnamed files that a party, or the office, may keep at one agreement. */
const maxUnnamed = { files: 50, bytes: 200_000_000 };

/**
 * Stores a scan under its digest as a file of the agreement. Attaching the same scan again renews its deadline. Writes
 * the row before the bytes, so that the store never holds an object without a row. Throws the Refusals `forbidden`,
 * `invalid-source` and `too-many-files`.
 */
export async function attachFile(
  ctx: Context,
  { agreement, person }: { agreement: string; person: Person },
  bytes: Uint8Array,
): Promise<Attached> {
  await findAgreement(ctx.db, agreement, person);
  if (!can(person, "attach-files")) {
    throw new Refusal("forbidden", "Your role does not attach files.");
  }
  const type = kindOfFile(bytes);
  if (!type) throw new Refusal("invalid-source", "Attach a PDF, a PNG or a JPEG.");
  const { id, party } = person;
  const file = { agreement, type, bytes: bytes.length, person: id, party, at: ctx.now() };
  const { digest, ...noted } = await note(ctx, { ...file, digest: await sha256(bytes) });
  // Files attached before we kept sizes are stored next to the sealed files.
  const pile = noted.bytes === null ? ctx.objects : ctx.objects.attached;
  await pile.put(bytes);
  await ctx.db
    .updateTable("files")
    .set({ stored: true })
    .where("agreement", "=", agreement)
    .where("digest", "=", digest)
    .where("party", party === null ? "is" : "=", party)
    .execute();
  const goes = noted.bytes !== null && noted.named_at === null;
  return { digest, type, until: goes ? dayToGo(file.at).toISOString() : null };
}

function note({ db }: Context, file: NewFile) {
  return db.transaction().execute(async (tx) => {
    const { files, bytes } = await unnamedBeside(tx, file);
    if (files >= maxUnnamed.files || bytes + file.bytes > maxUnnamed.bytes) {
      throw new Refusal("too-many-files", "Too many files wait here that no act has named.");
    }
    await lockDigest(tx, file.digest);
    return { digest: file.digest, ...(await noteFile(tx, file)) };
  });
}
