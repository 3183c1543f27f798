import { sql } from "kysely";
import { signatoryActs } from "#src/agreements/acting-signatory.ts";
import type { Worded } from "#src/db/columns.ts";
import type { Db } from "#src/db/db.ts";
import { namesOfParty } from "#src/db/names-of-party.ts";
import type { Person } from "#src/people/person.ts";
import { type CeremonyRow, itemsOf } from "./find.ts";

export type CeremonyView = {
  id: string;
  version: number;
  state: "planned" | "open" | "closed";
  title: Worded;
  place: Worded;
  date: string;
  time: string;
  zone: string;
  host: string | null;
  languages: string[];
  openedAt: string | null;
  closedAt: string | null;
};

export type RunSheetItem = {
  position: number;
  agreement: string;
  reference: string;
  title: Worded;
  stage: string;
  /** From the left, as the public sees the table. */
  seats: {
    place: number;
    party: string;
    names: Worded;
    signatory: { names: Worded; titles: Worded } | null;
    signed: boolean;
  }[];
  missing: { code: string; detail: string }[];
};

export function viewCeremony(row: CeremonyRow): CeremonyView {
  const { id, version, state, title, place, day, held_at, zone, host, languages } = row;
  return {
    id,
    version,
    state,
    title,
    place,
    date: day,
    time: held_at,
    zone,
    host,
    languages,
    openedAt: row.opened_at?.toISOString() ?? null,
    closedAt: row.closed_at?.toISOString() ?? null,
  };
}

type Row = { id: string; reference: string; title: Worded; stage_name: string; parties: Party[] };
type Party = Omit<RunSheetItem["seats"][number], "place">;

/** The run sheet, limited to the agreements that the person sees: order, table, signatories, and what is missing. */
export async function viewRunSheet(
  db: Db,
  { id }: CeremonyRow,
  person: Person,
): Promise<RunSheetItem[]> {
  const items = await itemsOf(db, id, person);
  if (items.length === 0) return [];
  const { rows } = await sql<Row>`SELECT a.id, a.reference, a.title, a.stage_name,
      (SELECT jsonb_agg(jsonb_build_object('party', p.code, 'names', ${namesOfParty},
          'signatory', CASE WHEN s.id IS NOT NULL THEN
            jsonb_build_object('names', s.names, 'titles', s.titles) END,
          'signed', EXISTS (SELECT FROM signatures g WHERE g.agreement = a.id
            AND g.number = a.text_version AND g.party = p.code)))
        FROM agreement_parties ap JOIN parties p ON p.code = ap.party
        LEFT JOIN people s ON s.id = ap.signatory AND ${signatoryActs(sql`a.text_version`)}
        WHERE ap.agreement = a.id AND ap.negotiated) AS parties
    FROM agreements a
    WHERE a.id IN (${sql.join(items.map(({ agreement }) => agreement))})`.execute(db);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return items.flatMap(({ position, agreement, seats }) => {
    const row = byId.get(agreement);
    if (!row) return [];
    const { reference, title, stage_name: stage, parties } = row;
    const seated = seats.flatMap(({ party, place }) => {
      const own = parties.find((one) => one.party === party);
      return own ? { ...own, place } : [];
    });
    const missing = missingIn(row);
    return { position, agreement, reference, title, stage, seats: seated, missing };
  });
}

function missingIn({ stage_name: stage, parties }: Row): RunSheetItem["missing"] {
  const missing = [];
  if (parties.some(({ signatory }) => signatory === null)) {
    const detail = "A party has not designated its signatory.";
    missing.push({ code: "signatory-not-designated", detail });
  }
  if (/^(draft|review|sign\.authenticated)/.test(stage)) {
    missing.push({ code: "signing-is-open", detail: "Signing is not open yet." });
  }
  if (["lapsed", "withdrawn"].includes(stage)) {
    missing.push({ code: "agreement-stands", detail: "The agreement has lapsed or is withdrawn." });
  }
  return missing;
}
