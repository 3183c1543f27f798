import type { CivilDate } from "../terms.ts";
import {
  type ActRow,
  type By,
  carries,
  confirmedIfOtherwise,
  type ForParty,
  fresh,
  none,
} from "./row.ts";

/** Acts that correct errors in a text or in a copy of it (VCLT article 79). */
export const correctionActs = {
  "propose-correction": {
    by: ["legal-officer", "representative"],
    resource: "corrections",
    needs: none,
    group: "later",
    carries: carries<By>(),
  },
  "object-to-correction": {
    by: ["representative"],
    resource: "correction-objections",
    needs: fresh,
    carries: carries<ForParty & { on: CivilDate }>(),
  },
  "agree-to-correction": {
    by: ["representative"],
    resource: "correction-agreements",
    needs: fresh,
    carries: carries<ForParty>(),
  },
  "withdraw-correction": {
    by: ["legal-officer"],
    resource: "correction-withdrawals",
    needs: fresh,
    group: "later",
    carries: carries<By>(),
  },
  "make-correction": {
    by: ["legal-officer"],
    resource: "proces-verbal-of-correction",
    needs: confirmedIfOtherwise("legal-officer"),
    group: "later",
    leads: true,
    /** The reason is empty if the correction holds from the beginning (article 79(4)). */
    carries: carries<By & { on: CivilDate; reason: string }>(),
  },
  "notify-un-of-correction": {
    by: ["archivist"],
    resource: "un-correction-notices",
    needs: none,
    group: "archive",
    leads: true,
    carries: carries<By & { correction: string; on: CivilDate }>(),
  },
  "correct-certified-copy": {
    by: ["archivist"],
    resource: "certified-copy-corrections",
    needs: fresh,
    group: "archive",
    carries: carries<By & { serial: number }>(),
  },
} as const satisfies Record<string, ActRow>;
