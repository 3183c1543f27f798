import { sameBytes } from "../cms/read-der.ts";
import { NoTimestamp, type TimestampAuthority } from "./ask-authority.ts";

/**
 * Makes something that keeps room for a timestamp of exactly the certificates given, and holds the timestamp. An authority
 * that changes its certificates in between is asked once more, with the room that it needs now.
 *
 * @throws NoTimestamp
 */
export async function withRoom<T>(
  timestamps: TimestampAuthority,
  make: (certificates: Uint8Array[]) => Promise<T>,
): Promise<T> {
  for (let attempt = 0; attempt < 2; attempt++) {
    const before = await timestamps.certificates();
    const made = await make(before);
    const after = await timestamps.certificates();
    const isSame =
      before.length === after.length && before.every((one, i) => sameBytes(one, after[i]!));
    if (isSame) return made;
  }
  throw new NoTimestamp("The timestamp authority changes its certificates at each answer.");
}
