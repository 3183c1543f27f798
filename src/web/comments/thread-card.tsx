import { Badge, Button, Card, Group, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { directionOf } from "#src/text/languages.ts";
import type { Agreement } from "../api/agreement.ts";
import { usePartyName } from "../parties/use-parties.ts";
import { ErrorAlert } from "../shell/error-alert.tsx";
import { useFormat } from "../words/format.ts";
import { Worded } from "../words/worded.tsx";
import { ReplyForm } from "./reply-form.tsx";
import { type Thread, useWriteComment } from "./threads.ts";
import { useCanComment } from "./use-can-comment.ts";

type Props = { agreement: Agreement; thread: Thread };

/** A thread: the words it is about, who said what, and whether it is resolved. */
export function ThreadCard({ agreement, thread }: Props) {
  const { t } = useTranslation("comments");
  const { time, languageName } = useFormat();
  const party = usePartyName();
  const canComment = useCanComment(agreement);
  const [replying, setReplying] = useState(false);
  const resolve = useWriteComment(agreement.id, `/${thread.id}/resolutions`);
  const { quote, quoted, audience, comments, resolved, language } = thread;
  return (
    <Card withBorder padding="sm" component="article" aria-label={t("thread")}>
      <Stack gap="xs">
        <Group gap={6}>
          <Badge size="sm" variant="default" tt="none">
            {languageName(language)}
          </Badge>
          {audience === "own-party" && (
            <Badge size="sm" variant="light" color="orange" tt="none">
              {t("ownOnly")}
            </Badge>
          )}
          {resolved && (
            <Badge size="sm" variant="light" color="teal" tt="none">
              {t("isResolved")}
            </Badge>
          )}
        </Group>
        {quote && (
          <Text size="sm" fs="italic" lang={language} dir={directionOf(language)} lineClamp={3}>
            “{quote}”{!quoted && ` — ${t("wordsGone")}`}
          </Text>
        )}
        {comments.map((comment) => (
          <div key={comment.id}>
            <Text size="xs" c="dimmed">
              <Text span fw={600} c="var(--mantine-color-text)">
                <Worded of={comment.person} />
              </Text>
              , <bdi>{comment.party ? party(comment.party) : t("office")}</bdi> · {time(comment.at)}
            </Text>
            <Text size="sm" dir="auto" style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
              {comment.body}
            </Text>
          </div>
        ))}
        <ErrorAlert error={resolve.error} />
        {canComment && !replying && (
          <Group gap="xs">
            <Button size="compact-sm" variant="default" onClick={() => setReplying(true)}>
              {t("reply")}
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
        {replying && (
          <ReplyForm agreement={agreement.id} thread={thread.id} close={() => setReplying(false)} />
        )}
      </Stack>
    </Card>
  );
}
