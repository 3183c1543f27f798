import { base64url } from "#src/bytes/base64url.ts";
import type { Context, PartyAnswer } from "#src/context.ts";
import { Refusal } from "#src/errors.ts";
import { civilDate } from "#workflows/civil-date.ts";
import type { Asked, Done } from "../act.ts";
import type { SignedFile } from "./by-certificate.ts";
import {
  expectOpen,
  findPreparation,
  type Preparation,
  readPrepared,
  typesetterOf,
} from "./open-preparation.ts";
import { sign } from "./sign.ts";

/**
 * The party's key has signed: its answers are checked, embedded in the party's own field of each original, and
 * the consent is on record with them. A refused answer leaves everything as it was, and another may follow
 * while the time runs.
 */
export async function completeSignature(
  ctx: Context,
  asked: Omit<Asked, "agreement" | "version">,
  { id, answers }: { id: string; answers: ({ original: string } & PartyAnswer)[] },
): Promise<Done> {
  const { partySignature } = typesetterOf(ctx);
  const preparation = await findPreparation(ctx, id, asked.person);
  // Sent again under its key, a request that was carried out gets the answer that it got then.
  if (asked.request === null) await expectOpen(ctx, preparation);
  const { request, files } = await readPrepared(ctx, preparation, asked.person);
  expectEach(preparation, answers);
  const { agreement, certificate, chain, party } = preparation;
  const { original, as, binding, reservations } = preparation.consent;
  const on = civilDate(request.at.toISOString(), request.zone);
  const { holder, revocation } = await partySignature.check(party, { certificate, chain });
  const signed = await Promise.all(
    files.map(async ({ file, base }): Promise<SignedFile> => {
      const { original, ...answer } = answers.find((one) => one.original === file.original)!;
      const { pdf, attributes, signature, hash, pss } = partySignature.complete(
        base,
        request,
        answer,
      );
      const made = {
        attributes: base64url(attributes),
        signature: base64url(signature),
        hash,
        pss,
      };
      return { original, base: file.base, digest: await ctx.objects.put(pdf), ...made };
    }),
  );
  return sign(
    ctx,
    // What is signed is the digest of what was shown, so that the version seen adds nothing.
    { ...asked, agreement, version: "any", fresh: true },
    {
      ...{ original, as, binding, reservations },
      method: "certificate",
      certificate: { preparation, files: signed, holder, revocation, on },
    },
  );
}

/** Gives the files free for others before the time is over. */
export async function endPreparation(
  ctx: Context,
  { id, person }: { id: string; person: Asked["person"] },
): Promise<void> {
  await findPreparation(ctx, id, person);
  await ctx.db
    .updateTable("signature_preparations")
    .set({ ended_at: ctx.now() })
    .where("id", "=", id)
    .where("ended_at", "is", null)
    .execute();
}

function expectEach({ files }: Preparation, answers: { original: string }[]): void {
  const given = answers.map(({ original }) => original).sort();
  const wanted = files.map(({ original }) => original).sort();
  if (given.join() === wanted.join()) return;
  throw new Refusal("malformed-request", "Each original is signed once.", {
    errors: [{ pointer: "/originals", detail: `must name ${wanted.join(", ")}` }],
  });
}
