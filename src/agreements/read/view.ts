import { sql } from "kysely";
import type { Worded } from "#src/db/columns.ts";
import type { Db, PaperKind } from "#src/db/db.ts";
import { namesOfParty } from "#src/db/names-of-party.ts";
import type { Person } from "#src/people/person.ts";
import type { Given } from "#src/text/language/given.ts";
import { civilDate } from "#workflows/civil-date.ts";
import type { Headings } from "#workflows/headings.ts";
import { lastDayToSign, type OpenAct, openTo } from "#workflows/open-to.ts";
import type { PartyKind, PartyOrder } from "#workflows/party-kinds.ts";
import { hasEnded } from "#workflows/step-party.ts";
import type { Terms } from "#workflows/terms.ts";
import { signatoryActs } from "../acting-signatory.ts";
import { readFacts } from "../facts.ts";
import type { AgreementRow } from "../find.ts";
import { stageOf } from "../stage-of.ts";
import { listActs, type PossibleAct } from "./list-acts.ts";
import { type LastRead, lastReadBy } from "./note-reading.ts";

export type PartyView = {
  code: string;
  /** As it takes part. */
  names: Worded;
  kind: PartyKind;
  /** The State behind a ministry or agency. */
  state: string | null;
  /** How a State takes part; null for other kinds. */
  as: "state" | "government" | null;
  signatory: { id: string; names: Worded; titles: Worded } | null;
  approved: boolean;
  /** Whether the text is only open to it: it neither negotiated nor joined. */
  entitled: boolean;
  /** Whether the authorities' clearance to sign the current text is on record. */
  cleared: boolean;
  /** The party's state in the participation machine. */
  standing: string;
  signed: string | null;
  /** The day of the signature, in the instrument's zone. */
  signedOn: string | null;
};

/** A file that was sealed after the instrument. */
export type PaperView = {
  /** The agreement's running number of such files. */
  serial: number;
  kind: PaperKind;
  subject: string;
  party: string | null;
  digest: string;
  level: string;
  trusted: boolean;
  at: string;
};

export type AgreementView = {
  id: string;
  reference: string;
  version: number;
  stage: string;
  /** The parallel stages of a published agreement. */
  publish: Record<string, string> | null;
  title: Worded;
  languages: string[];
  prevailing: string | null;
  layout: "sequential" | "parallel";
  areas: string[];
  goals: number[];
  template: string;
  textVersion: number;
  /** The text that this person last looked at. */
  lastRead: LastRead | null;
  digest: string;
  /** When and how the current text was adopted: `all`, or the conference's majority. */
  adoption: { on: string; rule: string } | null;
  /** Parties that have asked to open the authentic text again. */
  reopenAskedBy: string[];
  certified: string[];
  /** What is signed: the original's digest, or with the alternat the digest over all originals. */
  original: string | null;
  /** The typeset files, `common` or one per party, and the digest of each once sealed. */
  originals: { original: string; digest: string; pages: number; sealed: string | null }[];
  /** When signing closes, if the officers have set an end. */
  closesAt: string | null;
  groups: string[][];
  quorum: number | null;
  terms: Terms;
  /** The agreement that this one amends. */
  amends: string | null;
  /** The words of languages that we do not ship. */
  words: Given;
  headings: Headings;
  /** When answers to the review round are due. */
  respondBy: string | null;
  sealed: { digest: string; level: string; trusted: boolean; at: string } | null;
  /** Files that were sealed after the instrument, such as pages of later signatures and notifications. */
  papers: PaperView[];
  /** The last day for signature of a text that stays open for it; null if there is none. */
  signatureUntil: string | null;
  /** What is open to the reader's own party: to sign, to accede, and until which day. */
  openTo: OpenAct[];
  parties: PartyView[];
  order: PartyOrder;
  createdAt: string;
  /** The day, in the instrument's zone. */
  createdOn: string;
  updatedAt: string;
  acts: PossibleAct[];
};

/** An agreement as its readers see it, with this person's possible next acts. Three queries. */
export async function viewAgreement(
  db: Db,
  row: AgreementRow,
  { person, at }: { person: Person; at: Date },
): Promise<AgreementView> {
  const facts = await readFacts(db, row.id);
  const { parties, seal, originals, papers } = await readSides(db, row);
  const today = civilDate(at.toISOString(), row.terms.zone);
  return {
    id: row.id,
    reference: row.reference,
    version: row.version,
    stage: row.stage_name,
    publish: publishStages(row.stage),
    title: row.title,
    languages: row.languages,
    prevailing: row.prevailing,
    layout: row.layout,
    areas: row.areas,
    goals: row.goals,
    template: row.template,
    textVersion: row.text_version,
    lastRead: await lastReadBy(db, row.id, person),
    digest: facts.digest,
    adoption: facts.adoption,
    reopenAskedBy: facts.reopenAskedBy,
    certified: facts.certified,
    original: facts.original,
    originals,
    closesAt: facts.closesAt,
    groups: facts.groups,
    quorum: facts.quorum,
    terms: row.terms,
    amends: row.amends,
    words: row.given_languages as Given,
    headings: row.headings,
    respondBy: facts.respondBy,
    sealed: seal && { ...seal, at: new Date(seal.at).toISOString() },
    papers: papers.map((paper) => ({ ...paper, at: new Date(paper.at).toISOString() })),
    signatureUntil: lastDayToSign(facts),
    openTo: person.party !== null && isOpened(row) ? openTo(facts, person.party, today) : [],
    parties: parties.map(({ signed, ...party }) => ({
      ...party,
      standing: facts.standing[party.code] ?? "",
      approved: facts.approvedBy.includes(party.code),
      entitled: facts.entitled.includes(party.code),
      cleared: facts.cleared.includes(party.code),
      signed: signed && new Date(signed).toISOString(),
    })),
    order: row.party_order,
    createdAt: row.created_at.toISOString(),
    createdOn: civilDate(row.created_at.toISOString(), row.terms.zone),
    updatedAt: row.updated_at.toISOString(),
    acts: listActs(stageOf(row), facts, { person, at }),
  };
}

type Sides = {
  parties: Omit<PartyView, "approved" | "cleared" | "entitled" | "standing">[];
  seal: AgreementView["sealed"];
  originals: AgreementView["originals"];
  papers: PaperView[];
};

async function readSides(db: Db, { id, text_version }: AgreementRow): Promise<Sides> {
  const { rows } = await sql<Sides>`
    SELECT
      (SELECT jsonb_agg(jsonb_build_object(
          'code', p.code, 'names', ${namesOfParty}, 'kind', p.kind, 'state', p.state,
          'as', CASE WHEN ap.as_government THEN 'government' WHEN p.kind = 'state' THEN 'state' END,
          'signatory', CASE WHEN s.id IS NOT NULL THEN
            jsonb_build_object('id', s.id, 'names', s.names, 'titles', s.titles) END,
          'signed', g.at,
          'signedOn', coalesce(g.signed_on, (g.at AT TIME ZONE 'UTC')::date)) ORDER BY ap.position)
        FROM agreement_parties ap
        JOIN parties p ON p.code = ap.party
        LEFT JOIN people s ON s.id = ap.signatory AND ${signatoryActs(sql`${text_version}`)}
        LEFT JOIN signatures g
          ON g.agreement = ap.agreement AND g.number = ${text_version} AND g.party = ap.party
        WHERE ap.agreement = ${id}) AS parties,
      (SELECT jsonb_build_object('digest', digest, 'level', level, 'trusted', trusted, 'at', at)
        FROM seals WHERE agreement = ${id} AND number = ${text_version}
        ORDER BY original COLLATE "C" LIMIT 1) AS seal,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('original', o.original, 'digest', o.digest,
          'pages', o.pages, 'sealed', s.digest) ORDER BY o.original COLLATE "C"), '[]')
        FROM originals o LEFT JOIN seals s
          ON s.agreement = o.agreement AND s.number = o.number AND s.original = o.original
        WHERE o.agreement = ${id} AND o.number = ${text_version}) AS originals,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('serial', serial, 'kind', kind, 'subject', subject,
          'party', party, 'digest', digest, 'level', level, 'trusted', trusted, 'at', at) ORDER BY serial), '[]')
        FROM papers WHERE agreement = ${id}) AS papers`.execute(db);
  return rows[0] ?? { parties: [], seal: null, originals: [], papers: [] };
}

/** Whether the text has been opened for signature, and has not ended since. */
function isOpened({ stage }: AgreementRow): boolean {
  if (typeof stage === "string") return false;
  if ("sign" in stage) return stage.sign !== "authenticated";
  if (!("publish" in stage)) return false;
  return !hasEnded(stage);
}

function publishStages(stage: AgreementRow["stage"]): Record<string, string> | null {
  if (typeof stage === "string" || !("publish" in stage)) return null;
  return stage.publish as Record<string, string>;
}
