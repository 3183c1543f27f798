import { createHash } from "node:crypto";
import { Refusal } from "#src/errors.ts";
import { addArchive } from "./archive.ts";
import { readFile } from "./revisions/read-file.ts";
import { readerOf, type Timestamping } from "./seal.ts";
import { examinePdf } from "./verify.ts";

export type Renewed = {
  pdf: Uint8Array;
  /** When the certificate of the new timestamp's authority expires: renew before that. */
  until: Date;
  /** sha-256 of `pdf`, in lower-case hex. */
  digest: string;
};

/**
 * Adds a document timestamp to a sealed file, with the certificates and revocation lists that it lacks (ETSI EN 319
 * 142-1, 5.4.3). What the newest timestamp proved then remains proven after its authority has expired. The input bytes
 * are a prefix of the result, and the result has been verified.
 *
 * @throws Refusal `invalid-pdf` if the file is not VALID at the given time: it is too late, or something else
 * @throws Refusal `unavailable` if a revocation list is neither available nor in the file
 * @throws NoTimestamp if the authority gives none
 */
export async function renewFile(
  pdf: Uint8Array,
  { timestamping, at }: { timestamping: Timestamping; at: Date },
): Promise<Renewed> {
  const options = { ...readerOf(timestamping), at };
  const { verification, chains } = examinePdf(pdf, options);
  if (verification.verdict !== "VALID") {
    const why = `${verification.verdict}: ${verification.reasons[0]}`;
    throw new Refusal("invalid-pdf", `Only a file that is VALID is renewed. ${why}`);
  }
  const { timestamps, revocation } = timestamping;
  const file = readFile(pdf);
  const request = { chains, timestamps, revocation, renews: true };
  const { file: archived, warnings } = await addArchive(file, request);
  if (!archived) throw new Refusal("unavailable", warnings.join(" "));
  const { verification: after } = examinePdf(archived.bytes, options);
  const until = after.timestamps.at(-1)?.until;
  if (after.verdict !== "VALID" || after.level !== "B-LTA" || !until) {
    throw new Error(`The level B-LTA was not reached: ${after.verdict}. ${after.reasons[0]}`);
  }
  const digest = createHash("sha256").update(archived.bytes).digest("hex");
  return { pdf: archived.bytes, until: new Date(until), digest };
}

/** When the newest timestamp of a file expires; null if the file has none of its own. */
export function lifeOf(
  pdf: Uint8Array,
  { timestamping, at }: { timestamping: Timestamping; at: Date },
) {
  const { verification } = examinePdf(pdf, { ...readerOf(timestamping), at });
  const until = verification.timestamps.at(-1)?.until;
  return until ? new Date(until) : null;
}
