import { digestIn, type ObjectStore, storeOn } from "./objects.ts";

/** The part of the Workers binding to an R2 bucket that we use. */
export type R2Bucket = {
  /** Null if `onlyIf` did not hold. */
  put(
    key: string,
    value: Uint8Array,
    options: { onlyIf?: Headers; sha256: string },
  ): Promise<unknown>;
  get(key: string): Promise<{ arrayBuffer(): Promise<ArrayBuffer> } | null>;
  head(key: string): Promise<unknown>;
  delete(key: string): Promise<void>;
};

/** Objects in an R2 bucket bound to the Worker, at `<digest>`. */
export function objectsInR2(bucket: R2Bucket): ObjectStore {
  return storeOn({
    write: async (name, bytes, { replaces }) => {
      // R2 checks the digest itself and refuses other bytes.
      const put = await bucket.put(name, bytes, {
        ...(!replaces && { onlyIf: new Headers({ "if-none-match": "*" }) }),
        sha256: digestIn(name),
      });
      return put !== null;
    },
    read: async (name) => {
      const object = await bucket.get(name);
      return object && new Uint8Array(await object.arrayBuffer());
    },
    exists: async (name) => (await bucket.head(name)) !== null,
    remove: (name) => bucket.delete(name),
  });
}
