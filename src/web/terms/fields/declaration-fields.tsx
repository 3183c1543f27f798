import { Button, Checkbox, Fieldset, Select, Stack, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Terms } from "#src/text/terms-in-words.ts";
import { useFormat } from "../../words/format.ts";
import { ChoiceField } from "./choice-field.tsx";
import type { FieldProps } from "./field-props.ts";
import { useTextOfTerms } from "./text-of-terms.ts";

type Rule = NonNullable<Terms["declarations"]>[number];

/** The declarations and authorities that articles of the text provide for. */
export function DeclarationFields({ terms, set }: FieldProps) {
  const { t } = useTranslation("terms");
  const { languages, articles } = useTextOfTerms();
  const rules = terms.declarations ?? [];
  const write = (next: Rule[]) => set({ declarations: next.length > 0 ? next : undefined });
  const change = (at: number, part: Partial<Rule>) =>
    write(rules.map((rule, index) => (index === at ? { ...rule, ...part } : rule)));
  const add = () => {
    const title = Object.fromEntries(languages.map((tag) => [tag, t("field.newDeclaration")]));
    write([...rules, { article: 1, kind: "declaration", mandatory: false, title }]);
  };
  return (
    <Stack gap="sm">
      {rules.map((rule, index) => (
        <RuleFields
          // biome-ignore lint/suspicious/noArrayIndexKey: rules have no name of their own.
          key={index}
          rule={rule}
          articles={articles}
          change={(part) => change(index, part)}
          remove={() => write(rules.filter((_, at) => at !== index))}
        />
      ))}
      {articles.length > 0 && (
        <Button variant="default" size="compact-sm" style={{ alignSelf: "start" }} onClick={add}>
          {t("field.addDeclaration")}
        </Button>
      )}
    </Stack>
  );
}

type RuleProps = {
  rule: Rule;
  articles: { number: number; name: string }[];
  change: (part: Partial<Rule>) => void;
  remove: () => void;
};

function RuleFields({ rule, articles, change, remove }: RuleProps) {
  const { t } = useTranslation("terms");
  const { languageName } = useFormat();
  const { languages } = useTextOfTerms();
  return (
    <Fieldset legend={articles[rule.article - 1]?.name ?? String(rule.article)}>
      <Stack gap="xs">
        <Select
          label={t("article")}
          searchable
          allowDeselect={false}
          value={String(rule.article)}
          data={articles.map(({ number, name }) => ({ value: String(number), label: name }))}
          onChange={(value) => value && change({ article: Number(value) })}
        />
        <ChoiceField
          label={t("field.ruleKind")}
          value={rule.kind}
          options={[
            ["declaration", t("field.ruleDeclaration")],
            ["authority", t("field.ruleAuthority")],
          ]}
          onChange={(kind) => change({ kind })}
        />
        {rule.kind === "declaration" && (
          <Checkbox
            label={t("field.mandatory")}
            checked={rule.mandatory}
            onChange={({ currentTarget: { checked } }) => change({ mandatory: checked })}
          />
        )}
        {languages.map((tag) => (
          <TextInput
            key={tag}
            label={t("field.ruleTitle", { language: languageName(tag) })}
            lang={tag}
            dir="auto"
            value={rule.title[tag] ?? ""}
            onChange={({ currentTarget: { value } }) => {
              const { [tag]: _, ...others } = rule.title;
              change({ title: value.trim() === "" ? others : { ...others, [tag]: value } });
            }}
          />
        ))}
        <Button variant="default" size="compact-sm" style={{ alignSelf: "start" }} onClick={remove}>
          {t("field.removeDeclaration")}
        </Button>
      </Stack>
    </Fieldset>
  );
}
