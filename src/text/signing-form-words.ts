import words from "../../templates/signing-forms.json" with { type: "json" };

const byForm: Record<string, Record<string, string>> = words;

/** A form of signature as letters call it, within a sentence of one of their languages. */
export function signingFormWords(form: string, language: string): string {
  return byForm[form]?.[language] ?? byForm[form]?.en ?? form;
}
