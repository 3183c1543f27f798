import type { TermName } from "#src/text/terms-in-words.ts";
import { AdoptionField } from "./adoption-field.tsx";
import { AmendmentFields } from "./amendment-fields.tsx";
import { ConsentByField } from "./consent-by-field.tsx";
import { DeclarationFields } from "./declaration-fields.tsx";
import { DurationFields } from "./duration-fields.tsx";
import { EntryFields } from "./entry-fields.tsx";
import { ExchangeField } from "./exchange-field.tsx";
import type { FieldProps } from "./field-props.ts";
import { ParticipationFields } from "./participation-fields.tsx";
import { ReservationFields } from "./reservation-fields.tsx";
import {
  ConsentField,
  MinimumField,
  ObjectionDaysField,
  PrevailingField,
  SimpleField,
  ZoneField,
} from "./simple-fields.tsx";
import { TerritoryFields } from "./territory-fields.tsx";
import { WithdrawalFields } from "./withdrawal-fields.tsx";

/** The fields of a term. A term without fields does not compile. */
export function TermFields({ term, ...props }: FieldProps & { term: TermName }) {
  switch (term) {
    case "adoption":
      return <AdoptionField {...props} />;
    case "amendment":
      return <AmendmentFields {...props} />;
    case "consent":
      return <ConsentField {...props} />;
    case "consentBy":
      return <ConsentByField {...props} />;
    case "declarations":
      return <DeclarationFields {...props} />;
    case "territories":
      return <TerritoryFields {...props} />;
    case "duration":
      return <DurationFields {...props} />;
    case "entry":
      return <EntryFields {...props} />;
    case "exchange":
      return <ExchangeField {...props} />;
    case "minimumParties":
      return <MinimumField {...props} />;
    case "objectionDays":
      return <ObjectionDaysField {...props} />;
    case "participation":
      return <ParticipationFields {...props} />;
    case "prevailing":
      return <PrevailingField {...props} />;
    case "reservations":
      return <ReservationFields {...props} />;
    case "withdrawal":
      return <WithdrawalFields {...props} />;
    case "zone":
      return <ZoneField {...props} />;
    default:
      return <SimpleField term={term} {...props} />;
  }
}
