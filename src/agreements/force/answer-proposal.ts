import type { Context } from "#src/context.ts";
import { Refusal } from "#src/errors.ts";
import { checkText } from "#src/text/policy.ts";
import { type Asked, act, checkRight, type Done } from "../act.ts";
import { findAgreement } from "../find.ts";
import { adopt } from "../text/adopt.ts";
import { answerReservation } from "./answer-reservation.ts";
import { confirm } from "./confirm.ts";
import { deposit } from "./deposit.ts";
import { determineEntry } from "./determine-entry.ts";
import { changeForce } from "./end.ts";
import { giveNotice } from "./notice.ts";
import { renew } from "./periods.ts";
import { succeed } from "./succeed.ts";

type Verb = (ctx: Context, asked: Asked, given: never) => Promise<Done>;

/** The verbs whose acts can wait for a second officer, by their name in `again`. */
const verbs: Record<string, Verb> = {
  adopt,
  answerReservation,
  confirm,
  deposit,
  determineEntry,
  giveNotice,
  changeForce,
  renew,
  succeed,
};

/** The seldom ones, loaded when they are needed. */
const seldom: Record<string, () => Promise<Verb>> = {
  makeCorrection: async () => (await import("../corrections/make-correction.ts")).makeCorrection,
  objectToCorrection: async () =>
    (await import("../corrections/answer-correction.ts")).objectToCorrection,
  agreeToCorrection: async () =>
    (await import("../corrections/answer-correction.ts")).agreeToCorrection,
  answerClaim: async () => (await import("./claim.ts")).answerClaim,
  carryOutClaim: async () => (await import("./claim.ts")).carryOutClaim,
  changeReservation: async () => (await import("./change-reservation.ts")).changeReservation,
  communicate: async () => (await import("./communicate.ts")).communicate,
  declareTerritory: async () => (await import("./declare-territory.ts")).declareTerritory,
  declareUnderArticle: async () => (await import("./declare-under-article.ts")).declareUnderArticle,
  designateAuthority: async () => (await import("./designate-authority.ts")).designateAuthority,
  entitle: async () => (await import("./entitle.ts")).entitle,
  lodgeLateReservation: async () =>
    (await import("./lodge-late-reservation.ts")).lodgeLateReservation,
  notifyClaim: async () => (await import("./claim.ts")).notifyClaim,
  notifyReservation: async () => (await import("./notify-reservation.ts")).notifyReservation,
  recordOrganDecision: async () => (await import("./record-organ-decision.ts")).recordOrganDecision,
  recordReceipt: async () => (await import("./record-receipt.ts")).recordReceipt,
  resumeBetween: async () => (await import("./suspend-between.ts")).resumeBetween,
  revokeClaim: async () => (await import("./claim.ts")).revokeClaim,
  supersede: async () => (await import("./supersede.ts")).supersede,
  supersedeBetween: async () => (await import("./supersede-between.ts")).supersedeBetween,
  suspendBetween: async () => (await import("./suspend-between.ts")).suspendBetween,
};

/**
 * A second officer confirms a waiting act after seeing its effects at this version of the agreement. The act takes
 * effect only now. The law is checked again against the current record.
 */
export async function confirmProposal(
  ctx: Context,
  asked: Asked,
  { proposal }: { proposal: string },
): Promise<Done> {
  const found = await findProposal(ctx, asked, proposal, "confirm-proposal");
  const verb = verbs[found.verb] ?? (await seldom[found.verb]?.());
  if (!verb) throw new Error(`No verb does ${found.verb} again.`);
  const confirming = { proposal, by: found.person };
  return verb(ctx, { ...asked, confirming }, found.given as never);
}

/** An officer, possibly the first one, rejects a waiting act. It can no longer be confirmed. */
export async function rejectProposal(
  ctx: Context,
  asked: Asked,
  given: { proposal: string; reason: string },
): Promise<Done> {
  const { person } = asked;
  const { proposal } = given;
  await findProposal(ctx, asked, proposal, "reject-proposal");
  const reason = checkText(given.reason, { kind: "body", language: person.language });
  const at = ctx.now().toISOString();
  return act(
    ctx,
    {
      ...asked,
      act: { type: "reject-proposal", by: person.id, proposal, at },
      detail: { proposal, reason },
    },
    async (scene) => {
      scene.writes.push(
        scene.tx
          .insertInto("proposal_endings")
          .values({ proposal, verdict: "rejected", reason, person: person.id, at: scene.at }),
      );
      return undefined;
    },
  );
}

async function findProposal(
  { db }: Context,
  { agreement, person, byKey = false }: Asked,
  id: string,
  type: "confirm-proposal" | "reject-proposal",
) {
  await findAgreement(db, agreement, person);
  checkRight({ person, byKey, act: { type, by: person.id, proposal: id, at: "" } });
  const found = await db
    .selectFrom("proposals")
    .select(["verb", "given", "person"])
    .where("id", "=", id)
    .where("agreement", "=", agreement)
    .executeTakeFirst();
  if (!found) throw new Refusal("not-found", "No such act waits for a second officer.");
  return found;
}
