import { sql } from "kysely";
import type { Worded } from "#src/db/columns.ts";
import type { Db } from "#src/db/db.ts";
import { namesInAgreement } from "#src/db/names-of-party.ts";
import { headingWords } from "#src/text/notification-headings.ts";
import { bound } from "#workflows/bound.ts";
import type { Facts } from "#workflows/facts.ts";
import { headingOf } from "#workflows/notifications.ts";
import { basisOf, type Route, routeOf } from "#workflows/un-registration.ts";
import { readFacts } from "../facts.ts";
import type { AgreementRow } from "../find.ts";

/** One thing to register: the treaty itself, or a later action. */
export type UnAction = {
  /** 0 for the treaty itself, else the entry of the evidence. */
  action: number;
  /** What it is, by language; empty for the treaty itself. */
  heading: Worded;
  party: { code: string; names: Worded } | null;
  on: string | null;
  sent: { on: string; by: string | null; route: string; basis: string } | null;
  registered: {
    number: string;
    on: string | null;
    volume: string;
    certificate: string | null;
  } | null;
  /** The sealed statement among the agreement's papers; null until it is sealed. */
  statement: number | null;
};

export type RegistrationView = {
  route: Route;
  basis: "in-force" | "provisional" | null;
  /** What the first package needs, and whether it is there. */
  checklist: { item: ChecklistItem; there: boolean }[];
  actions: UnAction[];
};

export const checklistItems = [
  "binding",
  "in-force",
  "sealed-original",
  "texts-in-all-languages",
  "place",
  "signatories",
  "entry-dates",
] as const;
export type ChecklistItem = (typeof checklistItems)[number];

/** How an agreement stands towards registration: its route, what is missing, and each action with what became of it. */
export async function viewRegistration(db: Db, row: AgreementRow): Promise<RegistrationView> {
  const facts = await readFacts(db, row.id);
  const known = await readKnown(db, row);
  const actions = [0, ...facts.registration.later].flatMap((action) => {
    const found = known.actions.find((one) => one.action === action);
    if (action > 0 && !found) return [];
    return [actionOf(action, found, facts)];
  });
  return {
    route: routeOf(facts),
    basis: basisOf(facts),
    checklist: checklistItems.map((item) => ({ item, there: has(item, facts, row, known) })),
    actions,
  };
}

function actionOf(action: number, found: Stored | undefined, { terms }: Facts): UnAction {
  const { sent = null, registered = null, statement = null } = found ?? {};
  const done = { action, sent, registered, statement };
  if (action === 0 || !found?.act) return { heading: {}, party: null, on: null, ...done };
  const heading = headingOf({ act: found.act, detail: found.detail ?? {} }) ?? "communication";
  const { party, on } = found;
  return { heading: headingWords(heading, terms.binding), party, on, ...done };
}

function has(item: ChecklistItem, facts: Facts, row: AgreementRow, known: Known): boolean {
  switch (item) {
    case "binding":
      return facts.terms.binding;
    case "in-force":
      return basisOf(facts) !== null;
    case "sealed-original":
      return known.sealed;
    case "texts-in-all-languages":
      return row.languages.every((language) => known.texts.includes(language));
    case "place":
      return typeof row.variables.place === "string" && row.variables.place !== "";
    case "signatories":
      return known.signatories > 0;
    case "entry-dates":
      return bound(facts).every((code) => facts.entry.parties[code] !== undefined);
  }
}

type Stored = Omit<UnAction, "heading"> & {
  act: string | null;
  detail: Record<string, unknown> | null;
};
type Known = {
  actions: Stored[];
  sealed: boolean;
  texts: string[];
  signatories: number;
};

async function readKnown(
  db: Db,
  { id, text_version: number, terms }: AgreementRow,
): Promise<Known> {
  const { rows } = await sql<Known>`
    WITH known AS (SELECT 0 AS action UNION SELECT action FROM un_submissions WHERE agreement = ${id}
      UNION SELECT (jsonb_array_elements(f.facts -> 'registration' -> 'later'))::integer
        FROM facts_of(ARRAY[${id}::uuid]) AS f)
    SELECT
      (SELECT coalesce(jsonb_agg(jsonb_build_object('action', k.action, 'act', e.act,
          'detail', e.detail,
          'party', CASE WHEN e.party IS NOT NULL THEN jsonb_build_object('code', e.party,
            'names', ${namesInAgreement(sql`${id}::uuid`, sql.ref("e.party"))}) END,
          'on', coalesce(x.on_day, (e.at AT TIME ZONE ${terms.zone}::text)::date),
          'sent', CASE WHEN s.agreement IS NOT NULL THEN jsonb_build_object('on', s.on_day,
            'by', s.sent_by, 'route', s.route, 'basis', s.basis) END,
          'registered', CASE WHEN r.agreement IS NOT NULL THEN jsonb_build_object(
            'number', r.number, 'on', r.on_day, 'volume', r.volume,
            'certificate', r.certificate) END,
          'statement', (SELECT p.serial FROM papers p WHERE p.agreement = ${id}
            AND p.kind = 'statement' AND p.subject = concat('un-', k.action) LIMIT 1))
          ORDER BY k.action), '[]')
        FROM known k
        LEFT JOIN evidence e ON e.agreement = ${id} AND e.seq = k.action AND k.action > 0
        LEFT JOIN party_acts x ON x.agreement = ${id} AND x.seq = k.action AND k.action > 0
        LEFT JOIN un_submissions s ON s.agreement = ${id} AND s.action = k.action
        LEFT JOIN un_registrations r ON r.agreement = ${id} AND r.action = k.action) AS actions,
      EXISTS (SELECT FROM seals WHERE agreement = ${id} AND number = ${number}) AS sealed,
      (SELECT coalesce(jsonb_agg(language), '[]') FROM version_texts
        WHERE agreement = ${id} AND number = ${number}) AS texts,
      (SELECT count(*)::integer FROM signatures
        WHERE agreement = ${id} AND number = ${number}) AS signatories`.execute(db);
  const [known] = rows;
  if (!known) throw new Error("A SELECT without FROM gave no row.");
  return known;
}
