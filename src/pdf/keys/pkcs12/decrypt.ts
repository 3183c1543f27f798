import { createDecipheriv, pbkdf2Sync } from "node:crypto";
import { contentOf, type Der, membersOf, objectIdOf } from "../../cms/read-der.ts";
import { KeyFault } from "../key-fault.ts";
import { derive } from "./derive.ts";

/** AES in CBC mode by identifier (RFC 8018, B.2.5), with the key's length in bytes. */
const ciphers: Record<string, { name: string; length: number }> = {
  "2.16.840.1.101.3.4.1.2": { name: "aes-128-cbc", length: 16 },
  "2.16.840.1.101.3.4.1.22": { name: "aes-192-cbc", length: 24 },
  "2.16.840.1.101.3.4.1.42": { name: "aes-256-cbc", length: 32 },
};

/** The hash of PBKDF2, by its HMAC's identifier (RFC 8018, B.1.2). */
const prfs: Record<string, string> = {
  "1.2.840.113549.2.7": "sha1",
  "1.2.840.113549.2.9": "sha256",
  "1.2.840.113549.2.10": "sha384",
  "1.2.840.113549.2.11": "sha512",
};

const pbes2 = "1.2.840.113549.1.5.13";
const pbkdf2 = "1.2.840.113549.1.5.12";
const hmacWithSha1 = "1.2.840.113549.2.7";
const pbeWithSha1And3Des = "1.2.840.113549.1.12.1.3";

/**
 * Decrypts an EncryptedPrivateKeyInfo or an EncryptedData: PBES2 with PBKDF2 and AES (RFC 8018), or triple DES as
 * Windows and older programs write it (RFC 7292, C).
 *
 * @throws KeyFault if the cipher is another, or the password does not open it
 * @throws NotDer
 */
export function decrypt(algorithm: Der | undefined, content: Uint8Array, password: string) {
  const [id, parameters] = membersOf(algorithm, 0x30);
  const { name, key, iv } = keyOf(objectIdOf(id), parameters, password);
  try {
    const decipher = createDecipheriv(name, key, iv);
    return new Uint8Array(Buffer.concat([decipher.update(content), decipher.final()]));
  } catch {
    throw new KeyFault("The PKCS #12 file does not open with its password.");
  }
}

/** Iterations of a key derivation; a higher number is a trap, not a protection. */
export function iterationsOf(der: Der | undefined): number {
  const bytes = contentOf(der, 0x02);
  const count = bytes.length <= 4 ? Number.parseInt(Buffer.from(bytes).toString("hex"), 16) : 0;
  if (count >= 1 && count <= 10_000_000) return count;
  throw new KeyFault("The PKCS #12 file asks for an impossible number of iterations.");
}

function keyOf(scheme: string, parameters: Der | undefined, password: string) {
  if (scheme === pbes2) return modernKey(parameters, password);
  if (scheme !== pbeWithSha1And3Des) throw unknownCipher();
  const [salt, iterations] = membersOf(parameters, 0x30);
  const shared = {
    digest: "sha1",
    password,
    salt: contentOf(salt, 0x04),
    iterations: iterationsOf(iterations),
  } as const;
  return {
    name: "des-ede3-cbc",
    key: derive({ ...shared, purpose: "key", length: 24 }),
    iv: derive({ ...shared, purpose: "iv", length: 8 }),
  };
}

function modernKey(parameters: Der | undefined, password: string) {
  const [derivation, encryption] = membersOf(parameters, 0x30);
  const [function_, itsParameters] = membersOf(derivation, 0x30);
  const [cipherId, iv] = membersOf(encryption, 0x30);
  const cipher = ciphers[objectIdOf(cipherId)];
  if (objectIdOf(function_) !== pbkdf2 || !cipher) throw unknownCipher();
  const [salt, iterations, ...rest] = membersOf(itsParameters, 0x30);
  const named = rest.find(({ tag }) => tag === 0x30);
  const digest = prfs[named ? objectIdOf(membersOf(named, 0x30)[0]) : hmacWithSha1];
  if (!digest) throw unknownCipher();
  const rounds = iterationsOf(iterations);
  const key = pbkdf2Sync(password, contentOf(salt, 0x04), rounds, cipher.length, digest);
  return { name: cipher.name, key, iv: contentOf(iv, 0x04) };
}

function unknownCipher(): KeyFault {
  return new KeyFault(
    "The PKCS #12 file is encrypted by an old or unknown cipher; write it again with AES (openssl pkcs12 -export).",
  );
}
