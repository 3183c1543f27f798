import type { CivilDate } from "./terms.ts";

/** An act of a party on record, in the order of the record. */
type Recorded = { act: string; detail: Record<string, unknown> };

const leaving = ["give-notice", "opt-out-of-renewal"];
const staying = ["revoke-notice", "revoke-opt-out", "accede", "succeed"];

/**
 * The day on which a party's notice ended or will end its participation: a withdrawal, or a notice against the next
 * renewal. Null if none stands (VCLT articles 54, 56 and 68).
 */
export function leavingOn(acts: Recorded[]): CivilDate | null {
  let day: CivilDate | null = null;
  for (const { act, detail } of acts) {
    // The instrument that carries a claim out names a day only if the party then leaves (VCLT articles 65 and 68).
    if (act === "carry-out-claim" && typeof detail.takesEffectOn === "string") {
      day = detail.takesEffectOn;
    }
    if (act === "revoke-claim" && detail.stays === true) day = null;
    if (leaving.includes(act)) day = (detail.takesEffectOn as CivilDate | undefined) ?? null;
    if (staying.includes(act)) day = null;
  }
  return day;
}
