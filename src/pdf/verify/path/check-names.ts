import { oids } from "../../cms/oids.ts";
import type { CertificateParts } from "../../cms/read-certificate.ts";
import { contentOf, type Der, membersOf, NotDer, readDer, sameBytes } from "../../cms/read-der.ts";
import { directoryOf, emailsIn, isWithin, type Name } from "./names.ts";

type Constraints = { permitted: Name[]; excluded: Name[] };

/**
 * Whether each certificate has only names that every authority above it may give (nameConstraints; RFC 5280, 4.2.1.10
 * and 6.1.4 g), critical or not. `path` leads from the signer to the trusted authority.
 *
 * @throws NotDer
 */
export function keepsNames(path: CertificateParts[]): boolean {
  return path.every((above, depth) => {
    const constraints = constraintsIn(above);
    if (!constraints) return true;
    return path.slice(0, depth).every((below, at) => {
      // If an authority renews its own certificate, the name adds nothing new.
      const isSelfIssued = at > 0 && sameBytes(below.issuer, below.subject);
      return isSelfIssued || namesOf(below).every((name) => isAllowed(name, constraints));
    });
  });
}

function isAllowed(name: Name, { permitted, excluded }: Constraints): boolean {
  const same = (one: Name) => one.tag === name.tag;
  if (excluded.filter(same).some((tree) => isWithin(name, tree))) return false;
  const trees = permitted.filter(same);
  return trees.length === 0 || trees.some((tree) => isWithin(name, tree));
}

function constraintsIn({ extensions }: CertificateParts): Constraints | null {
  const value = extensions.get(oids.nameConstraints)?.value;
  if (!value) return null;
  const found: Constraints = { permitted: [], excluded: [] };
  for (const { tag, content } of membersOf(readDer(value), 0x30)) {
    if (tag !== 0xa0 && tag !== 0xa1) throw new NotDer("A constraint on names is unknown.");
    const trees = membersOf({ tag: 0x30, content, whole: content }, 0x30).map(treeOf);
    (tag === 0xa0 ? found.permitted : found.excluded).push(...trees);
  }
  return found;
}

/** A subtree's distances are not used (4.2.1.10); a subtree with distances is not understood. */
function treeOf(tree: Der): Name {
  const [base, ...distances] = membersOf(tree, 0x30);
  if (!base || distances.length > 0) throw new NotDer("A subtree of names has distances.");
  return base;
}

/** The subject, if it has one, its addresses, and the alternative names. */
function namesOf({ subject, extensions }: CertificateParts): Name[] {
  const value = extensions.get(oids.subjectAltName)?.value;
  const others: Name[] = value ? membersOf(readDer(value), 0x30) : [];
  const hasSubject = contentOf(readDer(subject), 0x30).length > 0;
  const emails = others.some(({ tag }) => tag === 0x81) ? [] : emailsIn(subject);
  return [...(hasSubject ? [directoryOf(subject)] : []), ...emails, ...others];
}
