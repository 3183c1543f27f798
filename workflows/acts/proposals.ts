import { type ActRow, type By, carries, fresh, none } from "./row.ts";

/** A second officer's answer to an act that waits for one. */
export const proposalActs = {
  "confirm-proposal": {
    by: ["legal-officer", "secretariat"],
    resource: "proposal-confirmations",
    needs: fresh,
    group: "later",
    leads: true,
    carries: carries<By & { proposal: string; at: string }>(),
  },
  "reject-proposal": {
    by: ["legal-officer", "secretariat"],
    resource: "proposal-rejections",
    needs: none,
    group: "later",
    carries: carries<By & { proposal: string; at: string }>(),
  },
} as const satisfies Record<string, ActRow>;
