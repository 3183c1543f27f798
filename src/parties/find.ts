import type { Worded } from "#src/db/columns.ts";
import type { Db } from "#src/db/db.ts";
import type { Ceased } from "#src/db/tables/parties.ts";
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
  /** The day on which it ceased to exist, and why; null as long as it exists. */
  ceased: Ceased | null;
} & Memberships;

/** What the office says a party belongs to; null: as its kind and its code say. */
export type Memberships = {
  /** Member of the office's organisation. A State is by default, an organisation is not. */
  member: boolean | null;
  /** Member of the United Nations; of States only. */
  unMember: boolean | null;
  /** Of the United Nations system, so that the Vienna formula admits it. A State is by default, an organisation is not. */
  unSystem: boolean | null;
};

/** All parties known to the office, in protocol order. */
export function listParties(db: Db): Promise<Party[]> {
  return db
    .selectFrom("parties")
    .select(["code", "kind", "state", "names", "forms", "government"])
    .select(["protocol_order as protocolOrder", "member", "ceased"])
    .select(["un_member as unMember", "un_system as unSystem"])
    .orderBy("protocol_order")
    .orderBy("code")
    .execute();
}
