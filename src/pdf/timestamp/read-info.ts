import { readAlgorithm } from "../cms/read-algorithm.ts";
import { contentOf, type Der, membersOf, NotDer, objectIdOf, readDer } from "../cms/read-der.ts";
import { readTime } from "../cms/read-time.ts";

/** The content of a timestamp (RFC 3161, 2.4.2). */
export type TimestampInfo = {
  policy: string;
  /** The digest's identifier and the digest itself. */
  algorithm: string;
  digest: Uint8Array;
  at: Date;
  nonce: Uint8Array | null;
};

/**
 * Reads the content of a timestamp.
 *
 * @throws NotDer
 */
export function readInfo(der: Uint8Array): TimestampInfo {
  const [version, policy, imprint, serial, time, ...rest] = membersOf(readDer(der), 0x30);
  if (contentOf(version, 0x02)[0] !== 1) throw new NotDer("The timestamp has another version.");
  contentOf(serial, 0x02);
  const [algorithm, digest] = membersOf(imprint, 0x30);
  const nonce = rest.find((one: Der) => one.tag === 0x02);
  return {
    policy: objectIdOf(policy),
    algorithm: readAlgorithm(algorithm).id,
    digest: contentOf(digest, 0x04),
    at: readTime(time),
    nonce: nonce?.content ?? null,
  };
}
