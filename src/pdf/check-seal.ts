import { X509Certificate } from "node:crypto";
import { Refusal } from "#src/errors.ts";
import { readValidity } from "./cms/read-certificate.ts";
import { orderChain } from "./keys/order-chain.ts";
import { checkRevocation, type RevocationQuestion } from "./revocation/check-revocation.ts";
import type { SealKey } from "./seal-key.ts";
import { examinePdf } from "./verify.ts";

/** A seal from outside the certificate's validity would never be valid to anyone. */
export function expectValidKey(key: SealKey, at: Date): void {
  const { from, until } = daysOf(key.certificate);
  if (!(from <= at && at <= until)) {
    throw new Refusal(
      "unavailable",
      "The certificate of the seal is not valid on the day of sealing.",
    );
  }
}

/** For certificates already read: one key seals many files. */
const days = new WeakMap<Uint8Array, { from: Date; until: Date }>();

function daysOf(certificate: Uint8Array): { from: Date; until: Date } {
  const known = days.get(certificate);
  if (known) return known;
  const read = readValidity(certificate);
  days.set(certificate, read);
  return read;
}

/** Checks before the seal is made, because a seal with a revoked certificate binds no one. */
export async function expectNotRevoked(
  key: SealKey,
  question: RevocationQuestion,
): Promise<string[]> {
  const chain = [key.certificate, ...orderChain(key.certificate, key.chain)];
  const { record, revoked, isRefused } = await checkRevocation(
    chain.map((der) => new X509Certificate(der)),
    question,
  );
  const { warnings } = record;
  if (revoked) {
    const whose = revoked.subject.replaceAll("\n", ", ");
    throw new Refusal(
      "unavailable",
      `The seal's certificate of ${whose} is revoked. Nothing was sealed. Give the service another seal key, then order the seal again.`,
    );
  }
  if (!isRefused) return warnings;
  throw new Refusal(
    "unavailable",
    `${warnings.join(" ")} Nothing was sealed. Put a current list into REVOCATION_DIR or name its host in REVOCATION_HOSTS, then order the seal again; REVOCATION_POLICY=seal=preferred seals without one.`,
  );
}

/**
 * Verifies a seal without a timestamp by the seal's own authorities, on the day. Does not know the parties'
 * authorities; the parties' own signatures were checked when they were made.
 *
 * @throws Error if there is any other finding
 */
export function expectWhole(
  bytes: Uint8Array,
  { key, signed, now }: { key: SealKey; signed: string[]; now: Date },
): Uint8Array {
  const sealTrust = key.chain.length > 0 ? key.chain : [key.certificate];
  const { findings } = examinePdf(bytes, { sealTrust, at: now }).verification;
  const ofParties = signed.map((field) => `"${field}"`);
  const against = findings.find(
    ({ verdict, about }) => verdict !== "UNTRUSTED" || !ofParties.includes(about),
  );
  if (!against) return bytes;
  throw new Error(`The seal does not hold: ${against.verdict}. ${against.sentence}`);
}
