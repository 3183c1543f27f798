/** The possible results of a verification. The first that applies is the verdict; VALID is what remains. */
export const verdicts = [
  "TOO_COMPLEX",
  "ENCRYPTED",
  "INVALID_DIGEST",
  "MODIFIED",
  "MALFORMED",
  "NO_SIGNATURE",
  "NOT_OURS",
  "WEAK_ALGORITHM",
  "INCOMPLETE",
  "REVOKED",
  "EXPIRED",
  "UNTRUSTED",
  // Set by callers that ask the register, never in this folder.
  "VALID_NOT_IN_REGISTER",
  "VALID",
] as const;

export type Verdict = (typeof verdicts)[number];

/** A finding against VALID: a stable code, its verdict, a sentence for a person, and its subject. */
export type Finding = { code: FindingCode; verdict: Verdict; sentence: string; about: string };

/** `about` is a signature's field, in quotes, or what exactly was found. */
export function finding(code: FindingCode, about = ""): Finding {
  const { verdict, say } = findings[code];
  return { code, verdict, sentence: say(about), about };
}

export function verdictOf(found: Finding[]): Verdict {
  return verdicts.find((verdict) => found.some((one) => one.verdict === verdict)) ?? "VALID";
}

type Row = { verdict: Verdict; say: (about: string) => string };

const findings = {
  "too-large": { verdict: "TOO_COMPLEX", say: () => "The file is larger than 20 MB." },
  "too-complex": {
    verdict: "TOO_COMPLEX",
    say: (about) => `The file is too complex to be judged safely. ${about}`,
  },
  encrypted: {
    verdict: "ENCRYPTED",
    say: () => "The file is encrypted, so what was signed cannot be read.",
  },
  empty: { verdict: "MALFORMED", say: () => "The file is empty." },
  "not-a-pdf": {
    verdict: "MALFORMED",
    say: (about) =>
      `This is not a PDF file${about ? `, whatever its name says: it is ${about}` : ""}.`,
  },
  "cut-off": {
    verdict: "MALFORMED",
    say: () => "The end of the file is missing: it was cut off, or did not arrive whole.",
  },
  malformed: {
    verdict: "MALFORMED",
    say: (about) => `The file is not built the way the depositary builds its files. ${about}`,
  },
  "no-signature": { verdict: "NO_SIGNATURE", say: () => "The file carries no signature." },
  "not-ours": {
    verdict: "NOT_OURS",
    say: (about) =>
      `The file was not sealed by a depositary of this kind. It carries ${about}, of which only this much is said here: who made it, whether its digest fits the bytes, and whether it covers the whole file.`,
  },
  "saved-anew": {
    verdict: "MODIFIED",
    say: () =>
      "The file begins as one of the depositary's, but was written again or changed since, and no signature in it covers what it shows.",
  },
  "bytes-before": {
    verdict: "MODIFIED",
    say: () => "Something was put before the beginning of the file.",
  },
  "bytes-after-seal": {
    verdict: "MODIFIED",
    say: () => "Something was added to the file after its last signature.",
  },
  "foreign-change": {
    verdict: "MODIFIED",
    say: (about) => `Besides a signature, something else in the file was changed. ${about}`,
  },
  "wrong-range": {
    verdict: "MODIFIED",
    say: (about) =>
      `Signature ${about} does not cover all that stood in the file when it was made.`,
  },
  "stray-signature": {
    verdict: "MODIFIED",
    say: () => "The file holds a signature that does not fit it any more.",
  },
  "rewritten-signature": {
    verdict: "MODIFIED",
    say: (about) =>
      `Signature ${about} holds, but what stands beside it was changed: certificates were moved, added or taken out, or a timestamp was.`,
  },
  "after-the-seal": {
    verdict: "MODIFIED",
    say: (about) => `Signature ${about} was added after the depositary's seal.`,
  },
  "digest-mismatch": {
    verdict: "INVALID_DIGEST",
    say: (about) => `The file was changed after signature ${about} was made.`,
  },
  "signature-mismatch": {
    verdict: "INVALID_DIGEST",
    say: (about) => `Signature ${about} was not made with the key of its certificate.`,
  },
  "timestamp-mismatch": {
    verdict: "INVALID_DIGEST",
    say: (about) => `The timestamp of ${about} is over something else.`,
  },
  "certificate-swapped": {
    verdict: "INVALID_DIGEST",
    say: (about) => `The certificate in signature ${about} is not the one it was made with.`,
  },
  "other-original": {
    verdict: "INVALID_DIGEST",
    say: () => "The text under the signatures is not the original on record.",
  },
  "broken-signature": {
    verdict: "MALFORMED",
    say: (about) => `Signature ${about}`,
  },
  "weak-algorithm": {
    verdict: "WEAK_ALGORITHM",
    say: (about) => `Signature ${about}, which can be forged or is not accepted here.`,
  },
  "field-empty": {
    verdict: "INCOMPLETE",
    say: (about) => `The signature ${about} is missing: its place in the file is empty.`,
  },
  "field-absent": {
    verdict: "INCOMPLETE",
    say: (about) => `The file has no place for the signature ${about}, which is expected.`,
  },
  revoked: {
    verdict: "REVOKED",
    say: (about) =>
      `A certificate of signature ${about} was revoked before the signature is shown to have been made.`,
  },
  "clock-compromised": {
    verdict: "REVOKED",
    say: (about) =>
      `A certificate behind the timestamp of ${about} was revoked because its key may be in other hands, or without a reason. Its timestamps prove nothing any more (RFC 3161, 4).`,
  },
  "later-than-proven": {
    verdict: "MALFORMED",
    say: (about) => `Signature ${about} says that it was made after the time of its own timestamp.`,
  },
  expired: {
    verdict: "EXPIRED",
    say: (about) => `A certificate of signature ${about} was not valid on the day of signing.`,
  },
  "expired-since": {
    verdict: "EXPIRED",
    say: (about) =>
      `A certificate of signature ${about} has expired since, and no timestamp shows when the signature was made.`,
  },
  "no-authority": {
    verdict: "UNTRUSTED",
    say: () => "No trusted authority was named, so nobody vouches for who signed.",
  },
  "unknown-authority": {
    verdict: "UNTRUSTED",
    say: (about) => `No trusted authority vouches for the certificate of signature ${about}.`,
  },
  "wrong-purpose": {
    verdict: "UNTRUSTED",
    say: (about) => `A certificate of signature ${about} is not meant for this use.`,
  },
  "constraint-broken": {
    verdict: "UNTRUSTED",
    say: (about) =>
      `A certificate of signature ${about} has a name or a policy that an authority above it may not give.`,
  },
} as const satisfies Record<string, Row>;

export type FindingCode = keyof typeof findings;
