import type { ThirdPartyModule } from "i18next";
import { afterA, afterDe, withArticle } from "#src/text/french-names.ts";

const forms: Record<string, (name: string) => string> = {
  the: withArticle,
  of: (name) => afterDe(withArticle(name)),
  to: (name) => afterA(withArticle(name)),
};

/**
 * Names of parties in the sentences of a catalogue: `{{party, the}}`, `{{party, of}}` and `{{party, to}}` give « l’Estonie »,
 * « du Kazakhstan » and « aux Émirats arabes unis ». For French only: the other catalogues have sentences that need no
 * form but the name's own.
 */
export const namedInSentences: ThirdPartyModule = {
  type: "3rdParty",
  init: ({ services: { formatter } }) => {
    for (const [form, write] of Object.entries(forms)) {
      formatter?.add(form, (name, language) => (language === "fr" ? write(String(name)) : name));
    }
  },
};
