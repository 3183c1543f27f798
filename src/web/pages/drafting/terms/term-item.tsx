import { Accordion, Badge, Button, Group, List, Select, Stack, Text } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { type TermName, type Terms, type TiedTerm, tiedTerms } from "#src/text/terms-in-words.ts";
import { TermFields } from "../../../terms/fields/term-fields.tsx";
import { useTextOfTerms } from "../../../terms/fields/text-of-terms.ts";
import { useTerms } from "../../../terms/use-terms.ts";
import { useForms } from "../../../text/around-text.tsx";
import { useFormat } from "../../../words/format.ts";
import { useDesk } from "../desk.tsx";
import { ArticleButton } from "./article-button.tsx";
import { useArticleNames } from "./use-article-names.ts";

type Props = {
  term: TermName;
  terms: Terms;
  saved: Terms;
  changed: boolean;
  faults: string[];
};

/** A term: its sentence and article, and below it, when open, its fields. */
export function TermItem({ term, terms, saved, changed, faults }: Props) {
  const { t } = useTranslation("terms");
  const { language } = useFormat();
  const forms = useForms(language);
  const { one } = useTerms(useTextOfTerms().parties.length);
  const { writable } = useDesk();
  const { name, sentence, article } = one(terms, term);
  return (
    <Accordion.Item value={term} id={`term-${term}`}>
      <Accordion.Control>
        <Group component="span" gap="xs" justify="space-between">
          <Text span size="sm" fw={600}>
            {name}
          </Text>
          {changed && (
            <Badge component="span" variant="light" color="blue" tt="none" radius="sm">
              {t("changed")}
            </Badge>
          )}
        </Group>
        <Text span size="sm" display="block">
          {sentence}
        </Text>
        {article !== null && (
          <Text span size="xs" c="dimmed" display="block">
            {forms.article(article)}
          </Text>
        )}
        {faults.length > 0 && (
          <Group component="span" gap={4} wrap="nowrap" c="red.9" mt={4}>
            <IconAlertTriangle size={16} aria-hidden style={{ flexShrink: 0 }} />
            <Text span size="xs">
              {t("contradicts")}
            </Text>
          </Group>
        )}
      </Accordion.Control>
      <Accordion.Panel>
        <Stack gap="sm">
          {faults.length > 0 && (
            <List size="sm" role="alert">
              {faults.map((fault) => (
                <List.Item key={fault}>{fault}</List.Item>
              ))}
            </List>
          )}
          {writable && <Fields term={term} name={name} terms={terms} />}
          {article !== null && <ArticleButton article={article} />}
          {writable && changed && <Undo term={term} name={name} saved={saved} />}
        </Stack>
      </Accordion.Panel>
    </Accordion.Item>
  );
}

function Fields({ term, name, terms }: { term: TermName; name: string; terms: Terms }) {
  const { t } = useTranslation("terms");
  const { terms: draft } = useDesk();
  const articles = useArticleNames();
  const stated = tiedTerms.find((one) => one === term);
  const tied = stated && terms.articles?.[stated];
  const tie = (to: TiedTerm, value: string | null) =>
    draft.set({}, { [to]: value ? Number(value) : null });
  return (
    <>
      <TermFields term={term} name={name} terms={terms} set={(values) => draft.set(values)} />
      {stated && (
        <Select
          label={t("article")}
          placeholder={t("noArticle")}
          clearable
          allowDeselect={false}
          clearButtonProps={{ "aria-label": t("untie") }}
          searchable
          value={tied === undefined ? null : String(tied)}
          data={articles.map(({ number, name }) => ({ value: String(number), label: name }))}
          onChange={(value) => tie(stated, value)}
        />
      )}
    </>
  );
}

/** What the last version says of the term, and the way back to it. */
function Undo({ term, name, saved }: { term: TermName; name: string; saved: Terms }) {
  const { t } = useTranslation("terms");
  const { language } = useFormat();
  const forms = useForms(language);
  const { one } = useTerms(useTextOfTerms().parties.length);
  const { terms: draft } = useDesk();
  const { sentence, article } = one(saved, term);
  return (
    <Stack gap={4} align="start">
      <Text size="xs" c="dimmed">
        {t("inVersion")} {sentence}
        {article !== null && ` (${forms.article(article)})`}
      </Text>
      <Button
        variant="default"
        size="compact-sm"
        aria-label={t("undoOf", { term: name })}
        onClick={() => draft.undo(term)}
      >
        {t("undo")}
      </Button>
    </Stack>
  );
}
