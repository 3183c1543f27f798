import type { CivilDate } from "./civil-date.ts";

/**
 * The States among which a text is open. Those that negotiated always belong to them (VCLT articles 12, 15 and
 * 77(1)(e)).
 */
export type Circle =
  /** Only those that negotiated. */
  | "negotiating"
  /** The members of the office's organisation. */
  | "members"
  /** Members of the United Nations, its specialised agencies or the IAEA, and parties to the Statute of the Court. */
  | "vienna-formula"
  | "all-states"
  /** Those that the competent organ, or all the parties, invite. */
  | "invited";

export const circles = [
  "negotiating",
  "members",
  "vienna-formula",
  "all-states",
  "invited",
] as const satisfies Circle[];

export type OpenTo = {
  to: Circle;
  /** Whether international organisations may too. */
  organizations?: boolean | undefined;
  /** Codes of others that the text names. */
  also?: string[] | undefined;
};

/** Until when a text stays open for signature after the ceremony. The last day is still open. */
export type SignatureEnd = { on: CivilDate } | { months: number } | "entry" | "unlimited";

/**
 * The participation clause: who may sign, and until when, and who may accede, and from when. Without one, those that
 * negotiated sign, in one period that ends with the seal.
 */
export type Participation = {
  /** Null if signature ends with the ceremony. */
  signature: (OpenTo & { until: SignatureEnd }) | null;
  /** Null if nobody may accede. */
  accession: (OpenTo & { from: "opening" | "closing" | "entry" }) | null;
};

/** How a State that did not negotiate may become a party. */
export type WayIn = "sign" | "accede";

/** What the office's register says about a party that did not negotiate. */
export type Outsider = {
  code: string;
  isState: boolean;
  isOrganization: boolean;
  /** Of the office's organisation. */
  isMember: boolean;
  /** Of the United Nations, a specialised agency or the IAEA, or a party to the Statute of the Court. */
  isOfUnSystem: boolean;
};

/** What the clause opens to it. Those that are invited are recorded one by one. */
export function waysInOf({ signature, accession }: Participation, outsider: Outsider): WayIn[] {
  const found: WayIn[] = [];
  if (signature && belongs(signature, outsider)) found.push("sign");
  if (accession && belongs(accession, outsider)) found.push("accede");
  return found;
}

function belongs({ to, organizations = false, also = [] }: OpenTo, outsider: Outsider): boolean {
  if (also.includes(outsider.code)) return true;
  if (outsider.isOrganization) return organizations && to !== "negotiating" && to !== "invited";
  if (!outsider.isState) return false;
  if (to === "members") return outsider.isMember;
  if (to === "vienna-formula") return outsider.isOfUnSystem;
  return to === "all-states";
}
