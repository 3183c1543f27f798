import { z } from "@hono/zod-openapi";
import { designate } from "#src/agreements/authority/designate.ts";
import { publish } from "#src/agreements/force/publish.ts";
import { retrySeal } from "#src/agreements/service/retry-seal.ts";
import { decline } from "#src/agreements/signing/decline.ts";
import { agreeToWithdrawal } from "#src/agreements/text/agree-to-withdrawal.ts";
import { approve } from "#src/agreements/text/approve.ts";
import { authenticate } from "#src/agreements/text/authenticate.ts";
import { certify } from "#src/agreements/text/certify.ts";
import { changeParties } from "#src/agreements/text/change-parties.ts";
import { dismissDifference } from "#src/agreements/text/dismiss-difference.ts";
import { judgeWarning } from "#src/agreements/text/judge-warning.ts";
import { requestChanges } from "#src/agreements/text/request-changes.ts";
import { submit } from "#src/agreements/text/submit.ts";
import { withdraw } from "#src/agreements/text/withdraw.ts";
import type { Api } from "../api/api.ts";
import { digest, language, partyCode, reason } from "../api/contract.ts";
import { namedParty, partyOrder } from "../api/named-parties.ts";
import { actResource } from "./act-resource.ts";

const nothing = z.strictObject({});
const ofText = z.strictObject({ digest });

/** Routes for the acts on an agreement, each its own resource. */
export function acts(api: Api): void {
  actResource(
    api,
    {
      name: "designations",
      summary: "Designate the signatory of a party",
      body: z.strictObject({ party: partyCode, signatory: z.uuid() }),
    },
    designate,
  );
  actResource(
    api,
    {
      name: "submissions",
      summary: "Circulate the text for review, with a time for answers if wanted",
      body: z.strictObject({
        respondBy: z.iso.datetime({ offset: true }).optional(),
        withoutRepresentatives: z
          .boolean()
          .default(false)
          .openapi({ description: "Circulate although a party has no active representative" }),
      }),
    },
    (ctx, asked, { respondBy, ...round }) =>
      submit(ctx, asked, { ...round, respondBy: respondBy ? new Date(respondBy) : null }),
  );
  actResource(
    api,
    {
      name: "approvals",
      summary: "Approve the text of this digest",
      body: ofText,
    },
    approve,
  );
  actResource(
    api,
    {
      name: "change-requests",
      summary: "Ask for changes, with the reason",
      body: z.strictObject({ reason }),
    },
    requestChanges,
  );
  actResource(
    api,
    {
      name: "concordances",
      summary: "Certify that a language version says what the others say",
      body: z.strictObject({ language, digest }),
    },
    certify,
  );
  actResource(
    api,
    {
      name: "authentication",
      summary: "Record the text's authentication; the second officer's record freezes it",
      body: ofText,
    },
    authenticate,
  );
  actResource(
    api,
    {
      name: "difference-dismissals",
      summary:
        "Dismiss what terms and words say differently; the second officer's record closes it",
      body: z.strictObject({ difference: digest, reason }),
    },
    dismissDifference,
  );
  actResource(
    api,
    {
      name: "warning-verdicts",
      summary:
        "Say of a warning of the checks that it is a false alarm, or that it stands, and why",
      body: z.strictObject({
        warning: digest,
        verdict: z.enum(["false-alarm", "stands"]),
        reason,
      }),
    },
    judgeWarning,
  );
  actResource(
    api,
    {
      name: "seals",
      summary: "Order the seal again after it has failed",
      body: nothing,
    },
    retrySeal,
  );
  actResource(
    api,
    {
      name: "party-changes",
      summary: "Set who takes part in a text that is not circulated",
      body: z.strictObject({
        parties: z.array(namedParty).min(1).max(200),
        order: partyOrder.optional().openapi({ description: "Stays as it is by default" }),
      }),
    },
    changeParties,
  );
  actResource(
    api,
    {
      name: "declinations",
      summary: "Decline the text for one's own party, with the reason",
      body: z.strictObject({ reason }),
    },
    decline,
  );
  actResource(
    api,
    {
      name: "withdrawal-agreements",
      summary: "Agree, having signed, that the agreement be withdrawn",
      body: nothing,
    },
    agreeToWithdrawal,
  );
  actResource(
    api,
    {
      name: "withdrawal",
      summary: "Record the withdrawal; with the second officer's record it is withdrawn",
      body: z.strictObject({ reason }),
    },
    withdraw,
  );
  actResource(
    api,
    {
      name: "publication",
      summary: "Publish in the public register",
      body: nothing,
    },
    publish,
  );
}
