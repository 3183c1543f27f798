import { sql } from "kysely";
import type { AgreementRow } from "#src/agreements/find.ts";
import { aroundOf } from "#src/agreements/text/around-of.ts";
import { readTexts } from "#src/agreements/text/read-source.ts";
import type { Worded } from "#src/db/columns.ts";
import type { Cursor } from "#src/db/cursor.ts";
import type { Db } from "#src/db/db.ts";
import type { Person } from "#src/people/person.ts";
import { type Found, follower } from "#src/text/anchor.ts";
import { threadsVisibleTo } from "./scope.ts";

export type ThreadView = {
  id: string;
  /** The version and article where the thread began. */
  version: number;
  language: string;
  begunAt: number;
  quote: string | null;
  audience: "shared" | "own-party";
  /** Its article in the current text; null if that article has gone. */
  article: number | null;
  heading: string;
  /** Whether the quoted words are still in the current text. */
  quoted: boolean;
  resolved: boolean;
  createdAt: string;
  comments: { id: string; person: Worded; party: string | null; body: string; at: string }[];
};

type Row = Omit<ThreadView, "article" | "heading" | "quoted" | "createdAt"> & {
  heading: string;
  created_at: Date;
};

export type Filter = { language?: string | undefined; state?: "open" | "resolved" | undefined };

/** Lists an agreement's threads that the person sees, newest first, each with its place in the current text. */
export async function listThreads(
  db: Db,
  agreement: Pick<AgreementRow, "id" | "text_version" | "given_languages" | "headings">,
  person: Person,
  { language, state }: Filter,
  { cursor, limit }: { cursor: Cursor | null; limit: number },
): Promise<{ view: ThreadView; created_at: Date; id: string }[]> {
  const { id } = agreement;
  const { rows } = await sql<Row>`
    SELECT * FROM (
      SELECT threads.id, number AS version, language, article AS "begunAt", heading, quote,
        CASE WHEN audience IS NULL THEN 'shared' ELSE 'own-party' END AS audience,
        coalesce((SELECT resolved FROM resolutions WHERE thread = threads.id
          ORDER BY resolutions.id DESC LIMIT 1), false) AS resolved,
        created_at,
        (SELECT jsonb_agg(jsonb_build_object('id', c.id, 'person', p.names, 'party', c.party,
            'body', c.body, 'at', c.at) ORDER BY c.at, c.id)
          FROM comments c JOIN people p ON p.id = c.person WHERE c.thread = threads.id) AS comments
      FROM threads WHERE agreement = ${id} AND ${threadsVisibleTo(person)}) AS seen
    WHERE (${language ?? null}::text IS NULL OR language = ${language ?? null})
      AND (${state ?? null}::text IS NULL OR resolved = (${state ?? null} = 'resolved'))
      AND (${cursor?.at ?? null}::timestamptz IS NULL
        OR (created_at, id) < (${cursor?.at ?? null}::timestamptz, ${cursor?.id ?? null}::uuid))
    ORDER BY created_at DESC, id DESC LIMIT ${limit}`.execute(db);
  const find = await finder(db, agreement, rows);
  return rows.map((row) => {
    const { created_at, ...rest } = row;
    const comments = rest.comments.map((one) => ({ ...one, at: new Date(one.at).toISOString() }));
    const createdAt = created_at.toISOString();
    return { id: row.id, created_at, view: { ...rest, comments, createdAt, ...find(row) } };
  });
}

/** Compares each version at which threads began with the current one, once per language. */
async function finder(
  db: Db,
  { id, text_version: current, ...said }: Parameters<typeof listThreads>[1],
  rows: Row[],
) {
  const around = aroundOf(said);
  const texts = new Map<number, Map<string, string>>();
  for (const number of new Set([current, ...rows.map(({ version }) => version)])) {
    const read = await readTexts(db, id, number);
    texts.set(number, new Map(read.map((one) => [one.language, one.markdown])));
  }
  const followers = new Map<string, ReturnType<typeof follower>>();
  return ({ version, language, begunAt, quote, heading }: Row): Found => {
    const key = `${version} ${language}`;
    const from = texts.get(version)?.get(language);
    const to = texts.get(current)?.get(language);
    if (from === undefined || to === undefined) return { article: null, heading, quoted: false };
    const follow = followers.get(key) ?? follower(from, to, language, around);
    followers.set(key, follow);
    return follow({ article: begunAt, quote });
  };
}
