import { sql } from "kysely";
import type { Db, Tx } from "#src/db/db.ts";
import type { NotificationSentence, Quoted, RecordedEntry } from "#workflows/notifications.ts";

type Of = { agreement: string; seq: number; zone: string };

/** What an entry of the evidence says, with what the act's own row adds, and what was said about reservations. */
export type ReadEntry = RecordedEntry & { said: NotificationSentence[]; texts: Quoted[] };

/** Reads the act with this number in the agreement's evidence; null if there is none. One query. */
export async function readEntry(
  db: Db | Tx,
  { agreement, seq, zone }: Of,
): Promise<ReadEntry | null> {
  const { rows } = await sql<Stored>`
    SELECT e.act, e.party, e.detail || coalesce(x.detail, '{}') AS detail,
      coalesce(x.on_day, (e.at AT TIME ZONE ${zone}::text)::date)::text AS on,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('of', r.kind, 'language', r.language,
          'text', coalesce((SELECT n.text FROM reservation_changes n WHERE n.reservation = r.id
            AND n.at <= e.at ORDER BY n.at DESC LIMIT 1), r.text),
          'articles', r.articles) ORDER BY r.at, r.id), '[]')
        FROM reservations r WHERE r.agreement = e.agreement AND r.id::text IN (
          SELECT jsonb_array_elements_text(CASE jsonb_typeof(e.detail -> 'confirms')
            WHEN 'array' THEN e.detail -> 'confirms' ELSE '[]' END))) AS confirmed,
      (SELECT jsonb_build_object('party', r.party, 'of', r.kind, 'language', r.language,
          'text', r.text, 'articles', r.articles)
        FROM reservations r WHERE r.agreement = e.agreement
          AND r.id::text = e.detail ->> 'reservation') AS reservation,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('verdict', s.verdict, 'party', r.party,
          'on', s.on_day)), '[]')
        FROM reservation_settlements s JOIN reservations r ON r.id = s.reservation
        WHERE e.act = 'settle-reservations' AND r.agreement = e.agreement AND s.at = e.at)
        AS settled
    FROM evidence e LEFT JOIN party_acts x ON x.agreement = e.agreement AND x.seq = e.seq
    WHERE e.agreement = ${agreement} AND e.seq = ${seq}`.execute(db);
  const [row] = rows;
  if (!row) return null;
  const { act, party, on, detail } = row;
  const day = typeof detail.on === "string" && /^\d{4}-/.test(detail.on) ? detail.on : on;
  const entry = { act, party: party ?? reserving(row), on: day, detail };
  return { ...entry, said: saidIn(row, entry), texts: quotedIn(row) };
}

type Reservation = Omit<Quoted, "of"> & { of: "reservation" | "declaration"; party: string };
type Stored = {
  act: string;
  party: string | null;
  on: string;
  detail: Record<string, unknown>;
  confirmed: Quoted[];
  /** The reservation that the act is about. */
  reservation: Reservation | null;
  settled: { verdict: string; party: string; on: string }[];
};

/** Whose reservation an organ decided on; the organ itself is no party. */
function reserving({ act, reservation }: Stored): string | null {
  return act === "record-organ-decision" ? (reservation?.party ?? null) : null;
}

/** What was said or decided about reservations, in the sentences that letters use too. */
function saidIn({ act, detail, reservation, settled }: Stored, { party, on }: RecordedEntry) {
  const say = (event: string, values: NotificationSentence["values"] = {}) => ({
    key: `reservation/${event}`,
    values: { ...(party && { party }), on, ...values },
  });
  const about = reservation ? { other: reservation.party } : {};
  if (act === "settle-reservations") {
    return settled.map(({ verdict, ...of }) => say(verdict, of));
  }
  if (act === "change-reservation") return [say("narrowing")];
  if (act === "record-organ-decision") {
    const event = detail.accepted === true ? "organ-accepted" : "organ-refused";
    return [say(event, { organ: text(detail.organ), reference: text(detail.reference) })];
  }
  if (typeof detail.act !== "string" || detail.act === "confirmation") return [];
  if (!reservation) return [];
  return [say(detail.excludes === true ? "objection-excluding" : detail.act, about)];
}

/** The words of the States, each in its own language. */
function quotedIn({ act, detail, confirmed, reservation }: Stored): Quoted[] {
  const of = (kind: Quoted["of"], one: Record<string, unknown>): Quoted => ({
    of: kind,
    language: text(one.language),
    text: text(one.text),
    articles: articlesOf(one),
  });
  const made = list(detail.reservations).map((one) =>
    of(one.kind === "declaration" ? "declaration" : "reservation", one),
  );
  const lodged = record(detail.reservation ?? detail.declaration);
  const own = lodged
    ? [of(lodged.kind === "declaration" ? "declaration" : "reservation", lodged)]
    : [];
  const declared = list(detail.declarations).map((one) => of("declaration", one));
  return [
    ...made,
    ...own,
    ...declared,
    ...confirmed,
    ...(act === "confirm-reservation" && reservation ? [reservation] : []),
    ...ofStatement(act, detail),
    ...ofCorrection(detail),
  ].filter((one) => one.text !== "");
}

const reasoned: readonly string[] = ["object-to-correction", "withdraw-correction"];

function ofStatement(act: string, detail: Record<string, unknown>): Quoted[] {
  const language = text(detail.language);
  const base = { language, articles: articlesOf(detail) };
  if (act === "declare-territory") {
    const names = Array.isArray(detail.territories) ? detail.territories.map(text) : [];
    return [
      { ...base, of: "territories", text: names.join("; ") },
      { ...base, of: "statement", text: text(detail.text) },
    ];
  }
  if (act === "designate-authority") {
    const lines = [detail.name, detail.address, detail.contact].map(text);
    return [{ ...base, of: "authority", text: lines.filter((line) => line !== "").join("\n") }];
  }
  if (["communicate", "notify-claim", "answer-claim"].includes(act))
    return [{ ...base, of: "statement", text: text(detail.text) }];
  if (act === "declare-under-article" || act === "change-reservation") {
    const kind = act === "change-reservation" ? "reservation" : "declaration";
    return [{ ...base, of: kind, text: text(detail.text) }];
  }
  // An answer to a reservation, an objection to a correction or its withdrawal: the reasons of the party that acts.
  if (typeof detail.act === "string" || reasoned.includes(act)) {
    return [{ of: "statement", language: "", text: text(detail.reason), articles: [] }];
  }
  return [];
}

function ofCorrection({ changes }: Record<string, unknown>): Quoted[] {
  return list(changes).map((one) => ({
    of: "correction",
    language: text(one.language),
    text: text(one.found),
    instead: text(one.corrected),
    articles: articlesOf(one),
    ...(typeof one.nth === "number" && { nth: one.nth }),
  }));
}

function articlesOf({ article, articles }: Record<string, unknown>): number[] {
  if (typeof article === "number") return [article];
  return Array.isArray(articles) ? articles.filter((one) => typeof one === "number") : [];
}

function list(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value.filter((one) => record(one) !== null) : [];
}

function record(value: unknown): Record<string, unknown> | null {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : null;
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}
