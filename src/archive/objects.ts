import { sha256 } from "#src/bytes/sha256.ts";
import { Refusal } from "#src/errors.ts";

/** Files by their content: a digest is the sha-256 of the bytes in lower-case hex. */
export type Pile = {
  /**
   * Keeps the bytes and gives their digest; keeping the same bytes again changes nothing, but heals an object that is
   * no longer what was stored.
   */
  put(bytes: Uint8Array): Promise<string>;
  /** The bytes, or null where there are none; a Refusal `integrity-error` where they are not what they were. */
  get(digest: string): Promise<Uint8Array | null>;
  /** Whether there is an object of this digest; its bytes are not read. */
  has(digest: string): Promise<boolean>;
};

/** The office's own files are kept for good. Attached files are stored apart, and can be deleted. */
export type ObjectStore = Pile & {
  attached: Pile & {
    /** Deletes the object. Idempotent. */
    remove(digest: string): Promise<void>;
  };
  /** Deletes the drafts that killed writes left before that time. Returns how many. */
  sweepDrafts(before: Date): Promise<number>;
  /** Throws unless objects can be stored: keeps a small object of no meaning, always the same. */
  check(): Promise<void>;
};

/** What a place to keep bytes must be able to do; a name is a digest, or a folder's name, a slash and a digest. */
export type Shelf = {
  /**
   * Keeps the bytes whole or not at all. Where the name is taken it does nothing and says false, unless it is to replace
   * what is there.
   */
  write(name: string, bytes: Uint8Array, options: { replaces: boolean }): Promise<boolean>;
  read(name: string): Promise<Uint8Array | null>;
  exists(name: string): Promise<boolean>;
  /** Idempotent: does nothing if there is no such name. */
  remove(name: string): Promise<void>;
  /** Deletes the drafts of killed writes. Only for places where a killed write can leave one. */
  sweepDrafts?(before: Date): Promise<number>;
  /** Throws unless it can be written to; a place where writing what is there proves it needs none. */
  check?(): Promise<void>;
};

const probe = new TextEncoder().encode("Depositary keeps its objects here.\n");

/**
 * What a shelf throws becomes an answer: a full one and one that is away are told apart, and both may pass. The
 * fault itself, which may name folders and hosts, is the cause.
 */
async function orRefuse<T>(done: Promise<T>): Promise<T> {
  return done.catch((cause: unknown) => {
    if (cause instanceof Refusal) throw cause;
    const { code = "", status } = cause as { code?: string; status?: number };
    const isFull = ["ENOSPC", "EDQUOT"].includes(code) || status === 507;
    const refusal = isFull
      ? new Refusal("storage-full", "There is no room to store the file. Nothing was kept.")
      : new Refusal("unavailable", "Files cannot be stored or read now. Try again.", {
          retryAfter: 10,
        });
    throw Object.assign(refusal, { cause });
  });
}

/** A store over any shelf: it names by digest and believes no shelf, however it is kept. */
export function storeOn(shelf: Shelf): ObjectStore {
  const own = pileOn(shelf, "");
  return {
    ...own,
    attached: {
      ...pileOn(shelf, "attached/"),
      remove: async (digest) => {
        if (isDigest(digest)) await orRefuse(shelf.remove(`attached/${digest}`));
      },
    },
    sweepDrafts: async (before) => (await shelf.sweepDrafts?.(before)) ?? 0,
    check: async () => {
      await (shelf.check ? shelf.check() : own.put(probe));
    },
  };
}

function pileOn(shelf: Shelf, prefix: string): Pile {
  return {
    put: async (bytes) => {
      const digest = await sha256(bytes);
      const name = prefix + digest;
      if (await orRefuse(shelf.write(name, bytes, { replaces: false }))) return digest;
      const there = await orRefuse(shelf.read(name));
      const isWhole = there !== null && (await sha256(there)) === digest;
      if (!isWhole) await orRefuse(shelf.write(name, bytes, { replaces: true }));
      return digest;
    },
    get: async (digest) => {
      const bytes = isDigest(digest) ? await orRefuse(shelf.read(prefix + digest)) : null;
      if (bytes && (await sha256(bytes)) !== digest) {
        throw new Refusal("integrity-error", `The object ${digest} is not what was stored.`);
      }
      return bytes;
    },
    has: async (digest) => isDigest(digest) && (await orRefuse(shelf.exists(prefix + digest))),
  };
}

/** The digest that a name on a shelf ends with. */
export function digestIn(name: string): string {
  return name.slice(name.lastIndexOf("/") + 1);
}

/** A digest names a file or a key, so nothing else may pass. */
function isDigest(digest: string): boolean {
  return /^[0-9a-f]{64}$/.test(digest);
}
