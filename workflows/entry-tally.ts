import type { CivilDate } from "./civil-date.ts";
import type { NotCounted } from "./entry-conditions.ts";
import type { Consent, EntryRecord } from "./entry-finding.ts";

/** The acts that conditions count, each list ordered by day with one act per party. */
export type Tally = {
  negotiating: string[];
  /** Parties that are not counted, neither their acts nor as members of a set. */
  left: Set<string>;
  consents: Consent[];
  notifications: Consent[];
  signatures: Consent[];
  others: Record<string, CivilDate>;
};

/** Orders the record's acts and leaves out those that are not counted: parties, or consents withdrawn by a day. */
export function tallyOf(
  record: EntryRecord,
  { notCounted = [], withdrawnBy = "" }: { notCounted?: NotCounted[]; withdrawnBy?: CivilDate },
): Tally {
  const left = new Set(notCounted.map(({ party }) => party));
  const counts = ({ party, withdrawnOn }: Consent) =>
    !left.has(party) && (withdrawnOn === undefined || withdrawnOn > withdrawnBy);
  const consents = record.consents.filter(counts);
  const acts = [...consents, ...(record.acts ?? []).filter(counts)];
  return {
    negotiating: record.negotiating,
    left,
    consents: firstOfEach(consents),
    notifications: firstOfEach(
      acts.filter(({ act }) => act !== "signature" && act !== "confirmation"),
    ),
    signatures: firstOfEach(acts.filter(({ act }) => act === "signature")),
    others: record.others ?? {},
  };
}

/** Each party's first act, ordered by day; on the same day by code. */
export function firstOfEach(acts: Consent[]): Consent[] {
  const sorted = [...acts].sort(
    (a, b) => order(a.on, b.on) || order(a.party, b.party) || order(a.act, b.act),
  );
  const seen = new Set<string>();
  return sorted.filter(({ party }) => !seen.has(party) && seen.add(party));
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
