import { sql } from "kysely";
import type { Worded } from "#src/db/columns.ts";
import type { CorrectedPlace, Db, RightText } from "#src/db/db.ts";
import { namesOfParty } from "#src/db/names-of-party.ts";
import type { Ceased } from "#src/db/tables/parties.ts";
import { type ConsentEntry, consentTable, type RecordedAct } from "#workflows/consent-table.ts";
import { type Facts, noFacts } from "#workflows/facts.ts";
import type { Headings } from "#workflows/headings.ts";
import { leavingOn } from "#workflows/leaving-on.ts";
import { lastDayToSign } from "#workflows/open-to.ts";
import type { WayIn } from "#workflows/participation-clause.ts";
import type { PartyKind } from "#workflows/party-kinds.ts";
import { type StatementView, statementsIn } from "#workflows/statements.ts";
import type { SomeTerms, Terms } from "#workflows/terms.ts";
import { takesPart } from "./register.ts";

export type RegisteredParty = {
  code: string;
  kind: PartyKind;
  /** The State behind a ministry or agency. */
  state: string | null;
  /** How a State takes part; null for other kinds. */
  as: "state" | "government" | null;
  names: Worded;
  /** The party's state in the participation machine. */
  standing: string;
  /** When and why it, or its State, ceased to exist; null as long as it exists. */
  ceased: Ceased | null;
  signed: { at: string; on: string; as: string } | null;
  inForceOn: string | null;
  determined: Determined | null;
  consents: ConsentEntry[];
  /** Successions, territories, declarations under articles and authorities, oldest first. */
  statements: StatementView[];
  /** The day on which its notice ended or will end its participation; null if none stands. */
  endsOn: string | null;
  /** Participations that ended by withdrawal, oldest first. */
  earlier: { inForceOn: string | null; endedOn: string }[];
};

/** Why the depositary determined another day of entry into force, and the day that follows from the record. */
export type Determined = { reason: string; derivedOn: string | null };

/** A correction that was made: its words, from when it has effect, and its sealed procès-verbal. */
export type RegisteredCorrection = {
  id: string;
  ground: "error" | "concordance";
  reason: string;
  changes: CorrectedPlace[];
  right: RightText[];
  terms: SomeTerms | null;
  on: string;
  /** Null if it has effect from the beginning. */
  from: string | null;
  /** Why it has effect from that day; empty if from the beginning. */
  why: string;
  /** The number of its procès-verbal among the papers; null until it is sealed. */
  paper: number | null;
};

type Related = { id: string; reference: string; title: Worded };

/** What a page about one published agreement shows besides its entry in the list. */
export type RegisterDetails = {
  prevailing: string | null;
  /** What the text means to the law. */
  terms: Terms;
  parties: RegisteredParty[];
  /** Whether the text is still open for signature after its first seal, and until which day, if there is one. */
  signature: "none" | "open" | "closed";
  signatureUntil: string | null;
  /** Those that neither negotiated nor joined, and what is open to them. */
  openTo: { code: string; names: Worded; ways: WayIn[]; statements: StatementView[] }[];
  /** Files that were sealed after the instrument, such as pages of later signatures and notifications. */
  papers: {
    serial: number;
    kind: string;
    subject: string;
    party: string | null;
    digest: string;
    pdf: string;
  }[];
  /** The corrections of the text that were made (VCLT article 79), oldest first. */
  corrections: RegisteredCorrection[];
  inForceOn: string | null;
  determined: Determined | null;
  texts: { language: string; markdown: string; digest: string }[];
  /** The words that the office gave for a language without a file: `GivenLanguage` by language. */
  words: Record<string, unknown>;
  headings: Headings;
  originals: { original: string; digest: string }[];
  /** The place of the sealing's evidence in the log; the index is null until the log has taken it. */
  evidence: { seq: number; index: number | null; hash: string } | null;
  /** The registration of the treaty with the United Nations; null if none is on record. */
  un: { number: string; on: string | null; volume: string } | null;
  amends: Related | null;
  amendedBy: Related[];
};

/** The details of a published agreement; null if it is not published. One query. */
export async function readRegisterDetails(db: Db, id: string): Promise<RegisterDetails | null> {
  const { rows } = await sql<Rows>`SELECT a.prevailing, a.terms, 
      w.words, w.headings,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('code', p.code, 'kind', p.kind, 'state', p.state,
          'as', CASE WHEN ap.as_government THEN 'government' WHEN p.kind = 'state' THEN 'state' END,
          'names', ${namesOfParty}, 'standing', ap.standing, 'ceased', (SELECT coalesce(k.ceased, s.ceased) FROM parties k
          JOIN parties s ON s.code = coalesce(k.state, k.code) WHERE k.code = p.code),
          'signed', CASE WHEN g.party IS NOT NULL THEN jsonb_build_object('at', g.at,
            'on', coalesce(g.signed_on, (g.at AT TIME ZONE 'UTC')::date), 'as', g.signed_as) END,
          'inForceOn', d.on_day,
          'acts', (SELECT coalesce(jsonb_agg(jsonb_build_object('act', x.act, 'on', x.on_day,
              'kind', x.kind, 'said', x.said) ORDER BY x.seq), '[]')
            FROM party_acts x WHERE x.agreement = a.id AND x.party = ap.party),
          'earlier', (SELECT coalesce(jsonb_agg(jsonb_build_object('inForceOn', f.on_day,
              'endedOn', e.on_day) ORDER BY e.place), '[]')
            FROM (SELECT row_number() OVER (ORDER BY seq) AS place, on_day
              FROM ended_participations WHERE agreement = a.id AND party = ap.party) AS e
            LEFT JOIN entry_dates f ON f.agreement = a.id AND f.party = ap.party
              AND f.participation = e.place),
          'determined', CASE WHEN d.reason IS NOT NULL THEN jsonb_build_object(
            'reason', d.reason, 'derivedOn', d.derived_on) END) ORDER BY ap.position), '[]')
        FROM agreement_parties ap JOIN parties p ON p.code = ap.party
        LEFT JOIN signatures g ON g.agreement = a.id AND g.number = a.text_version
          AND g.party = ap.party
        LEFT JOIN entry_dates d ON d.agreement = a.id AND d.party = ap.party
          AND d.participation = (SELECT 1 + count(*) FROM ended_participations e
            WHERE e.agreement = a.id AND e.party = ap.party AND EXISTS (SELECT FROM party_acts y
              WHERE y.agreement = a.id AND y.party = ap.party AND y.act = 'accede'
                AND y.seq > e.seq))
        WHERE ap.agreement = a.id AND ${takesPart}) AS parties,
      coalesce(a.stage -> 'publish' ->> 'signature', 'none') AS signature,
      (SELECT (max(o.at) AT TIME ZONE (a.terms ->> 'zone'))::date::text FROM openings o
        WHERE o.agreement = a.id AND o.number = a.text_version) AS "openedOn",
      (SELECT coalesce(jsonb_agg(jsonb_build_object('code', p.code, 'names', p.names,
          'ways', ap.ways_in, 'acts', (SELECT coalesce(jsonb_agg(jsonb_build_object('act', x.act,
              'on', x.on_day, 'kind', x.kind, 'said', x.said) ORDER BY x.seq), '[]')
            FROM party_acts x WHERE x.agreement = a.id AND x.party = p.code))
          ORDER BY ap.position), '[]')
        FROM agreement_parties ap JOIN parties p ON p.code = ap.party
        WHERE ap.agreement = a.id AND NOT ${takesPart}) AS "openTo",
      (SELECT coalesce(jsonb_agg(jsonb_build_object('serial', x.serial, 'kind', x.kind,
          'subject', x.subject, 'party', x.party, 'digest', coalesce((SELECT r.digest FROM renewals r
            WHERE r.base = x.digest ORDER BY r.position DESC LIMIT 1), x.digest),
          'pdf', '/api/v1/register/' || a.id || '/papers/' || x.serial) ORDER BY x.serial), '[]')
        FROM papers x WHERE x.agreement = a.id) AS papers,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'ground', c.ground,
          'reason', c.reason, 'changes', c.changes, 'right', c.right_texts, 'terms', c.terms,
          'on', (c.at AT TIME ZONE (a.terms ->> 'zone'))::date, 'from', c.on_day, 'why', c.why,
          'paper', (SELECT x.serial FROM papers x WHERE x.agreement = a.id
            AND x.kind = 'proces-verbal' AND x.subject = c.id::text)) ORDER BY c.at), '[]')
        FROM register.corrections c WHERE c.agreement = a.id) AS corrections,
      (SELECT d.on_day::text FROM entry_dates d WHERE d.agreement = a.id AND d.party = '')
        AS "inForceOn",
      (SELECT jsonb_build_object('reason', d.reason, 'derivedOn', d.derived_on) FROM entry_dates d
        WHERE d.agreement = a.id AND d.party = '' AND d.reason IS NOT NULL) AS determined,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('language', v.language,
          'markdown', b.markdown, 'digest', b.digest)
          ORDER BY array_position(a.languages, v.language)), '[]')
        FROM version_texts v JOIN text_bodies b ON b.digest = v.digest
        WHERE v.agreement = a.id AND v.number = a.text_version) AS texts,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('original', s.original, 'digest',
          coalesce((SELECT r.digest FROM renewals r WHERE r.base = s.digest
            ORDER BY r.position DESC LIMIT 1), s.digest))
          ORDER BY s.original COLLATE "C"), '[]')
        FROM seals s WHERE s.agreement = a.id AND s.number = a.text_version) AS originals,
      (SELECT jsonb_build_object('seq', e.seq, 'hash', e.hash, 'index', l.index)
        FROM evidence e LEFT JOIN log_leaves l ON l.agreement = e.agreement AND l.seq = e.seq
        WHERE e.agreement = a.id AND e.act = 'report-sealed' ORDER BY e.seq DESC LIMIT 1) AS evidence,
      (SELECT jsonb_build_object('number', u.number, 'on', u.on_day, 'volume', u.volume)
        FROM un_registrations u WHERE u.agreement = a.id AND u.action = 0) AS un,
      (SELECT jsonb_build_object('id', m.id, 'reference', m.reference, 'title', m.title)
        FROM agreements m JOIN publications y ON y.agreement = m.id WHERE m.id = a.amends) AS amends,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'reference', m.reference,
          'title', m.title) ORDER BY y.at), '[]')
        FROM agreements m JOIN publications y ON y.agreement = m.id
        WHERE m.amends = a.id) AS "amendedBy"
    FROM agreements a JOIN publications x ON x.agreement = a.id
    JOIN register.given_words w ON w.agreement = a.id WHERE a.id = ${id}`.execute(db);
  const [row] = rows;
  if (!row) return null;
  const { openedOn, ...details } = row;
  const parties = row.parties.map(({ acts, ...party }) => ({
    ...party,
    consents: consentTable(acts.map((one) => ({ ...one, to: toOf(one) }))),
    statements: statementsIn(acts),
    endsOn: leavingOn(acts.map(({ act, said }) => ({ act, detail: said }))),
  }));
  const openTo = row.openTo.map(({ acts, ...other }) => ({
    ...other,
    statements: statementsIn(acts),
  }));
  return { ...details, parties, openTo, signatureUntil: lastDayToSign(factsOf(row)) };
}

function factsOf({ terms, openedOn, inForceOn }: Rows): Facts {
  return { ...noFacts, terms, openedOn, entry: { instrument: inForceOn, parties: {} } };
}

/** What a succession is to, if it is said. */
function toOf({ said: { to } }: Acts["acts"][number]): string | null {
  return typeof to === "string" ? to : null;
}

type Acts = { acts: (Omit<RecordedAct, "to"> & Pick<StatementView, "said">)[] };
type Rows = Omit<RegisterDetails, "parties" | "openTo" | "signatureUntil"> & {
  openedOn: string | null;
  parties: (Omit<RegisteredParty, "consents" | "statements"> & Acts)[];
  openTo: (Omit<RegisterDetails["openTo"][number], "statements"> & Acts)[];
};
