import { createHash } from "node:crypto";

/** The purpose of the derived bytes (RFC 7292, B.3). */
export const purposes = { key: 1, iv: 2, mac: 3 } as const;

export type Derivation = {
  digest: "sha1" | "sha256" | "sha384" | "sha512";
  password: string;
  salt: Uint8Array;
  iterations: number;
  purpose: keyof typeof purposes;
  /** How many bytes to derive. */
  length: number;
};

/**
 * Derives bytes from a password as PKCS #12 does (RFC 7292, B.2). Every file's MAC uses them as key; contents only with
 * the old ciphers.
 */
export function derive({ digest, password, salt, iterations, purpose, length }: Derivation) {
  const block = digest === "sha384" || digest === "sha512" ? 128 : 64;
  const diversifier = Buffer.alloc(block, purposes[purpose]);
  const input = Buffer.concat([fill(salt, block), fill(bmpString(password), block)]);
  const out: Uint8Array[] = [];
  for (let have = 0; have < length; ) {
    let hash = createHash(digest).update(diversifier).update(input).digest();
    for (let i = 1; i < iterations; i++) hash = createHash(digest).update(hash).digest();
    out.push(hash);
    have += hash.length;
    addToBlocks(input, fill(hash, block).subarray(0, block));
  }
  return new Uint8Array(Buffer.concat(out).subarray(0, length));
}

/** Repeats the bytes to fill whole blocks; empty stays empty. */
function fill(bytes: Uint8Array, block: number): Buffer {
  const length = block * Math.ceil(bytes.length / block);
  return bytes.length === 0 ? Buffer.alloc(0) : Buffer.alloc(length, bytes);
}

/** UTF-16, big-endian, with two zero bytes at the end (B.1). */
function bmpString(text: string): Buffer {
  return Buffer.from(`${text}\0`, "utf16le").swap16();
}

/** Each block of `input` becomes itself plus `summand` plus one, at its own width. */
function addToBlocks(input: Buffer, summand: Buffer): void {
  for (let start = 0; start < input.length; start += summand.length) {
    let carry = 1;
    for (let i = summand.length - 1; i >= 0; i--) {
      carry += input[start + i]! + summand[i]!;
      input[start + i] = carry & 0xff;
      carry >>= 8;
    }
  }
}
