import words from "../../templates/signing-forms.json" with { type: "json" };

const byForm: Record<string, Record<string, string>> = words;

/** The name of a form of signature in letters, for use within a sentence in one of their languages. */
export function signingFormWords(form: string, language: string): string {
  return byForm[form]?.[language] ?? byForm[form]?.en ?? form;
}
