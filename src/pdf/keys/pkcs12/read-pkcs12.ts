import { createPrivateKey, type KeyObject, X509Certificate } from "node:crypto";
import { contentOf, type Der, membersOf, NotDer, objectIdOf, readDer } from "../../cms/read-der.ts";
import { KeyFault } from "../key-fault.ts";
import { checkMac } from "./check-mac.ts";
import { decrypt } from "./decrypt.ts";

/** The content of a PKCS #12 file: one private key, and certificates in DER in the file's order. */
export type Pkcs12 = { key: KeyObject; certificates: Uint8Array[] };

const data = "1.2.840.113549.1.7.1";
const encryptedData = "1.2.840.113549.1.7.6";

/** Kinds of bags (RFC 7292, 4.2). */
const bags = {
  key: "1.2.840.113549.1.12.10.1.1",
  shroudedKey: "1.2.840.113549.1.12.10.1.2",
  certificate: "1.2.840.113549.1.12.10.1.3",
  contents: "1.2.840.113549.1.12.10.1.6",
};

/**
 * Reads a password-protected PKCS #12 file (RFC 7292), as `openssl pkcs12 -export` writes it. Checks its MAC before it
 * trusts any content.
 *
 * @throws KeyFault if the password is wrong, or there is no key in it or more than one
 */
export function readPkcs12(bytes: Uint8Array, password: string): Pkcs12 {
  try {
    const found = allBags(contentsOf(bytes, password), password);
    const keys = found.filter(({ kind }) => kind === bags.key || kind === bags.shroudedKey);
    const [first, ...more] = keys;
    if (!first) throw new KeyFault("The PKCS #12 file holds no private key.");
    if (more.length > 0) {
      throw new KeyFault("The PKCS #12 file holds more than one private key; the seal has one.");
    }
    const certificates = found
      .filter(({ kind }) => kind === bags.certificate)
      .map(({ value }) => certificateIn(value));
    return { key: keyIn(first, password), certificates };
  } catch (error) {
    if (!(error instanceof NotDer)) throw error;
    throw new KeyFault("The file is no PKCS #12 file in DER; openssl pkcs12 -export writes one.");
  }
}

type Bag = { kind: string; value: Der };

/** The parts of the file, once its MAC is verified. */
function contentsOf(bytes: Uint8Array, password: string): Der[] {
  const [version, content, mac] = membersOf(readDer(bytes), 0x30);
  if (contentOf(version, 0x02)[0] !== 3) throw new NotDer("The version is not 3.");
  const [type, wrapped] = membersOf(content, 0x30);
  if (objectIdOf(type) !== data) {
    throw new KeyFault("The PKCS #12 file is protected by a signature, not by a password.");
  }
  const inner = contentOf(membersOf(wrapped, 0xa0)[0], 0x04);
  checkMac(mac, inner, password);
  return membersOf(readDer(inner), 0x30);
}

function allBags(parts: Der[], password: string): Bag[] {
  return parts.flatMap((part) => {
    const [type, wrapped] = membersOf(part, 0x30);
    const [content] = membersOf(wrapped, 0xa0);
    const kind = objectIdOf(type);
    if (kind === data) return readBags(contentOf(content, 0x04));
    if (kind !== encryptedData) throw new KeyFault("The PKCS #12 file needs a key to be opened.");
    const [, encrypted] = membersOf(content, 0x30);
    const [, algorithm, bytes] = membersOf(encrypted, 0x30);
    return readBags(decrypt(algorithm, contentOf(bytes, 0x80), password));
  });
}

function readBags(contents: Uint8Array, depth = 0): Bag[] {
  return membersOf(readDer(contents), 0x30).flatMap((bag) => {
    const [id, wrapped] = membersOf(bag, 0x30);
    const kind = objectIdOf(id);
    const [value] = membersOf(wrapped, 0xa0);
    if (!value || depth > 4) throw new NotDer("A bag is empty, or too deep.");
    return kind === bags.contents ? readBags(value.whole, depth + 1) : [{ kind, value }];
  });
}

function certificateIn(value: Der): Uint8Array {
  const [, wrapped] = membersOf(value, 0x30);
  const der = contentOf(membersOf(wrapped, 0xa0)[0], 0x04);
  try {
    return new Uint8Array(new X509Certificate(der).raw);
  } catch {
    throw new KeyFault("The PKCS #12 file holds a certificate that cannot be read.");
  }
}

function keyIn({ kind, value }: Bag, password: string): KeyObject {
  const [algorithm, bytes] = membersOf(value, 0x30);
  const info =
    kind === bags.key ? value.whole : decrypt(algorithm, contentOf(bytes, 0x04), password);
  try {
    return createPrivateKey({ key: Buffer.from(info), format: "der", type: "pkcs8" });
  } catch {
    throw new KeyFault("The PKCS #12 file holds a private key that cannot be read.");
  }
}
