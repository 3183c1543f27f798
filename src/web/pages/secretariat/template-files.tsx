import { Button, FileButton, Group, Stack, Tabs, Text, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../../api/client.ts";
import { useKeep } from "../../api/keep.ts";
import { ErrorAlert } from "../../shell/error-alert.tsx";
import { fileDirection } from "./file-direction.ts";
import { useSayWaiting } from "./say-waiting.ts";

type Props = { name: string; files: Record<string, string>; done: () => void };

/** The files of a template version: read them, or edit or replace them and propose the next version. */
export function TemplateFiles({ name, files, done }: Props) {
  const { t } = useTranslation("secretariat");
  const [called, setCalled] = useState(name);
  const [texts, setTexts] = useState(files);
  const sayWaiting = useSayWaiting();
  const publish = useKeep(
    async () => {
      await api.templates.$post({ json: { name: called, files: texts } });
    },
    {
      keys: ["templates", "office-proposals"],
      onSuccess: () => {
        sayWaiting();
        done();
      },
    },
  );
  const load = async (chosen: File[]) => {
    const read = await Promise.all(
      chosen.map(async (file) => [file.name, await file.text()] as const),
    );
    setTexts((all) => ({ ...all, ...Object.fromEntries(read) }));
  };
  const names = Object.keys(texts).sort();
  const changed = called !== name || names.some((file) => texts[file] !== files[file]);
  return (
    <Stack>
      {name === "" && (
        <TextInput
          label={t("templates.name")}
          description={t("templates.nameHint")}
          value={called}
          onChange={({ currentTarget }) => setCalled(currentTarget.value)}
          required
          dir="ltr"
        />
      )}
      <Tabs defaultValue="template.yaml" keepMounted={false}>
        <Tabs.List>
          {names.map((file) => (
            <Tabs.Tab key={file} value={file}>
              <bdi>{file}</bdi>
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {names.map((file) => (
          <Tabs.Panel key={file} value={file} pt="sm">
            <Textarea
              aria-label={file}
              value={texts[file]}
              onChange={({ currentTarget }) =>
                setTexts((all) => ({ ...all, [file]: currentTarget.value }))
              }
              rows={18}
              dir={fileDirection(file)}
              styles={{ input: { fontFamily: "monospace" } }}
            />
          </Tabs.Panel>
        ))}
      </Tabs>
      <ErrorAlert error={publish.error} />
      <Text size="sm" c="dimmed">
        {t("templates.forGood")}
      </Text>
      <Group justify="end">
        <FileButton onChange={load} accept=".yaml,.md" multiple>
          {(props) => (
            <Button variant="default" {...props}>
              {t("templates.fromDisk")}
            </Button>
          )}
        </FileButton>
        <Button
          onClick={() => publish.mutate(undefined)}
          loading={publish.isPending}
          disabled={!changed || called === ""}
        >
          {t("templates.publish")}
        </Button>
      </Group>
    </Stack>
  );
}
