import type { Agreement } from "../../api/agreement.ts";
import type { Field, Values } from "../form.ts";

/** The props of a field in an act's form. */
export type FieldProps = {
  field: Field;
  values: Values;
  set: (change: Values) => void;
  agreement: Agreement;
  label: string;
  /** A hint below the label, if there is one. */
  hint?: string | undefined;
};
