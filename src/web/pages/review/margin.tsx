import { Button, Stack } from "@mantine/core";
import { IconMessagePlus } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Agreement } from "../../api/agreement.ts";
import type { Thread } from "../../api/contract.d.ts";
import { ThreadCard } from "../../comments/thread-card.tsx";
import { ThreadForm } from "../../comments/thread-form.tsx";
import { useCanComment } from "../../comments/use-can-comment.ts";
import { chosenIn, placeOf } from "./place.ts";

type Props = {
  agreement: Agreement;
  language: string;
  part: { place: number; heading: string; annex: boolean };
  threads: Thread[];
};

/** The threads on an article and the form for a new one: beside the article, or below it on a phone. */
export function Margin({ agreement, language, part, threads }: Props) {
  const { t } = useTranslation(["comments", "review"]);
  const canComment = useCanComment(agreement);
  const [quote, setQuote] = useState<string | null>(null);
  const open = threads.filter(({ resolved }) => !resolved);
  const resolved = threads.filter((one) => one.resolved);
  const [shown, setShown] = useState(false);
  const begin = () => {
    const place = document.getElementById(placeOf(part.place));
    setQuote(chosenIn(place?.querySelector(`[data-language="${language}"]`) ?? null));
  };
  return (
    <Stack gap="sm">
      {[...open, ...(shown ? resolved : [])].map((thread) => (
        <ThreadCard key={thread.id} agreement={agreement} thread={thread} />
      ))}
      {resolved.length > 0 && (
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          aria-expanded={shown}
          onClick={() => setShown(!shown)}
        >
          {t("resolved", { count: resolved.length })}
        </Button>
      )}
      {canComment && !part.annex && quote === null && (
        <Button
          size="compact-sm"
          variant="subtle"
          style={{ alignSelf: "start" }}
          leftSection={<IconMessagePlus size={16} aria-hidden />}
          aria-label={t("commentOn", { heading: part.heading || t("review:untitled") })}
          onClick={begin}
        >
          {t("comment")}
        </Button>
      )}
      {quote !== null && (
        <ThreadForm
          agreement={agreement}
          language={language}
          article={part.place}
          selected={quote}
          close={() => setQuote(null)}
        />
      )}
    </Stack>
  );
}
