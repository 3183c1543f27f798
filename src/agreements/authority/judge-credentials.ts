import type { Context } from "#src/context.ts";
import { checkText } from "#src/text/policy.ts";
import { type Asked, act, type Done } from "../act.ts";
import { partyFor } from "../party-for.ts";

type Named = { party: string; credential: string };
type Ending = { party?: string | undefined; credential: string; reason: string };

/** Verifies credentials. Two different people of the secretariat must each do so. */
export function verifyCredentials(ctx: Context, asked: Asked, named: Named): Promise<Done> {
  const by = asked.person.id;
  return act(
    ctx,
    { ...asked, act: { type: "verify-credentials", by, ...named }, detail: named },
    async ({ tx, writes, at }) => {
      writes.push(
        tx
          .insertInto("credential_verifications")
          .values({ credential: named.credential, person: by, at }),
      );
      return undefined;
    },
  );
}

/** Records that the secretariat rejects the credentials, with the reason. */
export function rejectCredentials(ctx: Context, asked: Asked, ending: Ending): Promise<Done> {
  return end(ctx, asked, ending, "rejected");
}

/** Records that the party, or the secretariat at its request, revokes the authority. */
export function revokeCredentials(ctx: Context, asked: Asked, ending: Ending): Promise<Done> {
  return end(ctx, asked, ending, "revoked");
}

function end(
  ctx: Context,
  asked: Asked,
  ending: Ending,
  verdict: "rejected" | "revoked",
): Promise<Done> {
  const { person } = asked;
  const { credential } = ending;
  const party = partyFor(person, ending.party);
  const reason = checkText(ending.reason, { kind: "body", language: person.language });
  const type = verdict === "rejected" ? "reject-credentials" : "revoke-credentials";
  return act(
    ctx,
    {
      ...asked,
      act: { type, by: person.id, party, credential },
      detail: { party, credential, reason },
    },
    async ({ tx, writes, at }) => {
      writes.push(
        tx
          .insertInto("credential_endings")
          .values({ credential, verdict, reason, person: person.id, at }),
      );
      return undefined;
    },
  );
}
