import type { X509Certificate } from "node:crypto";
import { sameBytes } from "./cms/read-der.ts";
import { prepareArchive, storedBytes, storeIn } from "./revisions/archive-revision.ts";
import { extendFile, type PdfFile } from "./revisions/read-file.ts";
import type { RevocationSource } from "./revocation/find-lists.ts";
import { type Crl, isIssuedBy, readCrl, revokedAt } from "./revocation/read-crl.ts";
import { embedSignature, withRange } from "./sign.ts";
import type { TimestampAuthority } from "./timestamp/ask-authority.ts";

/** Certificates from a signer to a trusted authority. */
export type CertificateChain = X509Certificate[];

export type ArchiveRequest = {
  /** Of every signature and timestamp in the file. */
  chains: CertificateChain[];
  timestamps: TimestampAuthority;
  revocation: RevocationSource;
  /**
   * The file is archived already: what it keeps of lists need not be had anew, since an authority may be gone. A
   * certificate that was revoked since is for the verifier to judge, which knows what was proven when.
   */
  renews?: boolean;
};

/**
 * The file with one more revision: certificates and revocation lists of all signatures and timestamps, and a
 * document timestamp over them (ETSI EN 319 142-1, 5.4 and 6). Null where a list cannot be had.
 *
 * @throws NoTimestamp
 * @throws Error where a certificate is revoked
 */
export async function addArchive(file: PdfFile, request: ArchiveRequest): Promise<PdfFile | null> {
  const upTo = file.revisions.length - 1;
  const kept = storeIn(file, upTo);
  const bytesOf = (numbers: number[]) => numbers.map((number) => storedBytes(file, number, upTo));
  const lists = await listsFor(request, bytesOf(kept.lists).map(readCrl));
  if (!lists) return null;
  const certificates = request.chains.flat().map(({ raw }) => new Uint8Array(raw));
  const { bytes, bodies, number, dictionary } = prepareArchive(file, {
    certificates: newOf(certificates, bytesOf(kept.certificates)),
    lists: newOf(
      lists.map(({ der }) => der),
      bytesOf(kept.lists),
    ),
  });
  const prepared = withRange(bytes, bodies.get(number)!, dictionary);
  const token = await request.timestamps.stamp(prepared.signedBytes);
  return extendFile(file, embedSignature(prepared, token));
}

async function listsFor(
  { chains, revocation, renews = false }: ArchiveRequest,
  kept: Crl[],
): Promise<Crl[] | null> {
  const lists: Crl[] = [];
  for (const chain of chains) {
    for (const [depth, certificate] of chain.slice(0, -1).entries()) {
      const issuer = chain[depth + 1]!;
      const list =
        (await revocation.listFor(certificate, issuer)) ??
        (renews ? kept.find((one) => isIssuedBy(one, issuer)) : null);
      if (!list) return null;
      if (!renews && revokedAt(list, certificate)) {
        throw new Error(`The certificate of ${certificate.subject} is revoked.`);
      }
      lists.push(list);
    }
  }
  return lists;
}

/** Each once, and none that is there already. */
function newOf(wanted: Uint8Array[], there: Uint8Array[]): Uint8Array[] {
  const added: Uint8Array[] = [];
  for (const one of wanted) {
    if (![...there, ...added].some((other) => sameBytes(other, one))) added.push(one);
  }
  return added;
}
