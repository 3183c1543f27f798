import type { Context } from "#src/context.ts";
import { Refusal } from "#src/errors.ts";
import { findAccount } from "#src/people/find.ts";
import { requireName } from "#src/people/names.ts";
import { checkPrintable } from "#src/text/printable.ts";
import { type Asked, act, type Done } from "../act.ts";

type Designation = {
  party: string;
  signatory: string;
  /** The desk's entry that brought it. */
  correspondence?: string | undefined;
};

/**
 * Names who will sign for a party: a representative of that party who has a name and is not suspended. A legal officer
 * may do this for any party, a representative only for their own. Another person can be named until the party has
 * signed. The other parties' signatures remain valid.
 */
export async function designate(
  ctx: Context,
  asked: Asked,
  { party, signatory, correspondence }: Designation,
): Promise<Done> {
  const { person } = asked;
  return act(
    ctx,
    {
      ...asked,
      correspondence,
      act: { type: "designate", by: person.id, party },
      detail: { party, signatory },
    },
    async ({ tx, writes, agreement }) => {
      const account = await findAccount(tx, signatory);
      const designated = account?.person;
      if (designated?.party !== party || !designated.roles.includes("representative")) {
        throw new Refusal(
          "malformed-request",
          "The signatory must be a representative of the party.",
          {
            errors: [{ pointer: "/signatory", detail: "is not a representative of this party" }],
          },
        );
      }
      if (account?.state === "suspended") {
        throw new Refusal("person-is-suspended", "The signatory's account is suspended.", {
          errors: [{ pointer: "/signatory", detail: "is suspended" }],
        });
      }
      requireName(designated);
      // The name is printed under the signature. Refuse it now, not after everyone has signed.
      for (const words of [designated.names, designated.titles].flatMap(Object.values)) {
        checkPrintable(words);
      }
      writes.push(
        tx
          .updateTable("agreement_parties")
          .set({ signatory })
          .where("agreement", "=", agreement.id)
          .where("party", "=", party),
      );
      return undefined;
    },
  );
}
