import { type ExpressionBuilder, type SqlBool, sql } from "kysely";
import type { Tables } from "#src/db/db.ts";

/** Filters the agreements that a person sees. Days are civil dates, inclusive, in the instrument's zone. */
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

const zone = sql`(agreements.terms ->> 'zone')`;

/** The SQL condition of a filter. It does not apply the person's scope. */
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
    if (createdFrom) all.push(sql`created_at >= ${createdFrom}::timestamp AT TIME ZONE ${zone}`);
    if (createdTo)
      all.push(sql`created_at < (${createdTo}::date + 1)::timestamp AT TIME ZONE ${zone}`);
    if (publishedFrom || publishedTo) {
      all.push(sql`EXISTS (SELECT FROM publications x WHERE x.agreement = agreements.id
        AND x.at >= coalesce(${publishedFrom ?? null}::timestamp, '-infinity') AT TIME ZONE ${zone}
        AND x.at < coalesce((${publishedTo ?? null}::date + 1)::timestamp, 'infinity') AT TIME ZONE ${zone})`);
    }
    return eb.and(all);
  };
}
