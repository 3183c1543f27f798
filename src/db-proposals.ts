import type { Act } from "#workflows/acts.ts";
import type { SecondPersonRule } from "#workflows/second-person.ts";
import type { Json } from "./db.ts";

/** Acts that wait for a second officer, and what became of them. */
export type ProposalTables = {
  proposals: {
    id: string;
    agreement: string;
    verb: string;
    act: Json<Act>;
    given: Json<Record<string, unknown>>;
    rule: SecondPersonRule;
    person: string;
    at: Date;
    expires_at: Date;
  };
  proposal_endings: {
    proposal: string;
    verdict: "confirmed" | "rejected";
    reason: string;
    person: string;
    at: Date;
  };
};
