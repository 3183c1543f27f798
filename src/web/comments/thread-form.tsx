import { ActionIcon, Button, Card, Group, Radio, Stack, Text, Textarea } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { directionOf } from "#src/text/languages.ts";
import type { Agreement } from "../api/agreement.ts";
import { useSession } from "../api/session.ts";
import { ErrorAlert } from "../shell/error-alert.tsx";
import { useKeptText } from "../shell/kept-text.ts";
import { useFormat } from "../words/format.ts";
import { useWriteComment } from "./threads.ts";

type Props = {
  agreement: Agreement;
  language: string;
  article: number;
  /** The words of the article that were selected. */
  selected?: string;
  /** The audience selected at first. */
  readers?: Readers;
  /** Called when it is sent or given up; without it the form stays and cannot be given up. */
  close?: () => void;
};

type Readers = "shared" | "own-party";

/** Starts a thread on an article, or on words selected there, for everyone or for the writer's own party. */
export function ThreadForm({ agreement, language, article, selected, readers, close }: Props) {
  const { t } = useTranslation(["comments", "shell"]);
  const { party: nameOf } = useFormat();
  const own = useSession()?.party ?? null;
  const [body, setBody, clear] = useKeptText(`thread:${agreement.id}:${language}:${article}`);
  const [quote, setQuote] = useState(selected ?? "");
  const [audience, setAudience] = useState<Readers>(readers ?? "shared");
  const begin = useWriteComment(agreement.id);
  const send = () =>
    begin.mutate(
      { language, article, audience, body, ...(quote && { quote }) },
      {
        onSuccess: () => {
          clear();
          close?.();
        },
      },
    );
  return (
    <Card
      withBorder
      padding="sm"
      component="form"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Stack gap="xs">
        {quote && (
          <Group gap="xs" wrap="nowrap" align="start">
            <Text
              size="sm"
              fs="italic"
              lang={language}
              dir={directionOf(language)}
              lineClamp={3}
              flex={1}
            >
              “{quote}”
            </Text>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t("dropQuote")}
              onClick={() => setQuote("")}
            >
              <IconX size={16} aria-hidden />
            </ActionIcon>
          </Group>
        )}
        <Textarea
          label={t("yourComment")}
          autosize
          minRows={2}
          maxRows={10}
          required
          dir="auto"
          maxLength={4000}
          value={body}
          onChange={({ currentTarget }) => setBody(currentTarget.value)}
        />
        {own && (
          <Radio.Group
            label={t("audience")}
            value={audience}
            onChange={(value) => setAudience(value as Readers)}
          >
            <Stack gap={4} mt={4}>
              <Radio size="sm" value="shared" label={t("shared")} />
              <Radio size="sm" value="own-party" label={t("ownParty", { party: nameOf(own) })} />
            </Stack>
          </Radio.Group>
        )}
        <ErrorAlert error={begin.error} />
        <Group gap="xs">
          <Button size="xs" type="submit" loading={begin.isPending}>
            {t("send")}
          </Button>
          {close && (
            <Button size="xs" variant="default" onClick={close}>
              {t("shell:cancel")}
            </Button>
          )}
        </Group>
      </Stack>
    </Card>
  );
}
