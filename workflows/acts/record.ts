import { type ActRow, type By, carries, type ForParty, fresh, none } from "./row.ts";

/** Acts of the archive on the sealed instrument (VCLT articles 77 and 80). */
export const recordActs = {
  "issue-certified-copy": {
    by: ["archivist"],
    resource: "certified-copies",
    needs: fresh,
    group: "archive",
    carries: carries<By>(),
  },
  ingest: {
    by: ["archivist"],
    resource: "ingestion",
    needs: none,
    group: "archive",
    leads: true,
    carries: carries<By>(),
  },
  "check-fixity": {
    by: ["archivist"],
    resource: "fixity-checks",
    needs: none,
    group: "archive",
    carries: carries<By & { intact: boolean }>(),
  },
  "report-renewed": {
    by: ["service"],
    resource: null,
    needs: none,
    carries: carries<By & { digest: string }>(),
  },
  "acknowledge-notification": {
    by: ["representative", "secretariat", "legal-officer"],
    resource: "notification-receipts",
    needs: none,
    group: "later",
    carries: carries<ForParty>(),
  },
  "reissue-notification": {
    by: ["secretariat", "legal-officer"],
    resource: "notification-reissues",
    needs: fresh,
    group: "later",
    carries: carries<By>(),
  },
  "cancel-notification": {
    by: ["secretariat", "legal-officer"],
    resource: "notification-cancellations",
    needs: fresh,
    group: "later",
    carries: carries<By>(),
  },
  "submit-to-un": {
    by: ["archivist"],
    resource: "un-submission",
    needs: none,
    group: "archive",
    carries: carries<By & { reason: string; action: number }>(),
  },
  "register-with-un": {
    by: ["archivist"],
    resource: "un-registration",
    needs: none,
    group: "archive",
    carries: carries<By & { number: string; action: number }>(),
  },
} as const satisfies Record<string, ActRow>;
