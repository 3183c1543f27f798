import type { Permission } from "#src/people/can.ts";
import { type ActType, actsAt, resourceNames } from "#workflows/acts.ts";

export const digest = "0".repeat(64);
export const uuid = "00000000-0000-4000-8000-00000000ffff";
const day = "2026-11-01";
const reason = "Because.";

/** A body that the contract takes for an act; an empty one unless it stands here. */
const bodies: Partial<Record<ActType, unknown>> = {
  designate: { party: "KZ", signatory: uuid },
  approve: { digest },
  "request-changes": { reason },
  adopt: {
    digest,
    on: day,
    vote: { present: 2, for: 2, against: 0, abstaining: 0 },
    file: digest,
  },
  certify: { language: "en", digest },
  authenticate: { digest },
  "dismiss-difference": { difference: digest, reason },
  "judge-warning": { warning: digest, verdict: "false-alarm", reason },
  "change-parties": { parties: [{ code: "KZ" }, { code: "AE" }] },
  decline: { reason },
  withdraw: { reason },
  "present-credentials": {
    party: "KZ",
    person: uuid,
    kind: "full-powers",
    acts: ["sign"],
    issuedBy: "Ministry",
    signedBy: "Minister",
    instrument: "Memorandum",
    place: "Astana",
    issuedOn: day,
    form: "copy",
  },
  "verify-credentials": { party: "KZ", credential: uuid },
  "reject-credentials": { party: "KZ", credential: uuid, reason },
  "revoke-credentials": { party: "KZ", credential: uuid, reason },
  "clear-signature": { authority: "Government", reference: "1" },
  initial: { digest },
  sign: { original: digest, binding: false },
  "record-signature": {
    party: "KZ",
    signatory: uuid,
    original: digest,
    as: "definitive",
    binding: false,
    on: day,
    scan: digest,
  },
  confirm: { party: "KZ", authority: "Minister" },
  "acknowledge-notification": { notification: "DN.1.2027", party: "KZ" },
  "reissue-notification": { notification: "DN.1.2027", reason },
  "cancel-notification": { notification: "DN.1.2027", reason },
  entitle: { party: "HUB", ways: ["accede"], reason },
  deposit: { party: "KZ", kind: "ratification", signedBy: "X", on: day },
  succeed: {
    party: "EE",
    kind: "succession",
    predecessor: "KZ",
    succeededOn: day,
    signedBy: "X",
    on: day,
  },
  "declare-territory": {
    party: "KZ",
    effect: "extension",
    territories: ["An island"],
    language: "en",
  },
  "declare-under-article": { party: "KZ", article: 1, language: "en", text: "We accept." },
  "designate-authority": {
    party: "KZ",
    article: 1,
    language: "en",
    name: "Agency",
    address: "1 Street, Astana",
    contact: "+7 7172 000000",
  },
  "give-notice": { party: "KZ", kind: "withdrawal" },
  "determine-entry": { instrument: day, parties: {} },
  declare: { language: "en", text: "So read." },
  "answer-reservation": { reservation: uuid, act: "objection", reason },
  "notify-reservation": { party: "KZ", reservation: uuid },
  "change-reservation": { reservation: uuid, language: "en", text: "Less.", articles: [5] },
  "lodge-late-reservation": { language: "en", text: "Late.", articles: [5] },
  "record-receipt": { party: "KZ", reservation: uuid, of: "withdrawal" },
  "record-organ-decision": {
    reservation: uuid,
    accepted: true,
    organ: "Council",
    reference: "Resolution 1",
  },
  "agree-to-termination": { to: "termination" },
  terminate: { to: "terminate", reason },
  renew: { until: day, reason },
  "confirm-proposal": { proposal: uuid },
  "reject-proposal": { proposal: uuid, reason },
  supersede: { successor: uuid, ground: "intention", reason, reference: "Article 20" },
  "supersede-between": {
    parties: ["KZ", "AE"],
    basis: "later-treaty",
    title: "A later agreement",
    source: "Official gazette",
    reason,
  },
  "suspend-between": {
    parties: ["KZ", "AE"],
    basis: "clause",
    title: "Article 9",
    from: day,
    reason,
  },
  "resume-between": { suspension: uuid, reason },
  "notify-claim": {
    ground: "breach",
    measure: "suspension",
    against: "AE",
    language: "en",
    text: "A material breach.",
    file: digest,
  },
  "answer-claim": { claim: uuid, answer: "objection", language: "en" },
  "carry-out-claim": { claim: uuid, signedBy: "The Minister", on: day, file: digest },
  "revoke-claim": { claim: uuid },
  communicate: { kind: "dispute", language: "en", text: "It disputes the accession." },
  "propose-correction": {
    reason,
    changes: [{ language: "en", article: 1, found: "a", corrected: "b" }],
  },
  "object-to-correction": { reason },
  "withdraw-correction": { reason },
  "notify-un-of-correction": { correction: uuid, reference: "Note 1" },
  "correct-certified-copy": {
    serial: 1,
    reason,
    changes: [{ language: "en", article: 1, found: "a", corrected: "b" }],
  },
  "register-with-un": { number: "I-12345" },
};

type ActRow = { permission: Permission; body: unknown };

/** Each way of writing to an agreement: the act it is, and a body that its contract takes. */
export const actRows: Record<string, ActRow> = Object.fromEntries<ActRow>([
  ...resourceNames.map((resource): [string, ActRow] => {
    const acts = actsAt(resource);
    const act = acts.find((one) => one in bodies) ?? acts[0];
    if (!act) throw new Error(`No act is taken by ${resource}.`);
    return [resource, { permission: act, body: bodies[act] ?? {} }];
  }),
  ["comments", { permission: "comment", body: { language: "en", article: 1, body: "Why?" } }],
]);
