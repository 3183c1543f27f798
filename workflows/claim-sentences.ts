import { addMonths } from "./civil-date.ts";
import type { NotificationSentence, RecordedEntry } from "./notifications.ts";
import type { CivilDate } from "./terms.ts";

type Detail = RecordedEntry["detail"];
type Sentences = NotificationSentence[];

const notJudged = { key: "not-judged", values: {} };
const codes = (value: unknown) => (Array.isArray(value) ? value.map(String) : []);
const day = (value: unknown) => (typeof value === "string" ? value : null);

/** Between whom, and from when until when, the operation is suspended, and who knows of it (VCLT articles 57 and 58). */
export function suspensionIn({ suspended }: Detail): Sentences {
  const { parties, title, from, until, notifiedOn } = suspended as Record<string, unknown>;
  const values = { parties: codes(parties), reference: String(title), on: String(from) };
  const last = day(until);
  const notified = day(notifiedOn);
  return [
    { key: "suspended-between", values },
    ...(last ? [{ key: "suspended-until", values: { on: last } }] : []),
    ...(notified ? [{ key: "others-notified-of-suspension", values: { on: notified } }] : []),
    { key: "not-obstructed", values: {} },
  ];
}

export function resumptionIn({ parties, on }: Detail): Sentences {
  return [{ key: "resumed-between", values: { parties: codes(parties), on: String(on) } }];
}

/**
 * What a claim invokes and proposes, and until when the others may object: three months counted from the circulation, as
 * practice does, or the day that the party set (VCLT article 65(2)).
 */
export function claimIn(detail: Detail, circulatedOn: CivilDate): Sentences {
  const { ground, measure, against, until } = detail;
  const urgent = day(until);
  const on = urgent ?? addMonths(circulatedOn, 3);
  return [
    { key: `ground-${ground}`, values: {} },
    ...(typeof against === "string" ? [{ key: "claim-against", values: { other: against } }] : []),
    { key: `measure-${measure}`, values: {} },
    { key: urgent ? "claim-urgent" : "claim-until", values: { on } },
    notJudged,
  ];
}

/** What an answer to a claim, its instrument or its revocation brings. */
export function onClaimIn(act: string, detail: Detail): Sentences {
  const { claimant, ground, measure } = detail;
  const about = [
    { key: "claim-of", values: { other: String(claimant) } },
    { key: `ground-${ground}`, values: {} },
  ];
  if (act === "answer-claim") {
    const isObjection = detail.answer === "objection";
    return [...about, ...(isObjection ? [{ key: "claim-disputed", values: {} }] : [])];
  }
  if (act === "revoke-claim") return [...about, { key: "claim-revoked", values: {} }];
  return [
    ...about,
    { key: `measure-${measure}`, values: {} },
    { key: "measure-from", values: { on: String(detail.from) } },
    notJudged,
  ];
}
