import type { ClaimGround, ClaimMeasure } from "../claim-record.ts";
import type { suspensionBases } from "../suspensions.ts";
import type { CivilDate } from "../terms.ts";
import {
  type ActRow,
  type By,
  carries,
  confirmed,
  confirmedIfEarlier,
  type ForParty,
  office,
} from "./row.ts";

const byParty = ["representative", "secretariat", "legal-officer"] as const;
/** A claim, and the instrument that carries it out, are in writing (VCLT article 67). */
const inWriting = { ...confirmed(...office), document: "always" } as const;

type AboutClaim = ForParty & { on: CivilDate; claim: string };

/** Suspension between some of the parties (57, 58), and the procedure of articles 65 to 68. */
export const claimActs = {
  "suspend-between": {
    by: ["legal-officer"],
    resource: "suspensions-between",
    needs: confirmed("legal-officer"),
    group: "later",
    carries: carries<
      By & {
        parties: string[];
        basis: (typeof suspensionBases)[number];
        from: CivilDate;
        articles: number[];
        /** Whether the other parties were notified (58(2)), and the contracting States consulted (57(b)). */
        notified: boolean;
        consulted: boolean;
      }
    >(),
  },
  "resume-between": {
    by: ["legal-officer"],
    resource: "resumptions-between",
    needs: confirmed("legal-officer"),
    group: "later",
    carries: carries<By & { suspension: string; on: CivilDate }>(),
  },
  "notify-claim": {
    by: byParty,
    resource: "claims",
    needs: inWriting,
    group: "later",
    carries: carries<
      ForParty & {
        on: CivilDate;
        ground: ClaimGround;
        measure: ClaimMeasure;
        against: string | null;
        articles: number[];
      }
    >(),
  },
  "answer-claim": {
    by: byParty,
    resource: "claim-answers",
    needs: confirmedIfEarlier(...office),
    group: "later",
    carries: carries<AboutClaim & { objects: boolean }>(),
  },
  "carry-out-claim": {
    by: byParty,
    resource: "claim-measures",
    needs: inWriting,
    group: "later",
    /** Whether the parties have agreed, or the dispute was decided (65(3), 66): then no time to object is awaited. */
    carries: carries<AboutClaim & { from: CivilDate | null; solved: boolean }>(),
  },
  "revoke-claim": {
    by: byParty,
    resource: "claim-revocations",
    needs: confirmedIfEarlier(...office),
    group: "later",
    carries: carries<AboutClaim>(),
  },
} as const satisfies Record<string, ActRow>;
