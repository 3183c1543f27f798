import { oids } from "../../cms/oids.ts";
import type { CertificateParts } from "../../cms/read-certificate.ts";
import { type Der, membersOf, NotDer, objectIdOf, readDer, sameBytes } from "../../cms/read-der.ts";

const any = "2.5.29.32.0";

/**
 * Whether the certificates follow the policies that the authorities above them require (RFC 5280, 6.1, with any policy
 * accepted at first, as sets of policies instead of a tree: RFC 9618). `path` leads from the signer to the trusted
 * authority, whose own constraints bind those below it.
 *
 * @throws NotDer
 */
export function keepsPolicies(path: CertificateParts[]): boolean {
  const below = path.slice(0, -1);
  const counts = { explicit: path.length + 1, mapping: path.length + 1, any: path.length + 1 };
  let valid: Set<string> | null = new Set([any]);
  tighten(counts, path.at(-1)!);
  for (let depth = below.length - 1; depth >= 0; depth--) {
    const parts = below[depth]!;
    const isLast = depth === 0;
    const isSelfIssued = !isLast && sameBytes(parts.issuer, parts.subject);
    valid = valid && narrowed(valid, parts, counts.any > 0 || isSelfIssued);
    if (counts.explicit === 0 && !valid) return false;
    if (isLast) {
      counts.explicit = Math.max(0, counts.explicit - 1);
      tighten(counts, parts);
      return counts.explicit > 0 || valid !== null;
    }
    valid = valid && mapped(valid, parts, counts.mapping > 0);
    if (!isSelfIssued) {
      for (const key of ["explicit", "mapping", "any"] as const) {
        counts[key] = Math.max(0, counts[key] - 1);
      }
    }
    tighten(counts, parts);
  }
  return true;
}

function narrowed(valid: Set<string>, { extensions }: CertificateParts, allowsAny: boolean) {
  const value = extensions.get(oids.certificatePolicies)?.value;
  if (!value) return null;
  const said = membersOf(readDer(value), 0x30).map((one) => objectIdOf(membersOf(one, 0x30)[0]));
  const kept = new Set(said.filter((one) => one !== any && (valid.has(one) || valid.has(any))));
  if (said.includes(any) && allowsAny) for (const one of valid) kept.add(one);
  return kept.size > 0 ? kept : null;
}

function mapped(valid: Set<string>, { extensions }: CertificateParts, isAllowed: boolean) {
  const value = extensions.get(oids.policyMappings)?.value;
  if (!value) return valid;
  const pairs = membersOf(readDer(value), 0x30).map((pair) =>
    membersOf(pair, 0x30).map(objectIdOf),
  );
  const out = new Set(valid);
  for (const [from = any] of pairs) out.delete(from);
  for (const [from = any, to = any] of pairs) {
    if (from === any || to === any) throw new NotDer("Any policy is mapped.");
    if (isAllowed && (valid.has(from) || valid.has(any))) out.add(to);
  }
  return out.size > 0 ? out : null;
}

type Counts = { explicit: number; mapping: number; any: number };

/** policyConstraints and inhibitAnyPolicy: after how many certificates a requirement starts (4.2.1.11, 4.2.1.14). */
function tighten(counts: Counts, { extensions }: CertificateParts): void {
  const constraints = extensions.get(oids.policyConstraints)?.value;
  for (const { tag, content } of constraints ? membersOf(readDer(constraints), 0x30) : []) {
    if (tag === 0x80) counts.explicit = Math.min(counts.explicit, countOf(content));
    else if (tag === 0x81) counts.mapping = Math.min(counts.mapping, countOf(content));
    else throw new NotDer("A constraint on policies is unknown.");
  }
  const inhibit = extensions.get(oids.inhibitAnyPolicy)?.value;
  if (inhibit) counts.any = Math.min(counts.any, integerOf(readDer(inhibit)));
}

function integerOf({ tag, content }: Der): number {
  if (tag !== 0x02) throw new NotDer("A number is missing.");
  return countOf(content);
}

/** How many certificates to skip; caps a longer number at more than any path has. */
function countOf(content: Uint8Array): number {
  if (content.length === 0 || content[0]! > 0x7f) throw new NotDer("A number is negative.");
  return content.length === 1 ? content[0]! : Number.MAX_SAFE_INTEGER;
}
