import type { Worded } from "#src/db/columns.ts";
import type { Db } from "#src/db/db.ts";
import type { FormsByLanguage } from "#src/text/party-forms.ts";
import type { NamesAndForms } from "#src/text/party-name.ts";
import type { PartyKind } from "#workflows/party-kinds.ts";

export type Party = {
  code: string;
  kind: PartyKind;
  /** The State behind a ministry or agency; null for a State or organisation. */
  state: string | null;
  /** Official names, by language. */
  names: Worded;
  /** The forms of the names that sentences need, by language. */
  forms: FormsByLanguage;
  /** The names of a State's Government; null for other kinds. */
  government: NamesAndForms | null;
  /** Lower numbers come first. */
  protocolOrder: number;
};

/** All parties known to the office, in protocol order. */
export function listParties(db: Db): Promise<Party[]> {
  return db
    .selectFrom("parties")
    .select(["code", "kind", "state", "names", "forms", "government"])
    .select("protocol_order as protocolOrder")
    .orderBy("protocol_order")
    .orderBy("code")
    .execute();
}
