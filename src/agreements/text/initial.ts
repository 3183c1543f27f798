import type { Context } from "#src/context.ts";
import { requireName } from "#src/people/names.ts";
import type { Asked, Done } from "../act.ts";
import { partyOf } from "../party-of.ts";
import { recordPartyAct } from "../record-party-act.ts";

/** A party initials the settled text. The last party's initials make it authentic (VCLT article 10(b)). */
export function initial(ctx: Context, asked: Asked, { digest }: { digest: string }): Promise<Done> {
  requireName(asked.person);
  const by = asked.person.id;
  return recordPartyAct(
    ctx,
    asked,
    { type: "initial", by, party: partyOf(asked.person), digest, on: "today" },
    { digest },
  );
}
