import type { ActType } from "./acts.ts";
import type { agreementMachine } from "./agreement.ts";
import type { ConditionName } from "./conditions.ts";

/** The machine's state value, as stored: `{ draft: "editing" }`. */
export type Stage = Parameters<typeof agreementMachine.resolveState>[0]["value"];

/** The parties' standings after the act; only those that changed. */
export type Standings = Record<string, string>;

export type Refused =
  | { ok: false; refusal: "wrong-stage"; allowed: ActType[] }
  | { ok: false; refusal: "wrong-standing"; allowed: ActType[] }
  | { ok: false; refusal: ConditionName; failed: ConditionName[] };
