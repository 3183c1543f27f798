import type { Office } from "../offices.ts";
import { type ActRow, carries, type ForParty, fresh, together } from "./row.ts";

/** Acts about authority (VCLT articles 7 and 8). */
export const authorityActs = {
  designate: {
    by: ["legal-officer", "representative"],
    resource: "designations",
    needs: fresh,
    group: "signing",
    carries: carries<ForParty>(),
  },
  "present-credentials": {
    by: ["representative", "secretariat"],
    resource: "credentials",
    needs: fresh,
    group: "signing",
    carries: carries<ForParty & { kind: "full-powers" | "ex-officio"; office?: Office | null }>(),
  },
  "verify-credentials": {
    by: ["secretariat"],
    resource: "credential-verifications",
    needs: together("secretariat"),
    group: "signing",
    leads: true,
    carries: carries<ForParty & { credential: string }>(),
  },
  "reject-credentials": {
    by: ["secretariat"],
    resource: "credential-rejections",
    needs: fresh,
    group: "signing",
    carries: carries<ForParty & { credential: string }>(),
  },
  "revoke-credentials": {
    by: ["representative", "secretariat"],
    resource: "credential-revocations",
    needs: fresh,
    group: "signing",
    carries: carries<ForParty & { credential: string }>(),
  },
  "clear-signature": {
    by: ["representative"],
    resource: "clearances",
    needs: fresh,
    carries: carries<ForParty>(),
  },
} as const satisfies Record<string, ActRow>;
