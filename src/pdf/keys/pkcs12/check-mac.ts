import { createHmac, timingSafeEqual } from "node:crypto";
import { contentOf, type Der, membersOf, objectIdOf } from "../../cms/read-der.ts";
import { KeyFault } from "../key-fault.ts";
import { iterationsOf } from "./decrypt.ts";
import { type Derivation, derive } from "./derive.ts";

/** Digests for the MAC, by identifier, with their lengths in bytes. */
const digests: Record<string, { name: Derivation["digest"]; length: number }> = {
  "1.3.14.3.2.26": { name: "sha1", length: 20 },
  "2.16.840.1.101.3.4.2.1": { name: "sha256", length: 32 },
  "2.16.840.1.101.3.4.2.2": { name: "sha384", length: 48 },
  "2.16.840.1.101.3.4.2.3": { name: "sha512", length: 64 },
};

/**
 * Checks the contents of a PKCS #12 file against its MAC (MacData; RFC 7292, 4), which proves that its author knew the
 * password.
 *
 * @throws KeyFault if the password is wrong or the contents were changed, or if there is no MAC
 * @throws NotDer
 */
export function checkMac(mac: Der | undefined, contents: Uint8Array, password: string): void {
  if (!mac) throw new KeyFault("The PKCS #12 file has no check of its contents; write it again.");
  const [info, salt, iterations] = membersOf(mac, 0x30);
  const [algorithm, value] = membersOf(info, 0x30);
  const digest = digests[objectIdOf(membersOf(algorithm, 0x30)[0])];
  if (!digest) throw new KeyFault("The PKCS #12 file has a check of an unknown kind.");
  const key = derive({
    digest: digest.name,
    password,
    salt: contentOf(salt, 0x04),
    iterations: iterations ? iterationsOf(iterations) : 1,
    purpose: "mac",
    length: digest.length,
  });
  const expected = createHmac(digest.name, key).update(contents).digest();
  const found = contentOf(value, 0x04);
  if (found.length !== expected.length || !timingSafeEqual(found, expected)) {
    throw new KeyFault("The PKCS #12 file does not open with its password.");
  }
}
