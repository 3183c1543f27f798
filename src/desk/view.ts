import { sql } from "kysely";
import type { Worded } from "#src/db/columns.ts";
import type { Db } from "#src/db/db.ts";
import { Refusal } from "#src/errors.ts";
import { clockIn } from "#src/text/clock.ts";
import {
  type Channel,
  type CheckAnswer,
  type CheckAnswers,
  checklistOf,
  type DeskKind,
  type FormCheck,
  inDueForm,
} from "./kinds.ts";
import { deskReference } from "./register-paper.ts";

/**
 * What became of an entry: nothing yet, acknowledged, recorded (an act on an agreement came of it), or returned to its
 * sender.
 */
export const deskStates = ["open", "acknowledged", "recorded", "returned"] as const;
export type DeskState = (typeof deskStates)[number];

export type DeskLine = {
  id: string;
  direction: "in" | "out";
  reference: string;
  kind: DeskKind;
  party: string;
  /** Null if it concerns no single agreement, or if that is not said. */
  agreement: { id: string; reference: string; title: Worded } | null;
  channel: Channel;
  subject: string;
  senderNumber: string | null;
  dated: string | null;
  /** The stamp: an instant, and what the depositary's clock showed. */
  stampedAt: string;
  on: string;
  time: string;
  zone: string;
  languages: string[];
  scanAhead: boolean;
  /** When the original came, if it was to follow. */
  originalReceivedAt: string | null;
  /** Whether it is in due form; null while a question is open or if it has no checklist. */
  dueForm: boolean | null;
  state: DeskState;
  registeredAt: string;
  version: number;
};

export type DeskEntry = DeskLine & {
  answers: { id: string; reference: string } | null;
  answeredBy: { id: string; reference: string }[];
  /** The questions of its kind, and the last answer to each. Empty for a party. */
  checklist: { check: FormCheck; answer: CheckAnswer | null }[];
  scans: { digest: string; type: string; bytes: number; at: string }[];
  /** The acts on agreements that came of it. */
  acts: { agreement: string; seq: number; act: string; at: string }[];
  /** Oldest first. A correction says what the entry said before. */
  history: {
    at: string;
    person: { id: string; names: Worded } | null;
    act: "registered" | "corrected" | "original-received" | "checked" | "acknowledged" | "returned";
    /** Why it was corrected or returned; the note of a check. */
    reason: string | null;
    /** The outgoing entry by which it was acknowledged or returned. */
    note: string | null;
    was: Record<string, unknown> | null;
  }[];
};

type Row = Omit<
  DeskLine,
  "reference" | "dueForm" | "on" | "time" | "stampedAt" | "registeredAt"
> & {
  year: number;
  number: number;
  answered: CheckAnswers;
  stampedAt: Date;
  registeredAt: Date;
};

/** The columns of a line of the register; of the events and evidence, what the asker sees. */
export const lineColumns = sql`d.id, d.direction, d.year, d.number, d.kind, d.party,
  CASE WHEN a.id IS NOT NULL THEN jsonb_build_object('id', a.id, 'reference', a.reference,
    'title', a.title) END AS agreement,
  d.channel, d.subject, d.sender_number AS "senderNumber", d.dated::text AS dated,
  d.stamped_at AS "stampedAt", d.zone, d.languages, d.scan_ahead AS "scanAhead",
  (SELECT e.detail ->> 'receivedAt' FROM desk_events e
    WHERE e.entry = d.id AND e.act = 'original-received') AS "originalReceivedAt",
  (SELECT coalesce(jsonb_object_agg(each.key, each.value ORDER BY e.seq), '{}') FROM desk_events e,
    jsonb_each(e.detail -> 'answers') each WHERE e.entry = d.id AND e.act = 'checked') AS answered,
  ${stateOf()} AS state, d.at AS "registeredAt", d.version`;

/** What became of the entry `d`. A return is last: an act may not name a returned paper. */
export function stateOf() {
  return sql<DeskState>`CASE
    WHEN EXISTS (SELECT FROM desk_events e WHERE e.entry = d.id AND e.act = 'returned')
      THEN 'returned'
    WHEN EXISTS (SELECT FROM evidence v WHERE v.detail ? 'correspondence'
      AND v.detail ->> 'correspondence' = d.id::text AND v.act <> 'propose') THEN 'recorded'
    WHEN EXISTS (SELECT FROM desk_events e WHERE e.entry = d.id AND e.act = 'acknowledged')
      THEN 'acknowledged'
    ELSE 'open' END`;
}

export function lineOf({ year, number, answered, stampedAt, registeredAt, ...row }: Row): DeskLine {
  const { day, time } = clockIn(stampedAt.toISOString(), row.zone);
  return {
    ...row,
    reference: deskReference({ direction: row.direction, year, number }),
    stampedAt: stampedAt.toISOString(),
    on: day,
    time: time.slice(0, 5),
    dueForm: inDueForm(checklistOf(row), answered),
    registeredAt: registeredAt.toISOString(),
  };
}

type More = Pick<DeskEntry, "scans" | "acts" | "history"> & {
  answersTo: Cited | null;
  answeredBy: Cited[];
};
type Cited = { id: string; direction: "in" | "out"; year: number; number: number };

const cited = (alias: string) =>
  sql.raw(`jsonb_build_object('id', ${alias}.id, 'direction', ${alias}.direction,
    'year', ${alias}.year, 'number', ${alias}.number)`);

/** One entry with everything about it that the asker may see. One query. Throws the Refusal `not-found`. */
export async function viewPaper(
  db: Db,
  id: string,
  { isParty }: { isParty: boolean },
): Promise<DeskEntry> {
  const { rows } = await sql<Row & More>`SELECT ${lineColumns},
    (SELECT ${cited("o")} FROM desk_entries o WHERE o.id = d.answers) AS "answersTo",
    (SELECT coalesce(jsonb_agg(${cited("o")} ORDER BY o.at), '[]') FROM desk_entries o
      WHERE o.answers = d.id) AS "answeredBy",
    (SELECT coalesce(jsonb_agg(jsonb_build_object('digest', s.digest, 'type', s.type,
        'bytes', s.bytes, 'at', to_json(s.at)) ORDER BY s.at, s.digest), '[]')
      FROM desk_scans s WHERE s.entry = d.id) AS scans,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('agreement', v.agreement, 'seq', v.seq,
        'act', v.act, 'at', to_json(v.at)) ORDER BY v.at), '[]')
      FROM evidence v WHERE v.detail ? 'correspondence'
        AND v.detail ->> 'correspondence' = d.id::text) AS acts,
    (SELECT jsonb_agg(jsonb_build_object('at', to_json(h.at), 'act', h.act, 'reason', h.reason,
        'note', h.note, 'was', h.was, 'person', (SELECT jsonb_build_object('id', p.id,
          'names', p.names) FROM people p WHERE p.id = h.person)) ORDER BY h.at, h.place)
      FROM (${history}) AS h) AS history
    FROM desk_entries d LEFT JOIN agreements a ON a.id = d.agreement
    WHERE d.id = ${id}`.execute(db);
  const [row] = rows;
  if (!row) throw new Refusal("not-found", "There is no such entry.");
  const { answersTo, answeredBy, scans, acts, history: events, ...line } = row;
  const checks = isParty ? [] : checklistOf(line);
  return {
    ...lineOf(line),
    answers: answersTo && citedAs(answersTo),
    answeredBy: answeredBy.map(citedAs),
    checklist: checks.map((check) => ({ check, answer: line.answered[check] ?? null })),
    scans,
    acts,
    history: events,
  };
}

function citedAs({ id, ...numbered }: Cited) {
  return { id, reference: deskReference(numbered) };
}

/** The registration, each correction with what the entry said before it, and the events. */
const history = sql`
  SELECT d.at, 0 AS place, 'registered' AS act, NULL AS reason, NULL AS note, d.person,
      NULL::jsonb AS was
  UNION ALL SELECT d.corrected_at, 1, 'corrected', d.reason, NULL, d.corrected_by,
      (SELECT w.was FROM desk_history w WHERE w.entry = d.id AND w.version = d.version - 1)
    WHERE d.version > 1
  UNION ALL SELECT (w.was ->> 'corrected_at')::timestamptz, 1, 'corrected', w.was ->> 'reason', NULL,
      (w.was ->> 'corrected_by')::uuid,
      (SELECT b.was FROM desk_history b WHERE b.entry = d.id AND b.version = w.version - 1)
    FROM desk_history w WHERE w.entry = d.id AND w.version > 1
  UNION ALL SELECT e.at, 2, e.act, e.detail ->> 'reason', e.detail ->> 'note', e.person, NULL
    FROM desk_events e WHERE e.entry = d.id`;
