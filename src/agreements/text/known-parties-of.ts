import type { Db } from "#src/db/db.ts";
import { Refusal } from "#src/errors.ts";
import { listParties, type Party } from "#src/parties/find.ts";

/** The named parties in protocol order. Throws a Refusal that points at each one the office does not know. */
export async function knownPartiesOf(
  tx: Db,
  wanted: { code: string }[],
  placeOf = (index: number) => `/parties/${index}/code`,
): Promise<Party[]> {
  const known = await listParties(tx);
  const faults = wanted.flatMap(({ code }, index) =>
    known.some((party) => party.code === code)
      ? []
      : [{ pointer: placeOf(index), detail: `${code} is not a known party` }],
  );
  if (faults.length > 0) {
    throw new Refusal("malformed-request", "A party is not known.", { errors: faults });
  }
  return known.filter(({ code }) => wanted.some((party) => party.code === code));
}
