import type { Context } from "#src/context.ts";
import { Refusal } from "#src/errors.ts";
import { checkText } from "#src/text/policy.ts";
import { type Asked, act, checkRight, type Done } from "../act.ts";
import { agreeToCorrection, objectToCorrection } from "../corrections/answer-correction.ts";
import { makeCorrection } from "../corrections/make-correction.ts";
import { findAgreement } from "../find.ts";
import { adopt } from "../text/adopt.ts";
import { answerReservation } from "./answer-reservation.ts";
import { changeReservation } from "./change-reservation.ts";
import { communicate } from "./communicate.ts";
import { confirm } from "./confirm.ts";
import { declareTerritory } from "./declare-territory.ts";
import { declareUnderArticle } from "./declare-under-article.ts";
import { deposit } from "./deposit.ts";
import { designateAuthority } from "./designate-authority.ts";
import { determineEntry } from "./determine-entry.ts";
import { changeForce } from "./end.ts";
import { entitle } from "./entitle.ts";
import { lodgeLateReservation } from "./lodge-late-reservation.ts";
import { giveNotice } from "./notice.ts";
import { notifyReservation } from "./notify-reservation.ts";
import { renew } from "./periods.ts";
import { recordOrganDecision } from "./record-organ-decision.ts";
import { recordReceipt } from "./record-receipt.ts";
import { succeed } from "./succeed.ts";
import { supersede } from "./supersede.ts";
import { supersedeBetween } from "./supersede-between.ts";

type Verb = (ctx: Context, asked: Asked, given: never) => Promise<Done>;

/** The verbs whose acts can wait for a second officer, by their name in `again`. */
const verbs: Record<string, Verb> = {
  adopt,
  agreeToCorrection,
  answerReservation,
  changeReservation,
  communicate,
  confirm,
  declareTerritory,
  declareUnderArticle,
  deposit,
  designateAuthority,
  determineEntry,
  entitle,
  giveNotice,
  changeForce,
  lodgeLateReservation,
  makeCorrection,
  notifyReservation,
  objectToCorrection,
  recordOrganDecision,
  recordReceipt,
  renew,
  succeed,
  supersede,
  supersedeBetween,
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
  const verb = verbs[found.verb];
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
