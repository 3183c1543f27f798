import { sql } from "kysely";
import type { Db } from "#src/db/db.ts";
import type { Person } from "#src/people/person.ts";
import type { AgreementRow } from "../find.ts";
import { visibleTo } from "../scope.ts";
import { waitsForRoles } from "./waiting-roles.ts";

export type Candidate = AgreementRow & {
  /** When it entered its stage. */
  since: Date;
  due: Date | null;
  /** Whether certified copies were issued. */
  copies: boolean;
};

/**
 * Agreements in which something may wait for a person's roles, by stage and by what is clearly done already. The law
 * then decides. Ordered by due time, then by longest wait.
 */
export async function waitingCandidates(
  db: Db,
  person: Person,
  { offset, limit }: { offset: number; limit: number },
): Promise<Candidate[]> {
  const due = sql<Date | null>`CASE stage_name WHEN 'review.circulated' THEN respond_by
    WHEN 'sign.open' THEN (SELECT o.closes_at FROM openings o WHERE o.agreement = agreements.id
      AND o.number = text_version ORDER BY o.at LIMIT 1) END`;
  return db
    .selectFrom("agreements")
    .selectAll()
    .select([due.as("due"), entered.as("since"), copied.as("copies")])
    .where(visibleTo(person))
    .where(waitsForRoles(person))
    .orderBy(sql`${sql.ref("due")} ASC NULLS LAST`)
    .orderBy("updated_at")
    .orderBy("id")
    .offset(offset)
    .limit(limit)
    .execute();
}

const entered = sql<Date>`coalesce((SELECT min(e.at) FROM evidence e WHERE e.agreement = agreements.id
  AND e.seq > coalesce((SELECT max(x.seq) FROM evidence x WHERE x.agreement = agreements.id
    AND x.stage <> stage_name), 0)), updated_at)`;

const copied = sql<boolean>`EXISTS (SELECT FROM certified_copies c
  WHERE c.agreement = agreements.id)`;
