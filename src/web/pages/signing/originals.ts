import { queryOptions } from "@tanstack/react-query";
import type { Agreement } from "../../api/agreement.ts";
import { download } from "../../api/client.ts";
import { sha256 } from "../../pdf/digest.ts";

export type Original = {
  /** `common`, or the code of the party whose original it is. */
  original: string;
  bytes: Uint8Array<ArrayBuffer>;
  /** The digest on record, and the digest of the bytes received. */
  digest: string;
  found: string;
  pages: number;
};

/** All originals as received. `intact` says whether they are the ones on record. */
export type Originals = { own: Original | undefined; all: Original[]; intact: boolean };

/** Downloads the originals and hashes the bytes that will be shown. */
export const originalsQuery = (agreement: Agreement, party: string) =>
  queryOptions({
    queryKey: ["originals", agreement.id, agreement.original, party],
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    queryFn: async (): Promise<Originals> => {
      const all = await Promise.all(
        agreement.originals.map(async ({ original, digest, pages }) => {
          const whose = original === "common" ? "" : `&party=${original}`;
          const bytes = await download(`/agreements/${agreement.id}/pdf?kind=original${whose}`);
          return { original, bytes, digest, found: await sha256(bytes), pages };
        }),
      );
      const own = all.find(({ original }) => original === party) ?? all[0];
      const same = all.every(({ digest, found }) => digest === found);
      const intact = all.length > 0 && same && (await consentedTo(all)) === agreement.original;
      return { own, all, intact };
    },
  });

/**
 * The digest that a consent covers: that of the only original, or with the alternat the digest of the lines
 * `KZ:<digest>`, sorted by code.
 */
async function consentedTo(originals: Original[]): Promise<string> {
  const [only, ...others] = originals;
  if (only && others.length === 0 && only.original === "common") return only.found;
  const lines = originals.map(({ original, found }) => `${original}:${found}\n`);
  const bytes = new TextEncoder().encode(lines.sort().join(""));
  return sha256(bytes);
}
