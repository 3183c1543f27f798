import { clockIn } from "#src/text/clock.ts";
import type { Terms } from "#src/text/terms-in-words.ts";
import type { ActName, Posted } from "../api/act-name.ts";
import type { Agreement } from "../api/agreement.ts";
import { type ResourceOf, resourceOf, type Taken } from "./resource-of.ts";

export type Act = Agreement["acts"][number]["act"];

export type Correction = {
  language: string;
  article: string;
  found: string;
  corrected: string;
  /** Which time the words stand in the article; empty if they stand there once. */
  nth?: string;
};
/** Some of the terms, as they should have been. */
export type ChangedTerms = Partial<Omit<Terms, "articles" | "zone">>;
export type Value = string | string[] | string[][] | boolean | Correction[] | ChangedTerms;
/** The values of an act's form, by field name. */
export type Values = Record<string, Value>;

export type FieldKind =
  | "line"
  | "words"
  | "day"
  | "instant"
  | "number"
  | "yes"
  | "choice"
  | "choices"
  | "party"
  | "any-party"
  | "parties"
  | "pair"
  | "recorded"
  | "person"
  | "language"
  | "any-language"
  | "file"
  | "credential"
  | "reservation"
  | "notification"
  | "proposal"
  | "confirms"
  | "groups"
  | "corrections"
  | "copy-corrections"
  | "right-texts"
  | "corrected-terms"
  | "correction"
  | "successor"
  | "digest"
  | "difference"
  | "entry"
  | "rule"
  | "declarations"
  | "correspondence";

export type Field = {
  name: string;
  kind: FieldKind;
  optional?: true;
  /** Only the office fills it in: a party acts for itself, today. */
  office?: true;
  /**
   * The values of a choice. Their words have the keys `choice.<value>`. Of what is on record: `claim` or `suspension`. Of a reservation: the kinds to choose from, and
   * `withdrawn` for those that have been withdrawn too.
   */
  options?: readonly string[];
};

/** Describes an act's form: the resource it is posted to, its fields, and the request body made from their values. */
export type ActFormSpec = {
  act: Act;
  resource: ActName;
  fields: Field[];
  /** The initial values; they may be read from the record. */
  initial?: (agreement: Agreement) => Values | Promise<Values>;
  body: (values: Values, agreement: Agreement) => unknown;
  /**
   * Set if only the values decide whether the act is allowed, so the form opens even when the act is listed as
   * blocked.
   */
  depends?: true;
};

/** Declares an act's form. The type checker compares its body with the contract. */
export function form<Type extends Taken>(
  act: Type,
  rest: Omit<ActFormSpec, "act" | "resource" | "body"> & {
    body: (values: Values, agreement: Agreement) => Posted<ResourceOf<Type>>;
  },
): ActFormSpec {
  return { act, resource: resourceOf(act), ...rest };
}

export const text = (values: Values, name: string): string => {
  const value = values[name];
  return typeof value === "string" ? value.trim() : "";
};

export const list = (values: Values, name: string): string[] => {
  const value = values[name];
  return Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];
};

/** `{ [name]: value }` if the field has a value, otherwise `{}`. */
export function given<Name extends string>(
  values: Values,
  name: Name,
): { [K in Name]?: string } | Record<string, never> {
  const value = text(values, name);
  return value === "" ? {} : ({ [name]: value } as { [K in Name]?: string });
}

/** The reason required for a day further back than one officer may record alone. */
export function whyNow(values: Values): { reason?: string } {
  const reason = text(values, "whyNow");
  return reason === "" ? {} : { reason };
}

/** Today as a civil date in the instrument's time zone. */
export function today({ terms }: Pick<Agreement, "terms">): string {
  return clockIn(new Date().toISOString(), terms.zone).day;
}
