import { Button, Fieldset, Group, Modal, Stack, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
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

/** The dialog for the words that the office gave, as far as they are printed around the text. */
export default function ChangeWords({ agreement, close }: Props) {
  const { t } = useTranslation(["new-agreement", "drafting", "shell"]);
  const { languageName } = useFormat();
  const faultWords = useFaultWords();
  const queries = useQueryClient();
  const [words, setWords] = useState<Record<string, GivenLanguage>>(agreement.words);
  const change = useMutation({
    mutationFn: () =>
      call(`/agreements/${agreement.id}`, {
        method: "PATCH",
        headers: { "Content-Type": "application/json", "If-Match": `"${agreement.version}"` },
        body: JSON.stringify({ words }),
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
          <Text size="sm">{t("words.inText")}</Text>
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
