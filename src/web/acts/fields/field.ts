import type { Agreement } from "../../api/agreement.ts";
import type { Field, Values } from "../form.ts";

/** What a field of an act's form is given. */
export type FieldProps = {
  field: Field;
  values: Values;
  set: (change: Values) => void;
  agreement: Agreement;
  label: string;
  /** What to know about it, where there is something. */
  hint?: string | undefined;
};
