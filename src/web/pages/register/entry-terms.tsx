import { Text, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { type Terms, tiedTerms } from "#src/text/terms-in-words.ts";
import type { RegisterEntry } from "../../api/contract.d.ts";
import { useTerms } from "../../terms/use-terms.ts";
import { useForms } from "../../text/around-text.tsx";
import { useFormat } from "../../words/format.ts";
import classes from "./register.module.css";

const shown = new Set<string>([...tiedTerms, "binding", "exchange"]);

/** What the text's final clauses mean in law, as the depositary keeps it, each with its article. */
export function EntryTerms({ entry }: { entry: RegisterEntry }) {
  const { t } = useTranslation("register");
  const { language } = useFormat();
  const forms = useForms(language);
  const { all } = useTerms(entry.parties.length);
  const terms = all(entry.terms as Terms).filter(({ term }) => shown.has(term));
  return (
    <section aria-labelledby="terms">
      <Title order={2} size="h4" id="terms">
        {t("entry.terms")}
      </Title>
      <Text size="sm" c="dimmed" mb="xs">
        {t("entry.termsAre")}
      </Text>
      <dl className={classes.facts}>
        {terms.map(({ term, name, sentence, article }) => (
          <div key={term} style={{ display: "contents" }}>
            <dt>{name}</dt>
            <dd>
              {sentence}
              {article !== null && (
                <Text size="sm" c="dimmed">
                  {forms.article(article)}
                </Text>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
