import { clockIn } from "#src/text/clock.ts";
import type { ActName, Posted } from "../api/act-name.ts";
import type { Agreement } from "../api/agreement.ts";

export type Act = Agreement["acts"][number]["act"];

export type Correction = { language: string; article: string; found: string; corrected: string };
export type Value = string | string[] | string[][] | boolean | Correction[];
/** What is typed and chosen in an act's form, by the names of its fields. */
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
  | "person"
  | "language"
  | "any-language"
  | "file"
  | "credential"
  | "reservation"
  | "proposal"
  | "confirms"
  | "groups"
  | "corrections"
  | "successor"
  | "digest"
  | "entry";

export type Field = {
  name: string;
  kind: FieldKind;
  optional?: true;
  /** Of a choice: its values, whose words are `choice.<value>`. */
  options?: readonly string[];
};

/** An act as a form: where it is sent, what is asked, and what is made of the answers. */
export type ActFormSpec = {
  act: Act;
  resource: ActName;
  fields: Field[];
  /** What stands in the form at first; may be read from the record. */
  initial?: (agreement: Agreement) => Values | Promise<Values>;
  body: (values: Values, agreement: Agreement) => unknown;
  /** Whether it depends on what is filled in that the law cannot know beforehand. */
  depends?: true;
};

/** An act's form, its body checked against the contract. */
export function form<Name extends ActName>(
  act: Act,
  resource: Name,
  rest: Omit<ActFormSpec, "act" | "resource" | "body"> & {
    body: (values: Values, agreement: Agreement) => Posted<Name>;
  },
): ActFormSpec {
  return { act, resource, ...rest };
}

export const text = (values: Values, name: string): string => {
  const value = values[name];
  return typeof value === "string" ? value.trim() : "";
};

export const list = (values: Values, name: string): string[] => {
  const value = values[name];
  return Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];
};

/** The entry where something was typed or chosen, else nothing. */
export function given<Name extends string>(
  values: Values,
  name: Name,
): { [K in Name]?: string } | Record<string, never> {
  const value = text(values, name);
  return value === "" ? {} : ({ [name]: value } as { [K in Name]?: string });
}

/** The reason for a day that lies further back than one officer alone may record. */
export function whyNow(values: Values): { reason?: string } {
  const reason = text(values, "whyNow");
  return reason === "" ? {} : { reason };
}

/** Today as a civil date of the instrument's zone. */
export function today({ terms }: Pick<Agreement, "terms">): string {
  return clockIn(new Date().toISOString(), terms.zone).day;
}
