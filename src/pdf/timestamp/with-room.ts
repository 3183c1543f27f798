import { sameBytes } from "../cms/read-der.ts";
import { NoTimestamp, type TimestampAuthority } from "./ask-authority.ts";

/**
 * Makes something with room for a timestamp of exactly the given certificates, and adds the timestamp. If the authority
 * changes its certificates in between, asks once more with the room needed now.
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
