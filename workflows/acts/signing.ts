import type { WayIn } from "../participation-clause.ts";
import type { CivilDate } from "../terms.ts";
import {
  type ActRow,
  type By,
  carries,
  confirmed,
  confirmedIfEarlier,
  type ForParty,
  fresh,
  none,
  office,
  type Signing,
  type SigningPlan,
  together,
} from "./row.ts";

/** Acts on the way to consent by signature (VCLT articles 11 to 15) and the seal. */
export const signingActs = {
  "open-signing": {
    by: ["legal-officer"],
    resource: "signing",
    needs: together("legal-officer"),
    group: "signing",
    leads: true,
    carries: carries<By & { plan: SigningPlan }>(),
  },
  sign: {
    by: ["representative"],
    resource: "signatures",
    needs: fresh,
    carries: carries<ForParty & Signing>(),
  },
  decline: {
    by: ["representative"],
    resource: "declinations",
    needs: fresh,
    carries: carries<ForParty & { reason: string }>(),
  },
  "record-signature": {
    by: ["legal-officer"],
    resource: "paper-signatures",
    needs: { ...together("legal-officer"), document: "always" },
    group: "signing",
    carries: carries<ForParty & Signing & { signatory: string; scan: string }>(),
  },
  confirm: {
    by: ["representative", "secretariat"],
    resource: "confirmations",
    needs: confirmedIfEarlier("secretariat"),
    group: "signing",
    carries: carries<ForParty & { on: CivilDate }>(),
  },
  "close-ceremony": {
    by: ["legal-officer", "secretariat"],
    resource: "ceremony-closings",
    needs: fresh,
    group: "signing",
    leads: true,
    carries: carries<By>(),
  },
  entitle: {
    by: ["legal-officer", "secretariat"],
    resource: "entitlements",
    needs: confirmed(...office),
    group: "signing",
    carries: carries<ForParty & { ways: WayIn[] }>(),
  },
  "close-signature": {
    by: ["service"],
    resource: null,
    needs: none,
    carries: carries<By & { on: CivilDate }>(),
  },
  "report-paper": {
    by: ["service"],
    resource: null,
    needs: none,
    carries: carries<By & { paper: string }>(),
  },
  "close-signing": {
    by: ["service"],
    resource: null,
    needs: none,
    carries: carries<By & { at: string }>(),
  },
  "report-sealed": {
    by: ["service"],
    resource: null,
    needs: none,
    carries: carries<By & { original: string }>(),
  },
  "report-seal-failed": {
    by: ["service"],
    resource: null,
    needs: none,
    carries: carries<By & { reason: string }>(),
  },
  "retry-seal": {
    by: ["legal-officer", "secretariat"],
    resource: "seals",
    needs: none,
    group: "signing",
    leads: true,
    carries: carries<By>(),
  },
} as const satisfies Record<string, ActRow>;
