import { entitling, holds, kept, law } from "./law.ts";
import { signature } from "./sign.ts";

const signing = ["party-may-sign", "signature-period-runs", ...signature] as const;
const taken = ["seal-signature-pages", "announce-signature"] as const;

/** Without authority it is kept, and has its page once the party confirms it (VCLT article 8). */
const signingLater = [
  { guard: holds(...signing, "authority-to-sign"), actions: taken },
  kept(...signing),
];

const recordingLater = [
  { guard: holds(...signing, "authority-to-sign", "first-officer-recorded"), actions: taken },
  kept(...signing),
];

const mayStillSign = kept("party-may-sign");

/**
 * Signature after the first seal, as long as the text is open for it. Each one is a paper of its own, a sealed
 * signature page; the sealed original never changes.
 */
export const laterSignature = law.createStateConfig({
  initial: "none",
  on: { entitle: kept(...entitling) },
  states: {
    none: {},
    open: {
      on: {
        "present-credentials": mayStillSign,
        "verify-credentials": mayStillSign,
        "reject-credentials": mayStillSign,
        "revoke-credentials": mayStillSign,
        designate: {
          guard: holds("party-may-sign", "party-has-not-signed"),
          actions: "invite-signatories",
        },
        "clear-signature": mayStillSign,
        sign: signingLater,
        "record-signature": recordingLater,
        decline: { guard: holds("party-may-sign"), actions: "announce-declination" },
        "close-signature": {
          guard: holds("signature-period-is-over"),
          target: "closed",
          actions: "announce-signature-closed",
        },
        "enter-into-force": {
          guard: holds("instrument-is-due", "signature-ends-with-entry"),
          target: "closed",
        },
      },
    },
    // Signed in time, and recorded after it.
    closed: { on: { "record-signature": recordingLater } },
  },
});
