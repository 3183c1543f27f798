import type { ColumnType, Generated } from "kysely";
import type { PartyKind } from "#workflows/party-kinds.ts";
import type { FormsOfNames, GovernmentNames, Json, Worded } from "../columns.ts";

/** The end of a State or organisation. */
export type Ceased = { on: string; reason: string };

/** The parties that the office knows. */
export type PartyTables = {
  parties: {
    code: string;
    kind: PartyKind;
    /** The State behind a ministry or agency. */
    state: string | null;
    names: Json<Worded>;
    /** The forms of the names that sentences need. */
    forms: ColumnType<FormsOfNames, string | undefined, string>;
    /** A State's names as its Government; null if not worked out yet, or not a State. */
    government: ColumnType<GovernmentNames | null, string | null | undefined, string | null>;
    protocol_order: number;
    /** Of the office's organisation, and of the United Nations system; null: a State is, an organisation is not. */
    member: Generated<boolean | null>;
    un_system: Generated<boolean | null>;
    /** Whether a State is a Member of the United Nations; null: as its code says. */
    un_member: Generated<boolean | null>;
    /** The day on which it ceased to exist, and why; null as long as it exists. */
    ceased: ColumnType<Ceased | null, string | null | undefined, string | null>;
  };
};
