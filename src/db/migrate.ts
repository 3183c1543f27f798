import type { Kysely } from "kysely";
import { type Migration, Migrator } from "kysely/migration";
import { migrationsLeft, recordSchema, schemaFault } from "./check-schema.ts";

/** Each migration by its name. A start whose database is current loads none of them. */
const migrations: Record<string, () => Promise<Migration>> = {
  "0001-agreements": () => import("#migrations/0001-agreements.ts"),
  "0002-record": () => import("#migrations/0002-record.ts"),
  "0004-returns": () => import("#migrations/0004-returns.ts"),
  "0005-signing-window": () => import("#migrations/0005-signing-window.ts"),
  "0006-lifecycle": () => import("#migrations/0006-lifecycle.ts"),
  "0007-comments": () => import("#migrations/0007-comments.ts"),
  "0008-ceremonies": () => import("#migrations/0008-ceremonies.ts"),
  "0009-accounts": () => import("#migrations/0009-accounts.ts"),
  "0010-isolation": () => import("#migrations/0010-isolation.ts"),
  "0011-evidence-log": () => import("#migrations/0011-evidence-log.ts"),
  "0012-own-certificates": () => import("#migrations/0012-own-certificates.ts"),
  "0013-reading": () => import("#migrations/0013-reading.ts"),
  "0014-register": () => import("#migrations/0014-register.ts"),
  "0015-working-texts": () => import("#migrations/0015-working-texts.ts"),
  "0016-care-of-parties": () => import("#migrations/0016-care-of-parties.ts"),
  "0017-care-of-templates": () => import("#migrations/0017-care-of-templates.ts"),
  "0020-renewals": () => import("#migrations/0020-renewals.ts"),
  "0021-retries": () => import("#migrations/0021-retries.ts"),
  "0022-schema-parts": () => import("#migrations/0022-schema-parts.ts"),
  "0024-mailboxes": () => import("#migrations/0024-mailboxes.ts"),
  "0025-identity": () => import("#migrations/0025-identity.ts"),
  "0026-proposals": () => import("#migrations/0026-proposals.ts"),
  "0027-reservation-notifications": () => import("#migrations/0027-reservation-notifications.ts"),
  "0028-cursor-key": () => import("#migrations/0028-cursor-key.ts"),
  "0030-office-proposals": () => import("#migrations/0030-office-proposals.ts"),
  "0035-sessions-know-their-opener": () => import("#migrations/0035-sessions-know-their-opener.ts"),
  "0036-letters-to-people": () => import("#migrations/0036-letters-to-people.ts"),
  "0037-known-devices": () => import("#migrations/0037-known-devices.ts"),
  "0038-codes-for-a-purpose": () => import("#migrations/0038-codes-for-a-purpose.ts"),
  "0039-withdrawn-recoveries": () => import("#migrations/0039-withdrawn-recoveries.ts"),
  "0046-logins-without-rights": () => import("#migrations/0046-logins-without-rights.ts"),
  "0047-policies-on-accounts": () => import("#migrations/0047-policies-on-accounts.ts"),
  "0048-signed-askers": () => import("#migrations/0048-signed-askers.ts"),
  "0050-stated-consents": () => import("#migrations/0050-stated-consents.ts"),
  "0051-accounts-in-the-log": () => import("#migrations/0051-accounts-in-the-log.ts"),
  "0052-holders-of-certificates": () => import("#migrations/0052-holders-of-certificates.ts"),
  "0054-chains-of-the-log": () => import("#migrations/0054-chains-of-the-log.ts"),
  "0058-attached-files": () => import("#migrations/0058-attached-files.ts"),
  "0061-account-entries-of-the-service": () =>
    import("#migrations/0061-account-entries-of-the-service.ts"),
  "0062-origin-of-jobs": () => import("#migrations/0062-origin-of-jobs.ts"),
  "0063-codes-of-parties": () => import("#migrations/0063-codes-of-parties.ts"),
  "0063-listings": () => import("#migrations/0063-listings.ts"),
  "0063-lists-by-function": () => import("#migrations/0063-lists-by-function.ts"),
  "0064-awaited-acts": () => import("#migrations/0064-awaited-acts.ts"),
  "0065-narrow-listings": () => import("#migrations/0065-narrow-listings.ts"),
  "0066-lists-by-walking": () => import("#migrations/0066-lists-by-walking.ts"),
  "0066-search-by-blocks": () => import("#migrations/0066-search-by-blocks.ts"),
  "0067-kept-counts": () => import("#migrations/0067-kept-counts.ts"),
  "0068-facts-by-function": () => import("#migrations/0068-facts-by-function.ts"),
  "0069-versioned-terms": () => import("#migrations/0069-versioned-terms.ts"),
  "0070-differences-and-amendments": () => import("#migrations/0070-differences-and-amendments.ts"),
  "0071-other-dates": () => import("#migrations/0071-other-dates.ts"),
  "0072-corrected-terms": () => import("#migrations/0072-corrected-terms.ts"),
  "0073-room-for-facts": () => import("#migrations/0073-room-for-facts.ts"),
  "0074-parties-as-they-are": () => import("#migrations/0074-parties-as-they-are.ts"),
  "0075-general-full-powers": () => import("#migrations/0075-general-full-powers.ts"),
  "0076-open-instruments": () => import("#migrations/0076-open-instruments.ts"),
  "0077-adoption": () => import("#migrations/0077-adoption.ts"),
  "0078-later-participations": () => import("#migrations/0078-later-participations.ts"),
  "0079-statements-of-parties": () => import("#migrations/0079-statements-of-parties.ts"),
  "0080-reservations-whole": () => import("#migrations/0080-reservations-whole.ts"),
  "0081-public-reservations": () => import("#migrations/0081-public-reservations.ts"),
  "0082-taken-back-with-consent": () => import("#migrations/0082-taken-back-with-consent.ts"),
  "0083-papers-of-any-kind": () => import("#migrations/0083-papers-of-any-kind.ts"),
  "0084-depositary-notifications": () => import("#migrations/0084-depositary-notifications.ts"),
  "0085-corrections-whole": () => import("#migrations/0085-corrections-whole.ts"),
  "0088-endings": () => import("#migrations/0088-endings.ts"),
  "0089-later-between": () => import("#migrations/0089-later-between.ts"),
  "0091-desk": () => import("#migrations/0091-desk.ts"),
  "0092-domestic-procedure": () => import("#migrations/0092-domestic-procedure.ts"),
  "0094-un-registration": () => import("#migrations/0094-un-registration.ts"),
  "0096-communications": () => import("#migrations/0096-communications.ts"),
  "0097-claims-and-suspensions": () => import("#migrations/0097-claims-and-suspensions.ts"),
  "0099-how-notified": () => import("#migrations/0099-how-notified.ts"),
  "0100-un-members": () => import("#migrations/0100-un-members.ts"),
  "0101-succession-to-signature": () => import("#migrations/0101-succession-to-signature.ts"),
  "0102-negotiation-for-negotiators": () =>
    import("#migrations/0102-negotiation-for-negotiators.ts"),
  "0103-parties-that-ended": () => import("#migrations/0103-parties-that-ended.ts"),
  "0106-given-languages": () => import("#migrations/0106-given-languages.ts"),
  "0107-warning-verdicts": () => import("#migrations/0107-warning-verdicts.ts"),
  "0108-register-words": () => import("#migrations/0108-register-words.ts"),
  "0109-headings": () => import("#migrations/0109-headings.ts"),
};

/** The database cannot serve this release as it is; the message is one sentence. */
export class SchemaFault extends Error {
  override name = "SchemaFault";
}

/**
 * Throws a SchemaFault unless the database is complete and matches this release. For a start that may not migrate. Runs
 * as the service itself.
 */
export async function checkCurrent<T>(db: Kysely<T>): Promise<void> {
  const known = Object.keys(migrations);
  const left = await migrationsLeft(db, known);
  if (left === 0) {
    const fault = await schemaFault(db, known);
    if (fault) throw new SchemaFault(`The database cannot be used: ${fault}`);
    return;
  }
  throw new SchemaFault(
    `The database lacks ${left} migrations of this release. Set DATABASE_OWNER_URL to the owner of its tables, for this start or for \`depositary migrate\` (docs/OPERATIONS.md).`,
  );
}

/**
 * Migrates the database to this release; safe to call from several processes at once. Returns the names of the applied
 * migrations. Throws the first failing migration's error and rolls that migration back. Throws a SchemaFault, before
 * any change, if the database is not complete.
 */
export async function migrate<T>(db: Kysely<T>): Promise<string[]> {
  const known = Object.keys(migrations);
  const fault = await schemaFault(db, known);
  if (fault) {
    throw new SchemaFault(`The database cannot be used: ${fault}`);
  }
  if ((await migrationsLeft(db, known)) === 0) return [];
  const migrator = new Migrator({
    db,
    provider: { getMigrations: loadAll },
    // Migrations written in parallel may reach a database in either order.
    allowUnorderedMigrations: true,
  });
  const { error, results = [] } = await migrator.migrateToLatest();
  if (error) throw error;
  if (results.length > 0) await recordSchema(db);
  return results.map(({ migrationName }) => migrationName);
}

async function loadAll(): Promise<Record<string, Migration>> {
  const loaded = Object.entries(migrations).map(
    async ([name, load]) => [name, await load()] as const,
  );
  return Object.fromEntries(await Promise.all(loaded));
}
