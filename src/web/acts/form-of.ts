import type { Act, ActFormSpec } from "./form.ts";
import { ofConsent } from "./of-consent.ts";
import { ofCorrections } from "./of-corrections.ts";
import { ofLater } from "./of-later.ts";
import { ofNotifications } from "./of-notifications.ts";
import { ofReservations } from "./of-reservations.ts";
import { ofSigning } from "./of-signing.ts";
import { ofStatements } from "./of-statements.ts";
import { ofText } from "./of-text.ts";

const forms = new Map<Act, ActFormSpec>(
  [
    ...ofText,
    ...ofSigning,
    ...ofConsent,
    ...ofStatements,
    ...ofReservations,
    ...ofNotifications,
    ...ofLater,
    ...ofCorrections,
  ].map((form) => [form.act, form]),
);

/** The form of an act. Undefined for acts that have a page of their own or that the service performs. */
export function formOf(act: Act): ActFormSpec | undefined {
  return forms.get(act);
}

export type { Act } from "./form.ts";
