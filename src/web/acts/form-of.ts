import type { Act, ActFormSpec } from "./form.ts";
import { ofConsent } from "./of-consent.ts";
import { ofLater } from "./of-later.ts";
import { ofSigning } from "./of-signing.ts";
import { ofText } from "./of-text.ts";

const forms = new Map<Act, ActFormSpec>(
  [...ofText, ...ofSigning, ...ofConsent, ...ofLater].map((form) => [form.act, form]),
);

/** The form of an act; none for what is done on a page of its own, or by the service. */
export function formOf(act: Act): ActFormSpec | undefined {
  return forms.get(act);
}

export type { Act } from "./form.ts";
