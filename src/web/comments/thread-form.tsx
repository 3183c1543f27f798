import { ActionIcon, Button, Card, Group, Radio, Stack, Text, Textarea } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Agreement } from "../api/agreement.ts";
import { useSession } from "../api/session.ts";
import { useKeptText } from "../shell/kept-text.ts";
import { Sorry } from "../shell/sorry.tsx";
import { useFormat } from "../words/format.ts";
import { useComments } from "./use-comments.ts";

type Given = {
  agreement: Agreement;
  language: string;
  article: number;
  quote: string;
  close: () => void;
};

/** Begins a thread at an article, about words that were chosen there, for all or for one's own party. */
export function ThreadForm({ agreement, language, article, quote: chosen, close }: Given) {
  const { t } = useTranslation(["review", "shell"]);
  const { party: nameOf } = useFormat();
  const own = useSession()?.party ?? null;
  const [body, setBody, clear] = useKeptText(`thread:${agreement.id}:${language}:${article}`);
  const [quote, setQuote] = useState(chosen);
  const [audience, setAudience] = useState("shared");
  const begin = useComments(agreement.id);
  const send = () =>
    begin.mutate(
      { language, article, audience, body, ...(quote && { quote }) },
      {
        onSuccess: () => {
          clear();
          close();
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
            <Text size="sm" fs="italic" dir="auto" lineClamp={3} flex={1}>
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
          data-autofocus
          value={body}
          onChange={({ currentTarget }) => setBody(currentTarget.value)}
        />
        {own && (
          <Radio.Group label={t("audience")} value={audience} onChange={setAudience}>
            <Stack gap={4} mt={4}>
              <Radio size="sm" value="shared" label={t("shared")} />
              <Radio size="sm" value="own-party" label={t("ownParty", { party: nameOf(own) })} />
            </Stack>
          </Radio.Group>
        )}
        <Sorry error={begin.error} />
        <Group gap="xs">
          <Button size="xs" type="submit" loading={begin.isPending}>
            {t("send")}
          </Button>
          <Button size="xs" variant="default" onClick={close}>
            {t("shell:cancel")}
          </Button>
        </Group>
      </Stack>
    </Card>
  );
}
