import type { CivilDate } from "../terms.ts";
import {
  type ActRow,
  type By,
  carries,
  confirmedIfEarlier,
  confirmedIfOtherwise,
  type ForParty,
  fresh,
  none,
  office,
} from "./row.ts";

/** A State answers itself, or the office records the note verbale that it received. */
const byNote = {
  by: ["representative", "secretariat", "legal-officer"],
  needs: confirmedIfEarlier(...office),
  group: "later",
} as const;

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
    ...byNote,
    resource: "correction-objections",
    carries: carries<ForParty & { on: CivilDate }>(),
  },
  "agree-to-correction": {
    ...byNote,
    resource: "correction-agreements",
    carries: carries<ForParty & { on: CivilDate }>(),
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
