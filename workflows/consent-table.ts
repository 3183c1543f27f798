import type { CivilDate, Instrument } from "./terms.ts";

/** How a party expressed its consent, as a depositary's status table marks it. */
export type ConsentKind = Instrument | "accession" | "notification" | "confirmation" | "succession";

/** One entry of the column of consents. */
export type ConsentEntry = {
  kind: ConsentKind;
  on: CivilDate;
  /** The day on which the party withdrew it before it was bound; null if it stands. */
  withdrawnOn: CivilDate | null;
};

/**
 * An act of a party on record, in the order of the record; `kind` is that of its instrument, `to` what a succession is to.
 */
export type RecordedAct = { act: string; on: CivilDate; kind: string | null; to: string | null };

const kinds: Record<string, ConsentKind> = {
  deposit: "ratification",
  accede: "accession",
  "notify-completion": "notification",
  confirm: "confirmation",
  succeed: "succession",
};

/** The consents of one party, oldest first, with the withdrawals that took them back. */
export function consentTable(acts: RecordedAct[]): ConsentEntry[] {
  const entries: ConsentEntry[] = [];
  for (const { act, on, kind, to } of acts) {
    const known = to === "signature" ? undefined : kinds[act];
    if (known) {
      const own = act === "deposit" ? ((kind as ConsentKind | null) ?? known) : known;
      entries.push({ kind: own, on, withdrawnOn: null });
    }
    const last = entries.at(-1);
    if (act === "withdraw-consent" && last) last.withdrawnOn = on;
  }
  return entries;
}
