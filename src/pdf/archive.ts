import type { X509Certificate } from "node:crypto";
import { sameBytes } from "./cms/read-der.ts";
import { roomForToken } from "./cms/room.ts";
import { prepareArchive, storedBytes, storeIn } from "./revisions/archive-revision.ts";
import { extendFile, type PdfFile } from "./revisions/read-file.ts";
import type { RevocationSource } from "./revocation/find-lists.ts";
import { type Crl, covers, readCrl, revocationIn } from "./revocation/read-crl.ts";
import { embedSignature, withRange } from "./sign.ts";
import type { TimestampAuthority } from "./timestamp/ask-authority.ts";
import { withRoom } from "./timestamp/with-room.ts";

/** Certificates from a signer to a trusted authority. */
export type CertificateChain = X509Certificate[];

export type ArchiveRequest = {
  /** For every signature and timestamp in the file. */
  chains: CertificateChain[];
  timestamps: TimestampAuthority;
  revocation: RevocationSource;
  /**
   * The file is archived already: its lists need not be fetched again, since an authority may be gone. The verifier
   * judges a certificate that was revoked since, because it knows what was proven when.
   */
  renews?: boolean;
};

export type Archived = {
  /** Null if a list that the archive needs is unavailable. */
  file: PdfFile | null;
  /** Sentences: which list, and why. */
  warnings: string[];
};

/**
 * The file with one more revision: certificates and revocation lists of all signatures and timestamps, and a document
 * timestamp over them (ETSI EN 319 142-1, 5.4 and 6).
 *
 * @throws NoTimestamp
 * @throws Error if a certificate is revoked
 */
export async function addArchive(file: PdfFile, request: ArchiveRequest): Promise<Archived> {
  const upTo = file.revisions.length - 1;
  const kept = storeIn(file, upTo);
  const bytesOf = (numbers: number[]) => numbers.map((number) => storedBytes(file, number, upTo));
  const { lists, warnings } = await listsFor(request, bytesOf(kept.lists).map(readCrl));
  if (!lists) return { file: null, warnings };
  const certificates = request.chains.flat().map(({ raw }) => new Uint8Array(raw));
  const added = {
    certificates: newOf(certificates, bytesOf(kept.certificates)),
    lists: newOf(
      lists.map(({ der }) => der),
      bytesOf(kept.lists),
    ),
  };
  const { timestamps } = request;
  const archived = await withRoom(timestamps, async (certificates) => {
    const room = roomForToken(certificates);
    const { bytes, bodies, number, dictionary } = prepareArchive(file, added, room);
    const prepared = withRange(bytes, bodies.get(number)!, dictionary);
    return embedSignature(prepared, await timestamps.stamp(prepared.signedBytes));
  });
  return { file: extendFile(file, archived), warnings };
}

async function listsFor(
  { chains, revocation, renews = false }: ArchiveRequest,
  kept: Crl[],
): Promise<{ lists: Crl[] | null; warnings: string[] }> {
  const lists: Crl[] = [];
  const warnings = new Set<string>();
  for (const chain of chains) {
    for (const [depth, certificate] of chain.slice(0, -1).entries()) {
      const issuer = chain[depth + 1]!;
      const { list: current, why } = await revocation.listFor(certificate, issuer);
      const list =
        current ?? (renews ? kept.find((one) => covers(one, certificate, issuer)) : undefined);
      if (!list) {
        warnings.add([noListFor(certificate, issuer), ...why].join(" "));
        continue;
      }
      if (!renews && revocationIn(list, certificate)) {
        throw new Error(`The certificate of ${certificate.subject} is revoked.`);
      }
      lists.push(list);
    }
  }
  return { lists: warnings.size > 0 ? null : lists, warnings: [...warnings] };
}

function noListFor(certificate: X509Certificate, issuer: X509Certificate): string {
  const [subject, authority] = [certificate, issuer].map((one) =>
    one.subject.replaceAll("\n", ", "),
  );
  return `The level B-LTA is not reached: there is no usable revocation list of ${authority} for the certificate of ${subject}.`;
}

/** Each once, without those that are already there. */
function newOf(wanted: Uint8Array[], there: Uint8Array[]): Uint8Array[] {
  const added: Uint8Array[] = [];
  for (const one of wanted) {
    if (![...there, ...added].some((other) => sameBytes(other, one))) added.push(one);
  }
  return added;
}
