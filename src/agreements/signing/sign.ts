import { base64url } from "#src/bytes/base64url.ts";
import type { Context } from "#src/context.ts";
import { Refusal } from "#src/errors.ts";
import { requireName } from "#src/people/names.ts";
import type { SigningAct } from "#workflows/terms.ts";
import { type Asked, act, type Done } from "../act.ts";
import {
  checkReservations,
  insertReservations,
  type NewReservation,
  reservingBy,
} from "../force/reservations.ts";
import { partyOf } from "../party-of.ts";
import { type ByCertificate, recordCertificate } from "./by-certificate.ts";
import { confirmedHolder } from "./certificate-holder.ts";
import { consentDigest, keptOf, stateConsent } from "./consent-statement.ts";
import { type ByCode, checkCodeToSign, withOneTry } from "./sign-by-code.ts";
import { type ByPasskey, checkSigning, evidenceOf, passkeyOf } from "./sign-by-passkey.ts";

export type Signed = {
  /** sha-256 of the original that was shown. */
  original: string;
  method: string;
  /** Why the signatory has no passkey, if the consent rests on a one-time code. */
  reason?: string | undefined;
  /** The code sent to the signatory for this act. */
  code?: ByCode | undefined;
  /** The signatory's passkey assertion for a challenge about this act. */
  passkey?: ByPasskey | undefined;
  /** The files signed by the party's own key. */
  certificate?: ByCertificate | undefined;
  as: SigningAct;
  /** Whether the party considers the instrument binding under international law. */
  binding: boolean;
  reservations?: NewReservation[] | undefined;
};

/**
 * The designated signatory signs the original with this digest, the file that was shown (VCLT article 12), in the form
 * chosen and with the reservations lodged (article 19). Without a verified authority the act is on record but has no
 * effect until confirmed (article 8). The last signature closes signing and orders the seal.
 */
export async function sign(ctx: Context, asked: Asked, signed: Signed): Promise<Done> {
  const { code } = signed;
  if (!code) return signOnce(ctx, asked, signed, null);
  return withOneTry(ctx, code, (mayTry) => signOnce(ctx, asked, signed, { ...code, mayTry }));
}

async function signOnce(
  ctx: Context,
  asked: Asked,
  signed: Signed,
  code: (ByCode & { mayTry: boolean }) | null,
): Promise<Done> {
  const { original, as, binding, passkey, certificate } = signed;
  const method = passkey ? "passkey" : signed.method;
  const proof = passkey && evidenceOf(passkey, await passkeyOf(ctx, passkey));
  requireName(asked.person);
  const party = partyOf(asked.person);
  const by = asked.person.id;
  const lodged = checkReservations(ctx, signed.reservations ?? []);
  const shown = { original, as, binding, ...reservingBy(lodged) };
  const at = ctx.now().toISOString();
  return act(
    ctx,
    {
      ...asked,
      ...((passkey || code) && { fresh: true }),
      act: { type: "sign", by, party, at, on: certificate?.on ?? "today", ...shown },
      detail: {
        original,
        method,
        as,
        binding,
        ...(lodged.length > 0 && { reservations: lodged }),
        ...(proof && { passkey: proof }),
        ...(certificate && {
          certificate: {
            ...certificate.holder,
            der: base64url(certificate.preparation.certificate),
          },
          files: certificate.files,
          revocation: certificate.revocation,
        }),
        ...(signed.reason && { reason: signed.reason }),
      },
    },
    async (scene) => {
      const { tx, writes, agreement, at, today, after, detail } = scene;
      // The record must show the same day as the file that a party's own key signed.
      const on = certificate?.on ?? today;
      const nonce = passkey?.id ?? code?.id ?? certificate?.preparation.id ?? ctx.id();
      const own = { original, as, binding, reservations: lodged, party, person: by, on, nonce };
      const statement = await stateConsent(ctx, tx, scene, own);
      const digest = await consentDigest(statement);
      if (passkey) await checkSigning(tx, passkey, { at, person: by, act: digest });
      if (code) await checkCodeToSign(tx, code, { at, person: by, act: digest });
      if (certificate) {
        if (certificate.preparation.consent.digest !== digest) throw changedSince();
        const signing = { agreement: agreement.id, party, person: asked.person };
        const confirmedBy = await confirmedHolder(tx, signing, certificate.holder.name);
        const isSignatory = confirmedBy === null;
        const words = { isSignatory, ...(confirmedBy && { confirmedBy }) };
        detail.certificate = { ...(detail.certificate as object), ...words };
      }
      detail.consent = keptOf(statement, digest);
      writes.push(
        tx.insertInto("signatures").values({
          agreement: agreement.id,
          number: agreement.text_version,
          party,
          person: by,
          method,
          original,
          signed_as: as,
          signed_on: on,
          binding,
          authorised: after[party] !== "unauthorised",
          scan: null,
          recorded_by: [],
          reason: signed.reason ?? null,
          at,
        }),
      );
      if (certificate) await recordCertificate(scene, certificate);
      await insertReservations(scene, { party, person: by, on }, lodged);
      return undefined;
    },
  );
}

function changedSince(): Refusal {
  const detail = "What was prepared has changed. Prepare it again.";
  return new Refusal("preparation-is-over", detail);
}
