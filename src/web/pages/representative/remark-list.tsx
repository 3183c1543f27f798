import { Badge, Button, Card, Group, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Agreement } from "../../api/agreement.ts";
import { usePartyName } from "../../api/parties.ts";
import { Sorry } from "../../shell/sorry.tsx";
import { useFormat } from "../../words/format.ts";
import { Worded } from "../../words/worded.tsx";
import { NewRemark, Reply } from "./remark-forms.tsx";
import { type Thread, useRemark } from "./threads.ts";

type Given = { agreement: Agreement; language: string; article: number; threads: Thread[] };

/** The threads at an article, and the place for a new one. */
export default function RemarkList({ agreement, language, article, threads }: Given) {
  return (
    <Stack gap="sm" my="xs" maw="42rem">
      {threads.map((thread) => (
        <OneThread key={thread.id} id={agreement.id} thread={thread} />
      ))}
      <NewRemark id={agreement.id} language={language} article={article} />
    </Stack>
  );
}

function OneThread({ id, thread }: { id: string; thread: Thread }) {
  const { t } = useTranslation("representative");
  const { relative, languageName } = useFormat();
  const party = usePartyName();
  const [answering, setAnswering] = useState(false);
  const resolve = useRemark(id, `/${thread.id}/resolutions`);
  const { resolved } = thread;
  return (
    <Card withBorder padding="sm" component="article">
      <Stack gap="xs">
        <Group gap="xs">
          <Badge variant="light" tt="none" color={thread.audience === "shared" ? "blue" : "gray"}>
            {t(`audience.${thread.audience}`)}
          </Badge>
          {resolved && (
            <Badge variant="light" tt="none" color="teal">
              {t("resolved")}
            </Badge>
          )}
          <Text size="xs" c="dimmed">
            {t("aboutText", { language: languageName(thread.language) })}
          </Text>
        </Group>
        {thread.quote && (
          <Text size="sm" c="dimmed" lang={thread.language} dir="auto" component="blockquote" m={0}>
            {thread.quote}
          </Text>
        )}
        {thread.comments.map((comment) => (
          <div key={comment.id}>
            <Text size="sm" fw={600}>
              <Worded of={comment.person} />
              <Text span size="sm" c="dimmed" fw={400}>
                {" · "}
                {comment.party ? party(comment.party) : t("office")}
                {" · "}
                {relative(comment.at)}
              </Text>
            </Text>
            <Text dir="auto" style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
              {comment.body}
            </Text>
          </div>
        ))}
        <Sorry error={resolve.error} />
        {answering ? (
          <Reply id={id} thread={thread.id} leave={() => setAnswering(false)} />
        ) : (
          <Group gap="xs">
            <Button size="compact-sm" variant="light" onClick={() => setAnswering(true)}>
              {t("answer")}
            </Button>
            <Button
              size="compact-sm"
              variant="subtle"
              loading={resolve.isPending}
              onClick={() => resolve.mutate({ resolved: !resolved })}
            >
              {resolved ? t("reopen") : t("resolve")}
            </Button>
          </Group>
        )}
      </Stack>
    </Card>
  );
}
