import { type Act, type ActFormSpec, type Field, given } from "./form.ts";
import { ofClaims } from "./of-claims.ts";
import { ofConsent } from "./of-consent.ts";
import { ofCorrections } from "./of-corrections.ts";
import { ofLater } from "./of-later.ts";
import { ofNotifications } from "./of-notifications.ts";
import { ofReservations } from "./of-reservations.ts";
import { ofSigning } from "./of-signing.ts";
import { ofStatements } from "./of-statements.ts";
import { ofText } from "./of-text.ts";
import { table } from "./table.ts";

/** The resources by which the office records what it received on paper. */
const received: readonly (string | null)[] = table.flatMap((row) =>
  "onPaper" in row ? [row.resource] : [],
);

const forms = new Map<Act, ActFormSpec>(
  [
    ...ofText,
    ...ofSigning,
    ...ofConsent,
    ...ofStatements,
    ...ofReservations,
    ...ofNotifications,
    ...ofLater,
    ...ofClaims,
    ...ofCorrections,
  ].map((form) => [form.act, fromPaper(form)]),
);

/** The office may name the desk's entry that such an act follows from. */
function fromPaper(form: ActFormSpec): ActFormSpec {
  if (!received.includes(form.resource)) return form;
  const field = { name: "correspondence", kind: "correspondence", optional: true, office: true };
  return {
    ...form,
    fields: [...form.fields, field as Field],
    body: (values, agreement) => ({
      ...(form.body(values, agreement) as object),
      ...given(values, "correspondence"),
    }),
  };
}

/** The form of an act. Undefined for acts that have a page of their own or that the service performs. */
export function formOf(act: Act): ActFormSpec | undefined {
  return forms.get(act);
}

export type { Act } from "./form.ts";
