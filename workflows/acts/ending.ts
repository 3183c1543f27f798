import type { CivilDate } from "../terms.ts";
import {
  type ActRow,
  type By,
  carries,
  confirmed,
  type ForParty,
  fresh,
  none,
  type Supersession,
  together,
} from "./row.ts";

/** Acts that change or end an instrument, or a text before it is signed (VCLT articles 54 to 59). */
export const endingActs = {
  "agree-to-suspension": {
    by: ["representative"],
    resource: "consents-to-end",
    needs: fresh,
    carries: carries<ForParty>(),
  },
  "agree-to-termination": {
    by: ["representative"],
    resource: "consents-to-end",
    needs: fresh,
    carries: carries<ForParty>(),
  },
  renew: {
    by: ["legal-officer", "service"],
    resource: "renewals",
    needs: confirmed("legal-officer"),
    group: "later",
    carries: carries<By & { until: CivilDate }>(),
  },
  expire: {
    by: ["service"],
    resource: null,
    needs: none,
    carries: carries<By & { on: CivilDate }>(),
  },
  suspend: {
    by: ["legal-officer"],
    resource: "force",
    needs: confirmed("legal-officer"),
    group: "later",
    carries: carries<By & { reason: string }>(),
  },
  resume: {
    by: ["legal-officer"],
    resource: "force",
    needs: confirmed("legal-officer"),
    group: "later",
    carries: carries<By & { reason: string }>(),
  },
  terminate: {
    by: ["legal-officer"],
    resource: "force",
    needs: confirmed("legal-officer"),
    group: "later",
    carries: carries<By & { reason: string }>(),
  },
  supersede: {
    by: ["legal-officer"],
    resource: "supersession",
    needs: confirmed("legal-officer"),
    group: "later",
    carries: carries<By & Supersession>(),
  },
  "agree-to-withdrawal": {
    by: ["representative"],
    resource: "withdrawal-agreements",
    needs: fresh,
    carries: carries<ForParty>(),
  },
  withdraw: {
    by: ["legal-officer"],
    resource: "withdrawal",
    needs: together("legal-officer"),
    group: "later",
    carries: carries<By & { reason: string }>(),
  },
} as const satisfies Record<string, ActRow>;
