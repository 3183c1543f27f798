/** What a party is in the office's register. A Government is its State in law, and takes part as it. */
export const partyKinds = ["state", "ministry", "agency", "organization"] as const;
export type PartyKind = (typeof partyKinds)[number];

/** Whether a party is a body of a State: then the State behind it is bound if the instrument is a treaty. */
export function isBodyOfState(kind: PartyKind | undefined): boolean {
  return kind === "ministry" || kind === "agency";
}

/**
 * The order in which an instrument names its parties: the office's protocol order, the alphabet of one of its languages,
 * or the order in which the officer gave them.
 */
export type PartyOrder =
  | { by: "protocol" }
  | { by: "alphabetical"; language: string }
  | { by: "as-chosen" };
