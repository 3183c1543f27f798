import { Alert, Button, FileInput, Group, Radio, Stack, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Agreement } from "../../api/agreement.ts";
import { ErrorAlert } from "../../shell/error-alert.tsx";
import { saveFile } from "../../shell/save-file.ts";
import { useFormat } from "../../words/format.ts";
import { bytesOf, complete, derOf, giveUp, type SignaturePreparation } from "./preparation.ts";

type Props = { agreement: Agreement; prepared: SignaturePreparation; leave: () => void };
type Kind = "cms" | "signature";

/** For each original, the bytes that the party's key must sign, and a field for the resulting signature. */
export function AnswerByKey({ agreement, prepared, leave }: Props) {
  const { t } = useTranslation("signing");
  const { time } = useFormat();
  const [kind, setKind] = useState<Kind>("signature");
  const [files, setFiles] = useState<Record<string, File | null>>({});
  const key = useRef(crypto.randomUUID());
  const queries = useQueryClient();
  const send = useMutation({
    mutationFn: async () => {
      const answers = prepared.originals.map(async ({ original }) => {
        const file = files[original];
        return { original, [kind]: file ? await derOf(file) : "" };
      });
      return complete(prepared, await Promise.all(answers), key.current);
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: ["agreement", agreement.id] }),
  });
  const end = useMutation({ mutationFn: () => giveUp(prepared), onSuccess: leave });
  const all = prepared.originals.every(({ original }) => files[original]);
  return (
    <Stack gap="sm" mt="sm" maw={480}>
      <Text size="sm">{t("certificate.until", { time: time(prepared.until) })}</Text>
      <Text size="sm">
        {t("certificate.holder")} <bdi>{prepared.holder.name}</bdi>
      </Text>
      {!prepared.holder.isSignatory && (
        <Alert color="blue" title={t("certificate.otherName")}>
          {t("certificate.otherNameWhy")}
        </Alert>
      )}
      <Radio.Group
        label={t("certificate.kind")}
        value={kind}
        onChange={(value) => setKind(value as Kind)}
      >
        <Stack gap="xs" mt="xs">
          <Radio value="signature" label={t("certificate.signature")} />
          <Radio value="cms" label={t("certificate.cms")} />
        </Stack>
      </Radio.Group>
      {prepared.originals.map(({ original, attributes, digest }) => (
        <Stack key={original} gap={4}>
          <Button
            variant="default"
            size="sm"
            onClick={() =>
              saveFile(bytesOf(attributes), {
                name: `${original}-attributes.der`,
                type: "application/octet-stream",
              })
            }
          >
            {t("certificate.attributes", { original })}
          </Button>
          <Text size="xs" c="dimmed" style={{ overflowWrap: "anywhere" }}>
            <bdi dir="ltr">{digest}</bdi>
          </Text>
          <FileInput
            label={t("certificate.answer", { original })}
            value={files[original] ?? null}
            onChange={(file) => setFiles({ ...files, [original]: file })}
          />
        </Stack>
      ))}
      <ErrorAlert error={send.error ?? end.error} />
      <Group gap="sm">
        <Button disabled={!all} loading={send.isPending} onClick={() => send.mutate()}>
          {t("certificate.sign")}
        </Button>
        <Button variant="default" loading={end.isPending} onClick={() => end.mutate()}>
          {t("certificate.giveUp")}
        </Button>
      </Group>
    </Stack>
  );
}
