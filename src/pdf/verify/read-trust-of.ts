import type { X509Certificate } from "node:crypto";
import { sameBytes } from "../cms/read-der.ts";
import { sealField } from "../seal-field.ts";
import type { Authorities } from "./assess.ts";
import { readTrust } from "./check-trust.ts";
import type { VerifyOptions } from "./options.ts";

/**
 * Which authorities count for which signature (ADR 0056). A party's authority counts only in that party's field. The
 * depositary's counts for the seal, and in a party's field only for the seal's own certificate.
 *
 * @throws Error if anything but certificates is given
 */
export function readTrustOf(
  options: VerifyOptions,
): Pick<Authorities, "of" | "isNamed" | "timestamps"> & { all: X509Certificate[] } {
  const everywhere = readTrust(options.trust ?? []);
  const depositary = readTrust(options.sealTrust ?? []);
  const own = new Map(
    Object.entries(options.fieldTrust ?? {}).map(([field, all]) => [field, readTrust(all)]),
  );
  const timestamps = options.timestampTrust
    ? readTrust(options.timestampTrust)
    : [...everywhere, ...depositary];
  const ownOnly = new Set(options.ownKeyFields ?? []);
  return {
    isNamed: everywhere.length + depositary.length + own.size > 0,
    of: (field, signer, seal) => {
      const attests = seal !== null && sameBytes(signer.raw, seal.raw) && !ownOnly.has(field);
      const counts = field === sealField || attests;
      return [...(own.get(field) ?? []), ...everywhere, ...(counts ? depositary : [])];
    },
    timestamps,
    all: [...everywhere, ...depositary, ...timestamps, ...[...own.values()].flat()],
  };
}
