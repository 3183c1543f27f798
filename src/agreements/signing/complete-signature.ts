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
 * Completes a signature by the party's own key. Checks the key's answers, embeds them in the party's own field of each
 * original, and records the consent with them. A refused answer changes nothing, and another may follow until the time
 * is over.
 */
export async function completeSignature(
  ctx: Context,
  asked: Omit<Asked, "agreement" | "version">,
  { id, answers }: { id: string; answers: ({ original: string } & PartyAnswer)[] },
): Promise<Done> {
  const { partySignature } = typesetterOf(ctx);
  const preparation = await findPreparation(ctx, id, asked.person);
  // A retry with the same idempotency key gets the first answer.
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
      const { pdf, attributes, signature, hash, pss } = await partySignature.complete(
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
    // The signature covers the digest of what was shown, so a version check adds nothing.
    { ...asked, agreement, version: "any", fresh: true },
    {
      ...{ original, as, binding, reservations },
      method: "certificate",
      certificate: { preparation, files: signed, holder, revocation, on },
    },
  );
}

/** Releases the files to others before the time is over. */
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
