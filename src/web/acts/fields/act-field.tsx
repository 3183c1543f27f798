import { useTranslation } from "react-i18next";
import type { Agreement } from "../../api/agreement.ts";
import type { Field, FieldKind, Values } from "../form.ts";
import { ChoiceField } from "./choice-field.tsx";
import { ConfirmsField } from "./confirms-field.tsx";
import { CorrectedTermsField } from "./corrected-terms-field.tsx";
import { CorrectionField } from "./correction-field.tsx";
import { CorrectionsField } from "./corrections-field.tsx";
import { CorrespondenceField } from "./correspondence-field.tsx";
import { CredentialField } from "./credential-field.tsx";
import { DeclarationsField } from "./declarations-field.tsx";
import { DifferenceField } from "./difference-field.tsx";
import { DigestField } from "./digest-field.tsx";
import { EntryField } from "./entry-field.tsx";
import type { FieldProps } from "./field.ts";
import { FileField } from "./file-field.tsx";
import { GroupsField } from "./groups-field.tsx";
import { InstantField } from "./instant-field.tsx";
import { LanguageField } from "./language-field.tsx";
import { NotificationField } from "./notification-field.tsx";
import { PairField } from "./pair-field.tsx";
import { PartiesField } from "./parties-field.tsx";
import { PartyField } from "./party-field.tsx";
import { PersonField } from "./person-field.tsx";
import { ProposalField } from "./proposal-field.tsx";
import { RecordedField } from "./recorded-field.tsx";
import { ReservationField } from "./reservation-field.tsx";
import { RightTextsField } from "./right-texts-field.tsx";
import { RuleField } from "./rule-field.tsx";
import { SuccessorField } from "./successor-field.tsx";
import { TextField } from "./text-field.tsx";

const fields = {
  line: TextField,
  words: TextField,
  day: TextField,
  number: TextField,
  instant: InstantField,
  yes: ChoiceField,
  choice: ChoiceField,
  choices: ChoiceField,
  party: PartyField,
  "any-party": PartyField,
  parties: PartiesField,
  pair: PairField,
  recorded: RecordedField,
  person: PersonField,
  language: LanguageField,
  "any-language": LanguageField,
  file: FileField,
  credential: CredentialField,
  reservation: ReservationField,
  notification: NotificationField,
  proposal: ProposalField,
  confirms: ConfirmsField,
  groups: GroupsField,
  corrections: CorrectionsField,
  "copy-corrections": CorrectionsField,
  "right-texts": RightTextsField,
  "corrected-terms": CorrectedTermsField,
  correction: CorrectionField,
  successor: SuccessorField,
  digest: DigestField,
  difference: DifferenceField,
  entry: EntryField,
  rule: RuleField,
  declarations: DeclarationsField,
  correspondence: CorrespondenceField,
} satisfies Record<FieldKind, React.ComponentType<FieldProps>>;

type Props = {
  field: Field;
  values: Values;
  set: (change: Values) => void;
  agreement: Agreement;
};

/** One field of an act's form, with its label and hint. */
export function ActField(given: Props) {
  const { t, i18n } = useTranslation("agreement");
  const { name, kind } = given.field;
  const Shown = fields[kind];
  const hint = `hint.${name}`;
  return (
    <Shown
      {...given}
      label={t(`field.${name}` as "field.reason")}
      hint={i18n.exists(`agreement:${hint}`) ? t(hint as "hint.closesAt") : undefined}
    />
  );
}
