import { type ExpressionBuilder, type SqlBool, sql } from "kysely";
import type { Tables } from "#src/db.ts";

/** Which of the agreements that a person sees; days are civil dates, both counted, in UTC. */
export type Filter = {
  stage?: string | undefined;
  party?: string | undefined;
  area?: string | undefined;
  goal?: number | undefined;
  language?: string | undefined;
  q?: string | undefined;
  createdFrom?: string | undefined;
  createdTo?: string | undefined;
  publishedFrom?: string | undefined;
  publishedTo?: string | undefined;
};

/** The condition that a filter puts on agreements; scope is another's matter. */
export function matching(filter: Filter) {
  const { stage, party, area, goal, language, q } = filter;
  const { createdFrom, createdTo, publishedFrom, publishedTo } = filter;
  return (eb: ExpressionBuilder<Tables, "agreements">) => {
    const all = [sql<SqlBool>`true`];
    if (stage?.includes(".") === true) all.push(sql`stage_name = ${stage}`);
    else if (stage) all.push(sql`split_part(stage_name, '.', 1) = ${stage}`);
    if (party) {
      all.push(sql`EXISTS (SELECT FROM agreement_parties p
        WHERE p.agreement = agreements.id AND p.party = ${party})`);
    }
    if (area) all.push(sql`${area} = ANY (areas)`);
    if (goal) all.push(sql`${goal} = ANY (goals)`);
    if (language) all.push(sql`${language} = ANY (languages)`);
    if (q) all.push(sql`agreements.id IN (SELECT find_words(${q}))`);
    if (createdFrom) all.push(sql`created_at >= ${createdFrom}::date AT TIME ZONE 'UTC'`);
    if (createdTo) all.push(sql`created_at < (${createdTo}::date + 1) AT TIME ZONE 'UTC'`);
    if (publishedFrom || publishedTo) {
      all.push(sql`EXISTS (SELECT FROM publications x WHERE x.agreement = agreements.id
        AND x.at >= coalesce(${publishedFrom ?? null}::date, '-infinity') AT TIME ZONE 'UTC'
        AND x.at < coalesce(${publishedTo ?? null}::date + 1, 'infinity') AT TIME ZONE 'UTC')`);
    }
    return eb.and(all);
  };
}
