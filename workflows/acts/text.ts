import type { Vote } from "../conditions/adoption.ts";
import type { CivilDate } from "../terms.ts";
import {
  type ActRow,
  type By,
  carries,
  confirmed,
  type ForParty,
  fresh,
  none,
  together,
} from "./row.ts";

/** Acts on the text, from the first draft to its authentication (VCLT articles 9 and 10). */
export const textActs = {
  submit: {
    by: ["legal-officer"],
    resource: "submissions",
    needs: none,
    group: "text",
    leads: true,
    carries: carries<By>(),
  },
  "revise-text": {
    by: ["legal-officer"],
    resource: null,
    needs: none,
    group: "text",
    carries: carries<By & { languages: string[]; terms?: boolean }>(),
  },
  describe: {
    by: ["legal-officer"],
    resource: null,
    needs: none,
    group: "text",
    carries: carries<By>(),
  },
  "change-parties": {
    by: ["legal-officer"],
    resource: "party-changes",
    needs: fresh,
    group: "text",
    carries: carries<By & { parties: string[] }>(),
  },
  "close-round": {
    by: ["service"],
    resource: null,
    needs: none,
    carries: carries<By & { at: string }>(),
  },
  approve: {
    by: ["representative"],
    resource: "approvals",
    needs: none,
    carries: carries<ForParty & { digest: string }>(),
  },
  adopt: {
    by: ["legal-officer"],
    resource: "adoption",
    needs: { ...confirmed("legal-officer"), document: "always" },
    group: "text",
    leads: true,
    carries: carries<By & { digest: string; on: CivilDate; vote: Vote }>(),
  },
  "request-changes": {
    by: ["representative"],
    resource: "change-requests",
    needs: none,
    carries: carries<ForParty & { reason: string }>(),
  },
  certify: {
    by: ["legal-officer"],
    resource: "concordances",
    needs: fresh,
    group: "text",
    leads: true,
    carries: carries<By & { language: string; digest: string }>(),
  },
  initial: {
    by: ["representative"],
    resource: "initials",
    needs: fresh,
    carries: carries<ForParty & { digest: string; on: CivilDate }>(),
  },
  authenticate: {
    by: ["legal-officer"],
    resource: "authentication",
    needs: together("legal-officer"),
    group: "text",
    leads: true,
    carries: carries<By & { digest: string }>(),
  },
  "dismiss-difference": {
    by: ["legal-officer"],
    resource: "difference-dismissals",
    needs: together("legal-officer"),
    group: "text",
    carries: carries<By & { difference: string }>(),
  },
  "report-typeset": {
    by: ["service"],
    resource: null,
    needs: none,
    carries: carries<By & { original: string }>(),
  },
  "report-typeset-failed": {
    by: ["service"],
    resource: null,
    needs: none,
    carries: carries<By & { reason: string }>(),
  },
} as const satisfies Record<string, ActRow>;
