/**
 * Everything that can be done to an agreement. An act carries who does it, for which party and to which
 * digest; it never carries a clock or a promise.
 */
type By = { by: string };
type ForParty = By & { party: string };

export type Act =
  | (By & { type: "describe" })
  | (By & { type: "designate"; party: string })
  | (By & { type: "revise-text"; language: string })
  | (By & { type: "submit" })
  | (ForParty & { type: "approve"; digest: string })
  | (ForParty & { type: "request-changes"; reason: string })
  | (By & { type: "certify"; language: string; digest: string })
  | (By & { type: "authenticate"; digest: string })
  | (By & { type: "report-typeset"; original: string })
  | (By & { type: "report-typeset-failed"; reason: string })
  | (By & { type: "open-signing"; closesAt: string | null })
  | (ForParty & { type: "sign"; original: string; at: string })
  | (By & { type: "close-signing"; at: string })
  | (By & { type: "report-sealed"; original: string })
  | (By & { type: "report-seal-failed"; reason: string })
  | (By & { type: "retry-seal" })
  | (By & { type: "publish" })
  | (By & { type: "change-parties"; parties: string[] })
  | (ForParty & { type: "decline"; reason: string })
  | (ForParty & { type: "agree-to-withdrawal" })
  | (By & { type: "withdraw"; reason: string });

export type ActType = Act["type"];

export const actTypes = [
  "describe",
  "designate",
  "revise-text",
  "submit",
  "approve",
  "request-changes",
  "certify",
  "authenticate",
  "report-typeset",
  "report-typeset-failed",
  "open-signing",
  "sign",
  "close-signing",
  "report-sealed",
  "report-seal-failed",
  "retry-seal",
  "publish",
  "change-parties",
  "decline",
  "agree-to-withdrawal",
  "withdraw",
] as const satisfies readonly ActType[];
