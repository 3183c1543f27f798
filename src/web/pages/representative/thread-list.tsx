import { Stack } from "@mantine/core";
import type { Agreement } from "../../api/agreement.ts";
import { ThreadCard } from "../../comments/thread-card.tsx";
import { ThreadForm } from "../../comments/thread-form.tsx";
import type { Thread } from "../../comments/threads.ts";
import { useCanComment } from "../../comments/use-can-comment.ts";

type Props = { agreement: Agreement; language: string; article: number; threads: Thread[] };

/** The threads on an article, and the form for a new one. */
export default function ThreadList({ agreement, language, article, threads }: Props) {
  const canComment = useCanComment(agreement);
  return (
    <Stack gap="sm" my="xs" maw="42rem">
      {threads.map((thread) => (
        <ThreadCard key={thread.id} agreement={agreement} thread={thread} />
      ))}
      {canComment && (
        <ThreadForm
          agreement={agreement}
          language={language}
          article={article}
          readers="own-party"
        />
      )}
    </Stack>
  );
}
