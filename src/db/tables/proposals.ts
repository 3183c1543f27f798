import type { Act } from "#workflows/acts.ts";
import type { SecondPersonRule } from "#workflows/second-person.ts";
import type { Json } from "../columns.ts";

/** What a member of the secretariat may propose for accounts, templates and parties. */
export type OfficeProposalKind =
  | "invite-person"
  | "change-person"
  | "publish-template"
  | "end-party";

/** Proposals that wait for a second person, and their outcomes. */
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
  office_proposals: {
    id: string;
    kind: OfficeProposalKind;
    /** The person's id, the invited address, the template's name or the party's code. */
    subject: string;
    given: Json<Record<string, unknown>>;
    person: string;
    at: Date;
    expires_at: Date;
  };
  office_proposal_endings: Ending;
  proposal_endings: Ending;
};

type Ending = {
  proposal: string;
  verdict: "confirmed" | "rejected";
  reason: string;
  person: string;
  at: Date;
};
