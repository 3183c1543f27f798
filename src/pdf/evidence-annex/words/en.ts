import type { Labels } from "../labels.ts";

export const en: Labels = {
  title: "Annex of evidence",
  about:
    "This annex records who did what to the instrument named below, when, and under which seal. It is no part of the instrument. The digests are SHA-256; each entry of the record is bound to the one before it by its hash.",
  untrusted:
    "The seal of this annex was made by a demonstration authority and has no legal effect.",
  reference: "Reference",
  instrument: "Instrument",
  version: "Version",
  instrumentDigest: "Digest of the instrument",
  textDigest: "Digest of the text",
  date: "Date of this annex",
  signatures: "Signatures",
  party: "Party",
  person: "Person",
  method: "Method",
  time: "Time",
  day: "Day of signature",
  events: "Record of acts",
  number: "No.",
  act: "Act",
  actor: "Actor",
  hash: "Hash",
  logged: "Log",
  log: "Evidence log",
  aboutLog:
    "The log has taken the acts above at the places given. This is its signed checkpoint: the name of the log, the number of its entries, their root hash and the signature.",
  notInLog:
    "When this annex was sealed the evidence log had not yet taken and signed all these acts.",
  seal: "Seal of the depositary",
  verify: "To verify",
  aboutVerify:
    "The code leads to the verify page of the register, which compares a file with what was sealed.",
  level: "Level of the seal",
  clock: "Clock",
  ownClock: (zone) =>
    `Times are in the zone ${zone}, by the clock of the depositary’s server; no other clock vouches for them.`,
  stampedClock: (zone) =>
    `Times are in the zone ${zone}, by the clock of the depositary’s server. The seal carries a timestamp of an independent authority, which proves that all signatures had been given by then.`,
  capacity: "Acting as",
  authority: "Authority",
  fullPowers: ({ issuedBy, signedBy, on }) =>
    `Full powers of ${on}, issued by ${issuedBy}, signed by ${signedBy}; verified by two officers of the secretariat`,
  exOfficio: (office) =>
    `By office, without full powers: ${office}; verified by two officers of the secretariat`,
  dispensed: "Full powers are dispensed with by agreement of the parties",
  notShown: "No full powers on record",
  offices: {
    "head-of-state": "head of State",
    "head-of-government": "head of government",
    "foreign-minister": "minister for foreign affairs",
    ambassador: "head of diplomatic mission",
    delegate: "accredited representative",
    "head-of-body": "head of the ministry or agency",
    "executive-head": "executive head of the organisation",
  },
  signedAs: "Form",
  forms: {
    definitive: "Definitive signature",
    "ad-referendum": "Signature ad referendum",
    "subject-to-ratification": "Signature subject to ratification",
  },
  methods: {
    passkey: "Passkey, its user verified; its signature is in the evidence",
    certificate: (holder) =>
      `The party’s own certificate: ${holder}; its signature is in the instrument`,
    code: (reason) => `One-time code, the weaker method. Reason: ${reason}`,
    key: (reason) => `Access key of the account, the weaker method. Reason: ${reason}`,
    account: "Session of the account, the weaker method",
    "wet-ink": (scan) => `In ink on paper; SHA-256 of the scan: ${scan}`,
  },
};
