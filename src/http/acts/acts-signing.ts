import { z } from "@hono/zod-openapi";
import { isDemoSession } from "#src/accounts/demo-session.ts";
import { isByKey } from "#src/accounts/proof.ts";
import { siteOf } from "#src/accounts/site.ts";
import { clearSignature } from "#src/agreements/authority/clear-signature.ts";
import {
  rejectCredentials,
  revokeCredentials,
  verifyCredentials,
} from "#src/agreements/authority/judge-credentials.ts";
import { presentCredentials } from "#src/agreements/authority/present-credentials.ts";
import { confirm } from "#src/agreements/force/confirm.ts";
import { openSigning } from "#src/agreements/signing/open-signing.ts";
import { recordSignature } from "#src/agreements/signing/record-signature.ts";
import { sign } from "#src/agreements/signing/sign.ts";
import type { ByPasskey } from "#src/agreements/signing/sign-by-passkey.ts";
import { initial } from "#src/agreements/text/initial.ts";
import { Refusal } from "#src/errors.ts";
import { checkText } from "#src/text/policy.ts";
import { authorisedActs, offices } from "#workflows/offices.ts";
import { assertion } from "../accounts/account-schemas.ts";
import { type Api, acting, type Call, serviceOf } from "../api/api.ts";
import { limitConfirming } from "../api/attempts.ts";
import {
  day,
  digest,
  line,
  partyCode,
  reason,
  reservations,
  signingAct,
  whyNow,
} from "../api/contract.ts";
import { actResource } from "./act-resource.ts";
import { askingToSign } from "./ask-to-sign.ts";

const officeNames = Object.keys(offices) as [keyof typeof offices];
const judged = z.strictObject({ party: partyCode.optional(), credential: z.uuid(), reason });

/** Routes for authority and signature: who acts for a party, and how it signs (VCLT articles 7 to 14). */
export function signingActs(api: Api): void {
  actResource(
    api,
    {
      name: "credentials",
      summary: "Present full powers for a party, or an office that needs none",
      body: z.strictObject({
        party: partyCode.optional(),
        person: z.uuid(),
        kind: z.enum(["full-powers", "ex-officio"]),
        office: z.enum(officeNames).optional(),
        acts: z.array(z.enum(authorisedActs)).min(1).max(4).optional(),
        issuedBy: line,
        signedBy: line,
        instrument: line,
        place: line,
        issuedOn: day,
        validFrom: day.optional(),
        validUntil: day.optional(),
        restrictions: reason.optional(),
        holder: line.optional().openapi({
          description:
            "How the person's certificate names its holder, where that is none of the person's names on record",
        }),
        form: z.enum(["original", "copy"]),
        file: digest.optional(),
      }),
    },
    presentCredentials,
  );
  actResource(
    api,
    {
      name: "credential-verifications",
      summary: "Verify credentials; they are verified with the second person's record",
      body: z.strictObject({ party: partyCode, credential: z.uuid() }),
    },
    verifyCredentials,
  );
  actResource(
    api,
    {
      name: "credential-rejections",
      summary: "Reject credentials, with the reason",
      body: judged,
    },
    rejectCredentials,
  );
  actResource(
    api,
    {
      name: "credential-revocations",
      summary: "Take an authority back",
      body: judged,
    },
    revokeCredentials,
  );
  actResource(
    api,
    {
      name: "clearances",
      summary: "Record the clearance of one's own authorities to sign the current text",
      body: z.strictObject({ authority: line, reference: line }),
    },
    clearSignature,
  );
  actResource(
    api,
    {
      name: "initials",
      summary: "Initial the settled text; the last party's initials make it authentic",
      body: z.strictObject({ digest }),
    },
    initial,
  );
  actResource(
    api,
    {
      name: "signing",
      summary: "Open signing; it is open with the second officer's record",
      body: z.strictObject({
        closesAt: z.iso.datetime({ offset: true }).optional(),
        groups: z.array(z.array(partyCode).min(1).max(200)).max(200).optional(),
        quorum: z.int().min(2).max(200).optional(),
      }),
    },
    (ctx, asked, { closesAt, ...plan }) =>
      openSigning(ctx, asked, { ...plan, closesAt: closesAt ? new Date(closesAt) : null }),
  );
  actResource(
    api,
    {
      name: "signatures",
      summary: "Sign the original of this digest as the designated signatory",
      body: z.strictObject({
        original: digest,
        as: signingAct.default("definitive"),
        binding: z.boolean(),
        reservations: reservations.optional(),
        passkey: z.strictObject({ id: z.uuid(), response: assertion }).optional(),
        code: z
          .strictObject({ id: z.uuid(), code: z.string().max(20) })
          .optional()
          .openapi({
            description:
              "A one-time code that was sent for this very act (`POST …/signatures/codes`)",
          }),
        reason: reason
          .optional()
          .openapi({ description: "Why there is no passkey; kept in the evidence with the code" }),
      }),
    },
    async (ctx, asked, { passkey, code, reason, ...body }, c) => {
      if (!passkey) {
        const consent = await withoutPasskey(c, { code, reason });
        return limitConfirming(c, acting(c), () => sign(ctx, asked, { ...body, ...consent }));
      }
      const given = passkey as Omit<ByPasskey, "site">;
      const byPasskey = { ...given, site: siteOf(ctx.publicUrl, c.req.url) };
      return sign(ctx, asked, { ...body, method: "passkey", passkey: byPasskey });
    },
    (ctx, asked, { passkey: _, code: __, reason: ___, ...body }) =>
      sign(ctx, asked, { ...body, method: "rehearsed" }),
  );
  askingToSign(api);
  actResource(
    api,
    {
      name: "paper-signatures",
      summary:
        "Record a signature in ink, with its scan; it stands with the second officer's record",
      body: z.strictObject({
        party: partyCode,
        signatory: z.uuid(),
        original: digest,
        as: signingAct,
        binding: z.boolean(),
        on: day,
        scan: digest,
      }),
    },
    recordSignature,
  );
  actResource(
    api,
    {
      name: "confirmations",
      summary: "Confirm a signature ad referendum, or one made without authority",
      body: z.strictObject({
        party: partyCode.optional(),
        authority: line,
        on: day.optional(),
        file: digest.optional(),
        reason: whyNow.optional(),
      }),
    },
    confirm,
  );
}

type Weaker = { code?: { id: string; code: string } | undefined; reason?: string | undefined };

/**
 * The weaker consent without a passkey: a code by mail, consumed for this act, with the reason why there is no passkey.
 * In a demonstration, a demo person's session is enough.
 */
async function withoutPasskey(c: Call, { code, reason }: Weaker) {
  const person = acting(c);
  const proof = c.get("proof");
  // `act` refuses an API key. It first answers not-found for what the key's owner cannot see.
  if (isByKey(proof)) return { method: "key", reason };
  if (!code) {
    if (proof?.via === "session" && (await isDemoSession(serviceOf(c).db, proof.digest))) {
      return { method: "demo", reason };
    }
    throw new Refusal("step-up-required", "Sign with your passkey, or with a code and a reason.");
  }
  if (!reason) {
    throw new Refusal("malformed-request", "Say why there is no passkey.", {
      errors: [{ pointer: "/reason", detail: "is needed with a code" }],
    });
  }
  const words = checkText(reason, { kind: "body", language: person.language });
  return { method: "code", code, reason: words };
}
