import { sha256 } from "#src/bytes/sha256.ts";
import { Refusal } from "#src/errors.ts";

/** Files by their content: a digest is the sha-256 of the bytes in lower-case hex. */
export type Pile = {
  /**
   * Stores the bytes and returns their digest. Storing the same bytes again changes nothing, except that it repairs a
   * damaged object.
   */
  put(bytes: Uint8Array): Promise<string>;
  /** The bytes, or null if there are none; a Refusal `integrity-error` if they have changed. */
  get(digest: string): Promise<Uint8Array | null>;
  /** Whether an object with this digest exists; does not read its bytes. */
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
  /** Throws unless objects can be stored. Tests it by storing a small dummy object, always the same. */
  check(): Promise<void>;
};

/** The storage behind a store. A name is a digest, or a folder's name, a slash and a digest. */
export type Shelf = {
  /**
   * Stores the bytes completely or not at all. If the name is taken it returns false and changes nothing, unless it
   * `replaces`.
   */
  write(name: string, bytes: Uint8Array, options: { replaces: boolean }): Promise<boolean>;
  read(name: string): Promise<Uint8Array | null>;
  exists(name: string): Promise<boolean>;
  /** Idempotent: does nothing if there is no such name. */
  remove(name: string): Promise<void>;
  /** Deletes the drafts of killed writes. Only for places where a killed write can leave one. */
  sweepDrafts?(before: Date): Promise<number>;
  /** Throws unless it can be written to. Not needed if writing an existing object already proves it. */
  check?(): Promise<void>;
};

const probe = new TextEncoder().encode("Depositary keeps its objects here.\n");

/**
 * Turns a shelf's error into a refusal. It distinguishes a full shelf from an unreachable one, and both may pass. The
 * original error, which may name folders and hosts, becomes the cause.
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

/** A store over any shelf: it names objects by digest and checks whatever the shelf returns. */
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

/** The digest at the end of a name on a shelf. */
export function digestIn(name: string): string {
  return name.slice(name.lastIndexOf("/") + 1);
}

/** A digest becomes a file name or key, so nothing else may pass. */
function isDigest(digest: string): boolean {
  return /^[0-9a-f]{64}$/.test(digest);
}
