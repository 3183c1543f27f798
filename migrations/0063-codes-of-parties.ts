import { type Kysely, sql } from "kysely";

const archived = "('sign.sealing', 'sign.sealFailed', 'publish')";

const seen = (row: string) => `(SELECT asks_for('legal-officer', 'secretariat', 'service'))
  OR ((SELECT asks_for('archivist')) AND ${row}.stage_name IN ${archived})
  OR (${row}.stage_name <> 'draft.editing' AND (SELECT asking_party()) = ANY (${row}.party_codes))`;

/** A trigger's function. It works as the owner, because the writer of a row may not write what follows from it. */
const follow = (name: string, body: string) => `CREATE OR REPLACE FUNCTION ${name}() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$ BEGIN ${body} END $$`;

const partyCodes = [
  "ALTER TABLE agreements ADD party_codes text[] NOT NULL DEFAULT '{}'",
  `UPDATE agreements a SET party_codes = p.codes FROM (
      SELECT agreement, array_agg(party ORDER BY position) AS codes FROM agreement_parties GROUP BY 1) p
    WHERE p.agreement = a.id`,
  // Whatever a statement writes into the column, the parties' rows decide.
  follow(
    "derive_party_codes",
    `NEW.party_codes := coalesce((SELECT array_agg(p.party ORDER BY p.position)
      FROM agreement_parties p WHERE p.agreement = NEW.id), '{}');
    RETURN NEW;`,
  ),
  `CREATE TRIGGER party_codes_are_derived BEFORE INSERT OR UPDATE OF party_codes ON agreements
    FOR EACH ROW EXECUTE FUNCTION derive_party_codes()`,
  follow(
    "note_party_codes",
    `UPDATE agreements SET party_codes = '{}' WHERE id IN (SELECT agreement FROM changed);
    RETURN NULL;`,
  ),
  follow(
    "note_changed_party",
    `UPDATE agreements SET party_codes = '{}' WHERE id IN (OLD.agreement, NEW.agreement);
    RETURN NULL;`,
  ),
  `CREATE TRIGGER party_codes_gain AFTER INSERT ON agreement_parties
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_party_codes()`,
  `CREATE TRIGGER party_codes_lose AFTER DELETE ON agreement_parties
    REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_party_codes()`,
  `CREATE TRIGGER party_codes_change AFTER UPDATE OF agreement, party, position ON agreement_parties
    FOR EACH ROW EXECUTE FUNCTION note_changed_party()`,
  `ALTER POLICY of_askers ON agreements USING (${seen("agreements")})`,
];

/** Keeps the codes of its parties on the agreement's row, so that the policy reads no second table. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of partyCodes) await sql.raw(statement).execute(db);
}
