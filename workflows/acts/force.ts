import type { CivilDate, Instrument } from "../terms.ts";
import {
  type ActRow,
  type By,
  carries,
  confirmed,
  confirmedIfEarlier,
  confirmedIfOtherwise,
  type Declaring,
  type EntryDates,
  type ForParty,
  fresh,
  none,
  office,
  type Reserving,
} from "./row.ts";

/** Acts after the seal: other consents, entry into force, notices (VCLT articles 14 to 25). */
export const forceActs = {
  publish: {
    by: ["legal-officer"],
    resource: "publication",
    needs: fresh,
    group: "force",
    leads: true,
    carries: carries<By>(),
  },
  deposit: {
    by: ["secretariat", "legal-officer"],
    resource: "deposits",
    needs: confirmedIfEarlier(...office),
    group: "force",
    carries: carries<
      ForParty &
        Reserving &
        Declaring & { on: CivilDate; confirms: string[]; instrument?: Instrument | undefined }
    >(),
  },
  accede: {
    by: ["secretariat", "legal-officer"],
    resource: "deposits",
    needs: confirmedIfEarlier(...office),
    group: "force",
    carries: carries<ForParty & Reserving & Declaring & { on: CivilDate }>(),
  },
  "notify-completion": {
    by: ["representative", "secretariat", "legal-officer"],
    resource: "notices",
    needs: confirmedIfEarlier(...office),
    group: "force",
    carries: carries<ForParty & { on: CivilDate }>(),
  },
  succeed: {
    by: ["secretariat", "legal-officer"],
    resource: "successions",
    needs: confirmedIfEarlier(...office),
    group: "force",
    carries: carries<
      ForParty &
        Reserving & {
          on: CivilDate;
          predecessor: string;
          succeededOn: CivilDate;
          /** Whether the other party to a bilateral instrument agreed (article 24). */
          agreed: boolean;
        }
    >(),
  },
  "declare-continuity": {
    by: ["secretariat", "legal-officer"],
    resource: "successions",
    needs: confirmedIfEarlier(...office),
    group: "force",
    carries: carries<ForParty & { on: CivilDate }>(),
  },
  "declare-territory": {
    by: ["representative", "secretariat", "legal-officer"],
    resource: "territories",
    needs: confirmedIfEarlier(...office),
    group: "force",
    carries: carries<
      ForParty & {
        on: CivilDate;
        territorial: "extension" | "exclusion" | "withdrawal";
        territories: string[];
      }
    >(),
  },
  "declare-under-article": {
    by: ["representative", "secretariat", "legal-officer"],
    resource: "article-declarations",
    needs: confirmedIfEarlier(...office),
    group: "force",
    carries: carries<
      ForParty & { on: CivilDate; article: number; change: "made" | "changed" | "withdrawn" }
    >(),
  },
  "designate-authority": {
    by: ["representative", "secretariat", "legal-officer"],
    resource: "authorities",
    needs: confirmedIfEarlier(...office),
    group: "force",
    carries: carries<ForParty & { on: CivilDate; article: number }>(),
  },
  "withdraw-consent": {
    by: ["representative", "secretariat", "legal-officer"],
    resource: "notices",
    needs: { ...confirmed(...office), document: "always" },
    group: "force",
    carries: carries<ForParty & { on: CivilDate }>(),
  },
  "declare-not-to-become-party": {
    by: ["representative", "secretariat", "legal-officer"],
    resource: "notices",
    needs: { ...confirmed(...office), document: "always" },
    group: "force",
    carries: carries<ForParty & { on: CivilDate }>(),
  },
  "determine-entry": {
    by: ["secretariat"],
    resource: "entry-into-force",
    needs: confirmedIfOtherwise("secretariat"),
    group: "force",
    leads: true,
    carries: carries<By & { dates: EntryDates; reason: string }>(),
  },
  "enter-into-force": {
    by: ["service"],
    resource: null,
    needs: none,
    carries: carries<By & { on: CivilDate }>(),
  },
  "apply-provisionally": {
    by: ["representative", "secretariat"],
    resource: "notices",
    needs: confirmedIfEarlier("secretariat"),
    group: "force",
    carries: carries<ForParty & { on: CivilDate }>(),
  },
  "end-provisional": {
    by: ["representative", "secretariat"],
    resource: "notices",
    needs: { ...confirmed("secretariat"), document: "dates-back" },
    group: "force",
    carries: carries<ForParty & { on: CivilDate }>(),
  },
  "give-notice": {
    by: ["representative", "secretariat", "legal-officer"],
    resource: "notices",
    needs: { ...confirmed(...office), document: "always" },
    group: "force",
    carries: carries<ForParty & { on: CivilDate }>(),
  },
  "revoke-notice": {
    by: ["representative", "secretariat", "legal-officer"],
    resource: "notices",
    needs: confirmedIfEarlier(...office),
    group: "force",
    carries: carries<ForParty & { on: CivilDate }>(),
  },
  "end-participation": {
    by: ["service"],
    resource: null,
    needs: none,
    carries: carries<By & { party: string; on: CivilDate }>(),
  },
} as const satisfies Record<string, ActRow>;
