import { sha256 } from "#src/digest.ts";
import { Refusal } from "#src/errors.ts";

/** Files by their content: a digest is the sha-256 of the bytes in lower-case hex. */
export type ObjectStore = {
  /** Keeps the bytes and gives their digest; keeping the same bytes again changes nothing. */
  put(bytes: Uint8Array): Promise<string>;
  /** The bytes, or null where there are none; a Refusal `integrity-error` where they are not what they were. */
  get(digest: string): Promise<Uint8Array | null>;
  /** Whether there is an object of this digest; its bytes are not read. */
  has(digest: string): Promise<boolean>;
};

/** What a place to keep bytes must be able to do; names are digests. */
export type Shelf = {
  /** Keeps the bytes whole or not at all; does nothing where the name is taken. */
  write(name: string, bytes: Uint8Array): Promise<void>;
  read(name: string): Promise<Uint8Array | null>;
  exists(name: string): Promise<boolean>;
};

/** A store over any shelf: it names by digest and believes no shelf, however it is kept. */
export function storeOn(shelf: Shelf): ObjectStore {
  return {
    put: async (bytes) => {
      const digest = await sha256(bytes);
      await shelf.write(digest, bytes);
      return digest;
    },
    get: async (digest) => {
      const bytes = isDigest(digest) ? await shelf.read(digest) : null;
      if (bytes && (await sha256(bytes)) !== digest) {
        throw new Refusal("integrity-error", `The object ${digest} is not what was stored.`);
      }
      return bytes;
    },
    has: async (digest) => isDigest(digest) && (await shelf.exists(digest)),
  };
}

/** A digest names a file or a key, so nothing else may pass. */
function isDigest(digest: string): boolean {
  return /^[0-9a-f]{64}$/.test(digest);
}
