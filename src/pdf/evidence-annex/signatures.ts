import { formatDate } from "#src/text/format-date.ts";
import { formatInstant } from "#src/text/format-instant.ts";
import { isolate } from "#src/text/isolate.ts";
import type { Form, Labels, Office } from "./labels.ts";
import { heading, inLanguage, type Page, table, type Words } from "./sections.ts";

/** How a party consented, with the details of its method: a reason, a holder, a scan's digest. */
export type Method =
  | { kind: "passkey" | "account" }
  | { kind: "certificate"; holder: string }
  | { kind: "code" | "key"; reason: string }
  | { kind: "wet-ink"; scan: string };

/** The authority of a signatory (VCLT article 7); null if none is on record. */
export type Authority =
  | { kind: "full-powers"; issuedBy: string; signedBy: string; on: string }
  | { kind: "ex-officio"; office: Office }
  | { kind: "dispensed" }
  | null;

export type AnnexSignature = {
  party: Words;
  person: Words;
  title: Words;
  as: Form;
  authority: Authority;
  method: Method;
  /** The day of the signature, in the instrument's zone. */
  on: string;
  /** RFC 3339: when it was recorded, according to the evidence. */
  at: string;
};

/** Who signed, for whom, in which form, by what authority, how and when: a table for each party. */
export function signatureTables(
  page: Page,
  labels: Labels,
  { signatures, zone }: { signatures: AnnexSignature[]; zone: string },
) {
  const { language } = page;
  return signatures.flatMap(({ party, person, title, as, authority, method, on, at }) => {
    const facts = [
      [labels.person, inLanguage(person, language)],
      [labels.capacity, inLanguage(title, language)],
      [labels.authority, authorityIn(labels, authority, language)],
      [labels.signedAs, labels.forms[as]],
      [labels.method, methodIn(labels, method, language)],
      [labels.day, formatDate(on, language) ?? on],
      [labels.time, formatInstant(new Date(at), language, { zone, seconds: true })],
    ].filter(([, value]) => value !== "");
    return [heading(page, inLanguage(party, language), 3), ...table(page, [], facts as string[][])];
  });
}

function authorityIn(labels: Labels, authority: Authority, language: string): string {
  if (!authority) return labels.notShown;
  if (authority.kind === "dispensed") return labels.dispensed;
  if (authority.kind === "ex-officio") return labels.exOfficio(labels.offices[authority.office]);
  const own = (value: string) => isolate(value, language);
  const on = own(formatDate(authority.on, language) ?? authority.on);
  const { issuedBy, signedBy } = authority;
  return labels.fullPowers({ issuedBy: own(issuedBy), signedBy: own(signedBy), on });
}

function methodIn({ methods }: Labels, method: Method, language: string): string {
  switch (method.kind) {
    case "certificate":
      return methods.certificate(isolate(method.holder, language));
    case "code":
    case "key":
      return methods[method.kind](isolate(method.reason, language));
    case "wet-ink":
      return methods["wet-ink"](isolate(method.scan, language));
    default:
      return methods[method.kind];
  }
}
