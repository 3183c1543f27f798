import { Accordion, Stack, Text } from "@mantine/core";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { termFaults } from "#src/text/term-faults.ts";
import { type TermName, termNames } from "#src/text/terms-in-words.ts";
import type { Agreement } from "../../../api/agreement.ts";
import { Differences } from "../../../terms/differences.tsx";
import { TextOfTermsIs } from "../../../terms/fields/text-of-terms.ts";
import { useFormat } from "../../../words/format.ts";
import { useDesk } from "../desk.tsx";
import { AmendedFields } from "./amended-fields.tsx";
import { ArticleButton } from "./article-button.tsx";
import { termAt } from "./term-at.ts";
import { TermItem } from "./term-item.tsx";
import { useArticleNames } from "./use-article-names.ts";
import { useTermsStatus } from "./use-terms-draft.ts";

type Props = {
  agreement: Agreement;
  /** The terms that are open. */
  open: TermName[];
  setOpen: (terms: TermName[]) => void;
};

/** The terms beside the text: each with its sentence and article, and a form to change it. */
export default function TermsPanel({ agreement, open, setOpen }: Props) {
  const { t } = useTranslation("terms");
  const { language, party: nameOf } = useFormat();
  const { draft, terms: termsDraft, writable } = useDesk();
  const { terms, saved, changed, articles } = useTermsStatus(termsDraft);
  const { languages } = draft.store;
  const faults = termFaults(
    terms,
    {
      parties: agreement.parties.length,
      codes: agreement.parties.map(({ code }) => code),
      languages,
      articles,
      amends: agreement.amends !== null,
    },
    language,
  );
  // A term that someone asked for is in view when the panel opens.
  const [first] = open;
  useEffect(() => {
    if (first && open.length === 1)
      document.getElementById(`term-${first}`)?.scrollIntoView({ block: "nearest" });
  }, [first, open.length]);
  const parties = agreement.parties.map(({ code, names }) => ({ code, name: nameOf(code, names) }));
  const text = { languages, articles: useArticleNames(), parties };
  return (
    <TextOfTermsIs value={text}>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {t(writable ? "what" : "whatReadOnly")}
        </Text>
        {changed.length > 0 && (
          <Text size="sm" role="status">
            {t("kept")}
          </Text>
        )}
        <Differences
          agreement={agreement}
          article={(number) => <ArticleButton article={number} />}
        />
        <Accordion
          multiple
          variant="separated"
          value={open}
          onChange={(terms) => setOpen(terms as TermName[])}
          order={3}
          keepMounted={false}
        >
          {termNames.map((term) => (
            <TermItem
              key={term}
              term={term}
              terms={terms}
              saved={saved}
              changed={changed.includes(term)}
              faults={faults.filter((one) => termAt(one.term) === term).map(({ detail }) => detail)}
            />
          ))}
        </Accordion>
        {agreement.amends !== null && <AmendedFields amends={agreement.amends} terms={terms} />}
      </Stack>
    </TextOfTermsIs>
  );
}
