import type { Kysely } from "kysely";
import { type Migration, Migrator } from "kysely/migration";
import * as agreements from "#migrations/0001-agreements.ts";
import * as record from "#migrations/0002-record.ts";
import * as returns from "#migrations/0004-returns.ts";
import * as signingWindow from "#migrations/0005-signing-window.ts";
import * as lifecycle from "#migrations/0006-lifecycle.ts";
import * as comments from "#migrations/0007-comments.ts";
import * as ceremonies from "#migrations/0008-ceremonies.ts";
import * as accounts from "#migrations/0009-accounts.ts";
import * as isolation from "#migrations/0010-isolation.ts";
import * as evidenceLog from "#migrations/0011-evidence-log.ts";
import * as ownCertificates from "#migrations/0012-own-certificates.ts";
import * as reading from "#migrations/0013-reading.ts";
import * as register from "#migrations/0014-register.ts";
import * as workingTexts from "#migrations/0015-working-texts.ts";
import * as careOfParties from "#migrations/0016-care-of-parties.ts";
import * as careOfTemplates from "#migrations/0017-care-of-templates.ts";
import * as renewals from "#migrations/0020-renewals.ts";
import * as retries from "#migrations/0021-retries.ts";
import * as schemaParts from "#migrations/0022-schema-parts.ts";
import * as mailboxes from "#migrations/0024-mailboxes.ts";
import * as identity from "#migrations/0025-identity.ts";
import * as proposals from "#migrations/0026-proposals.ts";
import * as reservationNotifications from "#migrations/0027-reservation-notifications.ts";
import * as cursorKey from "#migrations/0028-cursor-key.ts";
import * as officeProposals from "#migrations/0030-office-proposals.ts";
import * as sessionsKnow from "#migrations/0035-sessions-know-their-opener.ts";
import * as lettersToPeople from "#migrations/0036-letters-to-people.ts";
import * as knownDevices from "#migrations/0037-known-devices.ts";
import * as codesForAPurpose from "#migrations/0038-codes-for-a-purpose.ts";
import * as withdrawnRecoveries from "#migrations/0039-withdrawn-recoveries.ts";
import * as loginsWithoutRights from "#migrations/0046-logins-without-rights.ts";
import * as policiesOnAccounts from "#migrations/0047-policies-on-accounts.ts";
import * as signedPrincipals from "#migrations/0048-signed-askers.ts";
import * as statedConsents from "#migrations/0050-stated-consents.ts";
import * as accountsInTheLog from "#migrations/0051-accounts-in-the-log.ts";
import * as holders from "#migrations/0052-holders-of-certificates.ts";
import * as chainsOfTheLog from "#migrations/0054-chains-of-the-log.ts";
import * as attachedFiles from "#migrations/0058-attached-files.ts";
import * as accountEntriesOfTheService from "#migrations/0061-account-entries-of-the-service.ts";
import * as originOfJobs from "#migrations/0062-origin-of-jobs.ts";
import * as codesOfParties from "#migrations/0063-codes-of-parties.ts";
import * as listings from "#migrations/0063-listings.ts";
import * as listsByFunction from "#migrations/0063-lists-by-function.ts";
import * as awaitedActs from "#migrations/0064-awaited-acts.ts";
import * as narrowListings from "#migrations/0065-narrow-listings.ts";
import * as listsByWalking from "#migrations/0066-lists-by-walking.ts";
import * as searchByBlocks from "#migrations/0066-search-by-blocks.ts";
import * as keptCounts from "#migrations/0067-kept-counts.ts";
import * as factsByFunction from "#migrations/0068-facts-by-function.ts";
import * as versionedTerms from "#migrations/0069-versioned-terms.ts";
import * as differencesAndAmendments from "#migrations/0070-differences-and-amendments.ts";
import * as otherDates from "#migrations/0071-other-dates.ts";
import * as correctedTerms from "#migrations/0072-corrected-terms.ts";
import * as roomForFacts from "#migrations/0073-room-for-facts.ts";
import * as partiesAsTheyAre from "#migrations/0074-parties-as-they-are.ts";
import * as generalFullPowers from "#migrations/0075-general-full-powers.ts";
import * as openInstruments from "#migrations/0076-open-instruments.ts";
import * as adoption from "#migrations/0077-adoption.ts";
import * as laterParticipations from "#migrations/0078-later-participations.ts";
import * as statementsOfParties from "#migrations/0079-statements-of-parties.ts";
import * as reservationsWhole from "#migrations/0080-reservations-whole.ts";
import * as publicReservations from "#migrations/0081-public-reservations.ts";
import * as takenBackWithConsent from "#migrations/0082-taken-back-with-consent.ts";
import * as papersOfAnyKind from "#migrations/0083-papers-of-any-kind.ts";
import * as depositaryNotifications from "#migrations/0084-depositary-notifications.ts";
import { migrationsLeft, recordSchema, schemaFault } from "./check-schema.ts";

const migrations: Record<string, Migration> = {
  "0001-agreements": agreements,
  "0002-record": record,
  "0004-returns": returns,
  "0005-signing-window": signingWindow,
  "0006-lifecycle": lifecycle,
  "0007-comments": comments,
  "0008-ceremonies": ceremonies,
  "0009-accounts": accounts,
  "0010-isolation": isolation,
  "0011-evidence-log": evidenceLog,
  "0012-own-certificates": ownCertificates,
  "0013-reading": reading,
  "0014-register": register,
  "0015-working-texts": workingTexts,
  "0016-care-of-parties": careOfParties,
  "0017-care-of-templates": careOfTemplates,
  "0020-renewals": renewals,
  "0021-retries": retries,
  "0022-schema-parts": schemaParts,
  "0024-mailboxes": mailboxes,
  "0025-identity": identity,
  "0026-proposals": proposals,
  "0027-reservation-notifications": reservationNotifications,
  "0028-cursor-key": cursorKey,
  "0030-office-proposals": officeProposals,
  "0035-sessions-know-their-opener": sessionsKnow,
  "0036-letters-to-people": lettersToPeople,
  "0037-known-devices": knownDevices,
  "0038-codes-for-a-purpose": codesForAPurpose,
  "0039-withdrawn-recoveries": withdrawnRecoveries,
  "0046-logins-without-rights": loginsWithoutRights,
  "0047-policies-on-accounts": policiesOnAccounts,
  "0048-signed-askers": signedPrincipals,
  "0050-stated-consents": statedConsents,
  "0051-accounts-in-the-log": accountsInTheLog,
  "0052-holders-of-certificates": holders,
  "0054-chains-of-the-log": chainsOfTheLog,
  "0058-attached-files": attachedFiles,
  "0061-account-entries-of-the-service": accountEntriesOfTheService,
  "0062-origin-of-jobs": originOfJobs,
  "0063-codes-of-parties": codesOfParties,
  "0063-listings": listings,
  "0063-lists-by-function": listsByFunction,
  "0064-awaited-acts": awaitedActs,
  "0065-narrow-listings": narrowListings,
  "0066-lists-by-walking": listsByWalking,
  "0066-search-by-blocks": searchByBlocks,
  "0067-kept-counts": keptCounts,
  "0068-facts-by-function": factsByFunction,
  "0069-versioned-terms": versionedTerms,
  "0070-differences-and-amendments": differencesAndAmendments,
  "0071-other-dates": otherDates,
  "0072-corrected-terms": correctedTerms,
  "0073-room-for-facts": roomForFacts,
  "0074-parties-as-they-are": partiesAsTheyAre,
  "0075-general-full-powers": generalFullPowers,
  "0076-open-instruments": openInstruments,
  "0077-adoption": adoption,
  "0078-later-participations": laterParticipations,
  "0079-statements-of-parties": statementsOfParties,
  "0080-reservations-whole": reservationsWhole,
  "0081-public-reservations": publicReservations,
  "0082-taken-back-with-consent": takenBackWithConsent,
  "0083-papers-of-any-kind": papersOfAnyKind,
  "0084-depositary-notifications": depositaryNotifications,
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
  const fault = await schemaFault(db, Object.keys(migrations));
  if (fault) {
    throw new SchemaFault(`The database cannot be used: ${fault}`);
  }
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => migrations },
    // Migrations written in parallel may reach a database in either order.
    allowUnorderedMigrations: true,
  });
  const { error, results = [] } = await migrator.migrateToLatest();
  if (error) throw error;
  if (results.length > 0) await recordSchema(db);
  return results.map(({ migrationName }) => migrationName);
}
