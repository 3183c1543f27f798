import { Stack, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Agreement } from "../../api/agreement.ts";
import type { Thread } from "../../api/contract.d.ts";
import { ThreadCard } from "../../comments/thread-card.tsx";

type Props = { agreement: Agreement; threads: Thread[] };

/** Threads whose article is no longer in the text. */
export function GoneThreads({ agreement, threads }: Props) {
  const { t } = useTranslation("review");
  if (threads.length === 0) return null;
  return (
    <section aria-labelledby="gone">
      <Title order={2} size="h5" id="gone" mb="sm">
        {t("articleGone")}
      </Title>
      <Stack gap="sm" maw={560}>
        {threads.map((thread) => (
          <ThreadCard key={thread.id} agreement={agreement} thread={thread} />
        ))}
      </Stack>
    </section>
  );
}
