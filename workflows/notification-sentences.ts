import { addDays, addMonths } from "./civil-date.ts";
import { claimIn, onClaimIn, resumptionIn, suspensionIn } from "./claim-sentences.ts";
import { hasSigned } from "./conditions/signing.ts";
import { entryFindings } from "./entry-of.ts";
import { proposerOf } from "./exchange.ts";
import type { Facts } from "./facts.ts";
import { lateUntil } from "./late-reservations.ts";
import type { NotificationSentence, RecordedEntry } from "./notifications.ts";
import type { CivilDate } from "./terms.ts";

/** Acts that count from the day on which the depositary received the State's document (VCLT articles 16 and 78(b)). */
const received: readonly string[] = [
  "deposit",
  "accede",
  "notify-completion",
  "succeed",
  "declare-continuity",
  "declare-territory",
  "declare-under-article",
  "designate-authority",
  "withdraw-consent",
  "apply-provisionally",
  "end-provisional",
  "give-notice",
  "revoke-notice",
  "opt-out-of-renewal",
  "revoke-opt-out",
  "declare-not-to-become-party",
  "lodge-late-reservation",
  "communicate",
  "notify-claim",
  "answer-claim",
  "carry-out-claim",
  "revoke-claim",
];

/** The sentences about what the act was and what follows from it, computed from the facts after it. Pure. */
export function consequencesIn(
  entry: RecordedEntry,
  facts: Facts,
  circulatedOn: CivilDate,
): NotificationSentence[] {
  const { act, on } = entry;
  const first = { key: received.includes(act) ? "received" : "done", values: { on } };
  const claimed = act === "notify-claim" ? claimIn(entry.detail, circulatedOn) : [];
  return [
    first,
    ...followingFrom(entry, facts),
    ...claimed,
    ...timesIn(entry, facts, circulatedOn),
  ];
}

function followingFrom({ act, party, on, detail }: RecordedEntry, facts: Facts) {
  const said: NotificationSentence[] = [];
  const say = (key: string, values: NotificationSentence["values"]) => said.push({ key, values });
  const takesEffectOn = typeof detail.takesEffectOn === "string" ? detail.takesEffectOn : null;
  switch (act) {
    case "sign":
    case "record-signature":
      // VCLT article 8.
      if (party && facts.standing[party] === "unauthorised") say("without-authority", {});
      if (detail.as === "ad-referendum") say("ad-referendum", {});
      if (detail.as === "subject-to-ratification") say("subject-to-ratification", {});
      if (party && isReplyNext(facts, party)) say("reply-follows", {});
      break;
    case "confirm":
      if (party && isReplyNext(facts, party)) say("reply-follows", {});
      break;
    case "succeed":
      say(detail.to === "signature" ? "succeeds-to-signature" : "succeeds", {
        other: String(detail.predecessor),
        on: String(detail.succeededOn),
      });
      break;
    case "give-notice":
      if (party && takesEffectOn) say("ends-for", { party, on: takesEffectOn });
      break;
    case "opt-out-of-renewal":
      if (!party || !takesEffectOn) break;
      if (facts.standing[party] === "noticeRunning") say("ends-for", { party, on: takesEffectOn });
      else say("ends", { on: takesEffectOn });
      break;
    case "end-participation":
      if (party) say("ends-for", { party, on });
      break;
    case "terminate":
    case "expire":
    case "supersede":
      say(detail.effect === "suspension" ? "suspended" : "ends", { on });
      break;
    case "supersede-between":
      said.push(...laterIn(detail));
      break;
    case "suspend-between":
      said.push(...suspensionIn(detail));
      break;
    case "resume-between":
      said.push(...resumptionIn(detail));
      break;
    case "answer-claim":
    case "carry-out-claim":
    case "revoke-claim":
      said.push(...onClaimIn(act, detail));
      if (party && act === "carry-out-claim" && takesEffectOn) {
        say("ends-for", { party, on: takesEffectOn });
      }
      break;
    case "suspend":
      say("suspended", { on });
      break;
    case "resume":
      say("resumes", { on });
      break;
    case "renew":
      if (facts.expiresOn) say("renewed", { on: facts.expiresOn });
      break;
    case "make-correction":
      if (typeof detail.from === "string") say("effect-from", { on: detail.from });
      else say("correction-from-beginning", {});
      break;
    case "notify-un-of-correction":
      say("under-reference", { reference: String(detail.reference) });
      break;
    case "object-to-correction":
      if (typeof detail.communication === "string") said.push(...communicatedIn(detail));
      else say("correction-not-made", {});
      break;
    case "communicate":
      said.push(...communicatedIn(detail));
      break;
    case "declare-territory":
      if (takesEffectOn) say("effect-from", { on: takesEffectOn });
      break;
    case "designate-authority":
      if (typeof detail.from === "string") say("effect-from", { on: detail.from });
      break;
    case "withdraw-reservation":
    case "change-reservation":
      say("on-receipt", {});
      break;
    default:
  }
  return [...said, ...entering({ act, party }, facts)];
}

/** Whether the party has proposed by its note with authority, and the other has not replied yet (VCLT articles 8 and 13). */
function isReplyNext(facts: Facts, party: string): boolean {
  const signed = facts.parties.filter((one) => hasSigned(facts, one));
  return proposerOf(facts.terms, facts.parties) === party && signed.join() === party;
}

/** What a communication is about, and that the depositary circulates it without judging it (VCLT article 77(2)). */
function communicatedIn({ communication, concerning }: RecordedEntry["detail"]) {
  const said: NotificationSentence[] = [];
  if (typeof concerning === "string")
    said.push({ key: "concerning", values: { other: concerning } });
  if (communication === "late-correction-objection") said.push({ key: communication, values: {} });
  return [...said, { key: "not-judged", values: {} }];
}

/** Between whom a later agreement applies, and what it leaves of this one (VCLT articles 30(4) and 41). */
function laterIn({ basis, parties, title, on, notifiedOn }: RecordedEntry["detail"]) {
  const values = {
    on: String(on),
    reference: String(title),
    parties: Array.isArray(parties) ? parties.map(String) : [],
  };
  const first = { key: basis === "modification" ? "modification" : "later-treaty", values };
  const notified = { key: "others-notified", values: { on: String(notifiedOn) } };
  return [first, ...eachOf(values.parties), ...(typeof notifiedOn === "string" ? [notified] : [])];
}

/** Of more than one pair: each party with those towards which its relations change. One pair is named already. */
function eachOf(parties: string[]): NotificationSentence[] {
  if (parties.length < 3) return [];
  return parties.map((party) => {
    const others = parties.filter((other) => other !== party);
    return { key: "later-for", values: { party, parties: others } };
  });
}

const entersBy: readonly string[] = [
  "sign",
  "record-signature",
  "confirm",
  "deposit",
  "accede",
  "notify-completion",
  "succeed",
];

/** The days of entry into force that the act brings about, as far as they can be said on this day. */
function entering({ act, party }: Pick<RecordedEntry, "act" | "party">, facts: Facts) {
  const { instrument } = facts.entry;
  if (act === "enter-into-force")
    return instrument ? [{ key: "enters", values: { on: instrument } }] : [];
  if (act === "apply-provisionally") {
    const { provisional } = entryFindings(facts);
    const on = provisional?.state === "dated" ? provisional.on : null;
    return party && on ? [{ key: "provisional", values: { party, on } }] : [];
  }
  if (!entersBy.includes(act) || !party) return [];
  const found = entryFindings(facts).parties[party];
  const on = facts.entry.parties[party] ?? (found?.state === "dated" ? found.on : null);
  return on ? [{ key: "enters-for", values: { party, on } }] : [];
}

/** Until when States may answer, counted from the day of circulation as practice does (VCLT article 20(5)). */
function timesIn({ act, on, detail }: RecordedEntry, { terms }: Facts, circulatedOn: CivilDate) {
  const { objectionMonths = 12, authorised, acceptance } = terms.reservationRules ?? {};
  const said: NotificationSentence[] = [];
  const made = Array.isArray(detail.reservations) ? detail.reservations : [];
  const reserves = made.some((one) => (one as { kind?: string }).kind === "reservation");
  const confirms = Array.isArray(detail.confirms) && detail.confirms.length > 0;
  if ((reserves || confirms) && !authorised && !acceptance) {
    said.push({ key: "time-to-object", values: { on: addMonths(circulatedOn, objectionMonths) } });
  }
  if (act === "propose-correction") {
    said.push({ key: "correction-until", values: { on: addDays(on, terms.objectionDays) } });
  }
  if (act === "lodge-late-reservation") {
    said.push({ key: "late-until", values: { on: lateUntil(terms, { circulatedOn }) } });
  }
  return said;
}
