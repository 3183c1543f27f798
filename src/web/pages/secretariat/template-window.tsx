import { Modal, Select, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../../api/client.ts";
import { ErrorAlert } from "../../shell/error-alert.tsx";
import { Loading } from "../../shell/loading.tsx";
import { useFormat } from "../../words/format.ts";
import { TemplateFiles } from "./template-files.tsx";

/** A template's published versions, and a new one made from them. An empty `name` starts a new template. */
export default function TemplateWindow({ name, close }: { name: string; close: () => void }) {
  const { t } = useTranslation("secretariat");
  const { time } = useFormat();
  const [chosen, setChosen] = useState<string | null>(null);
  const versions = useQuery({
    queryKey: ["templates", name, "versions"],
    enabled: name !== "",
    queryFn: async () =>
      (await (await api.templates[":name"].versions.$get({ param: { name } })).json()).items,
  });
  const digest = chosen ?? versions.data?.[0]?.digest ?? null;
  const version = useQuery({
    queryKey: ["templates", name, digest],
    enabled: digest !== null,
    queryFn: async () => {
      const param = { name, digest: digest ?? "" };
      return (await api.templates[":name"].versions[":digest"].$get({ param })).json();
    },
  });
  return (
    <Modal
      opened
      onClose={close}
      size="xl"
      title={name === "" ? t("templates.publishNew") : t("templates.openOne", { name })}
      closeButtonProps={{ "aria-label": t("close") }}
    >
      <Stack>
        <ErrorAlert error={versions.error ?? version.error} />
        {name !== "" && (
          <Select
            label={t("templates.version")}
            value={digest}
            onChange={setChosen}
            allowDeselect={false}
            data={(versions.data ?? []).map(({ digest, publishedAt }) => ({
              value: digest,
              label: `${time(publishedAt)} · ${digest.slice(0, 12)}`,
            }))}
          />
        )}
        {version.data && (
          <Text size="sm" c="dimmed">
            {t("templates.reviewed", { who: version.data.reviewed })}
          </Text>
        )}
        {name === "" ? (
          <TemplateFiles
            key="new"
            name=""
            files={{ "template.yaml": "", "en.md": "" }}
            done={close}
          />
        ) : version.data ? (
          <TemplateFiles key={digest} name={name} files={version.data.files} done={close} />
        ) : (
          <Loading />
        )}
      </Stack>
    </Modal>
  );
}
