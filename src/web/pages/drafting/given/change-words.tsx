import { Button, Fieldset, Group, Modal, Radio, Stack, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Fragment, useState } from "react";
import { useTranslation } from "react-i18next";
import { formsOf, type Headings, headings as kinds } from "#src/text/forms.ts";
import type { GivenLanguage } from "#src/text/language/given.ts";
import type { Agreement } from "../../../api/agreement.ts";
import { call } from "../../../api/client.ts";
import { Problem } from "../../../api/problem.ts";
import { ErrorAlert } from "../../../shell/error-alert.tsx";
import { useFormat } from "../../../words/format.ts";
import { PrintedFields } from "./printed-fields.tsx";
import { useFaultWords } from "./use-fault-words.ts";
import { type Printed, printed } from "./words.ts";

type Props = { agreement: Agreement; close: () => void };

/** The dialog for what is printed around the text: what articles are called, and the words that the office gave. */
export default function ChangeWords({ agreement, close }: Props) {
  const { t } = useTranslation(["new-agreement", "drafting", "shell"]);
  const { languageName } = useFormat();
  const faultWords = useFaultWords();
  const queries = useQueryClient();
  const [words, setWords] = useState<Record<string, GivenLanguage>>(agreement.words);
  const [headings, setHeadings] = useState<Headings>(agreement.headings);
  const given = Object.keys(words).length > 0;
  const change = useMutation({
    mutationFn: () =>
      call(`/agreements/${agreement.id}`, {
        method: "PATCH",
        headers: { "Content-Type": "application/json", "If-Match": `"${agreement.version}"` },
        body: JSON.stringify({ headings, ...(given && { words }) }),
      }),
    onSuccess: close,
    onSettled: () => queries.invalidateQueries({ queryKey: ["agreement", agreement.id] }),
  });
  const { error } = change;
  const faults = error instanceof Problem ? (error.body.errors ?? []) : [];
  const errorOf = (tag: string, field: string) => {
    if (!words[tag]?.[field as Printed]?.trim()) return t("missing");
    const found = faults.find(({ pointer }) => pointer === `/words/${tag}/${field}`);
    return found && faultWords(found.detail);
  };
  const isWhole = Object.values(words).every((own) => printed.every((field) => own[field].trim()));
  return (
    <Modal
      opened
      onClose={close}
      size="lg"
      title={t("drafting:wordsAround")}
      closeButtonProps={{ "aria-label": t("shell:close") }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (isWhole) change.mutate();
        }}
      >
        <Stack>
          <Radio.Group
            label={t("drafting:headings")}
            description={t("drafting:headingsHint")}
            value={headings}
            onChange={(chosen) => setHeadings(chosen as Headings)}
          >
            <Stack gap="xs" mt="xs">
              {kinds.map((kind) => (
                <Radio key={kind} value={kind} label={shown(kind, agreement)} />
              ))}
            </Stack>
          </Radio.Group>
          {given && <Text size="sm">{t("words.inText")}</Text>}
          {Object.entries(words).map(([tag, own]) => (
            <Fieldset key={tag} legend={languageName(tag)}>
              <PrintedFields
                language={tag}
                words={own}
                write={(field, said) => setWords({ ...words, [tag]: { ...own, [field]: said } })}
                errorOf={(field) => errorOf(tag, field)}
              />
            </Fieldset>
          ))}
          <ErrorAlert error={error} />
          <Group justify="end">
            <Button variant="default" onClick={close}>
              {t("shell:cancel")}
            </Button>
            <Button type="submit" loading={change.isPending}>
              {t("shell:save")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

/** The headings in each language, as they will be printed. */
function shown(headings: Headings, { languages, words }: Agreement) {
  return languages.map((tag, at) => (
    <Fragment key={tag}>
      {at > 0 && " · "}
      <bdi lang={tag}>{formsOf(tag, { given: words, headings }).article(2)}</bdi>
    </Fragment>
  ));
}
