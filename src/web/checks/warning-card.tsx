import { Anchor, Button, Paper, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { actOf } from "../api/act.ts";
import type { Agreement } from "../api/agreement.ts";
import type { CheckWarning } from "../api/contract.d.ts";
import { useForms } from "../text/around-text.tsx";
import { useFormat } from "../words/format.ts";
import { Quotation } from "../words/quotation.tsx";
import { Worded } from "../words/worded.tsx";
import { JudgeForm } from "./judge-form.tsx";

export type Spot = { language: string; article: number | null; paragraph?: string | undefined };

type Props = {
  agreement: Agreement;
  warning: CheckWarning;
  /** The rule in words. */
  title: string;
  go: (spot: Spot) => void;
  /** Whether the text with these words is saved. A verdict is of a saved text. */
  saved?: boolean;
};

/** What a check found: what differs, the words at each place, and who has said that it is no fault. */
export function WarningCard({ agreement, warning, title, go, saved = true }: Props) {
  const { t } = useTranslation("terms");
  const { time } = useFormat();
  const [asked, setAsked] = useState(false);
  const { key, kind, open, detail, source, found = [], also = [], verdicts } = warning;
  const mayJudge = kind === "warning" && actOf(agreement, "judge-warning")?.allowed === true;
  return (
    <Paper component="li" withBorder p="sm" style={{ listStyle: "none" }}>
      <Text size="sm" fw={600}>
        {title}
      </Text>
      <Text size="sm" my={4}>
        {detail}
      </Text>
      {[{ ...warning, found }, ...also].map((place, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two places may be alike
        <Quoted key={at} place={place} go={go} />
      ))}
      <Text size="xs" c="dimmed" mt={4}>
        {source}
      </Text>
      {verdicts.map(({ person, names, verdict, reason, at }) => (
        <div key={`${person} ${at}`}>
          <Text size="xs" c="dimmed" mt="xs">
            {t(verdict === "stands" ? "warning.byStands" : "warning.byFalse")} <Worded of={names} />{" "}
            · {time(at)}
          </Text>
          <Text size="sm" dir="auto" style={{ whiteSpace: "pre-line" }}>
            {reason}
          </Text>
        </div>
      ))}
      {mayJudge && !saved && (
        <Text size="xs" c="dimmed" mt="xs">
          {t("warning.saveFirst")}
        </Text>
      )}
      {mayJudge &&
        saved &&
        (asked ? (
          <JudgeForm
            agreement={agreement}
            warning={key}
            verdict={open ? "false-alarm" : "stands"}
            close={() => setAsked(false)}
          />
        ) : (
          <Button size="compact-sm" variant="default" mt="xs" onClick={() => setAsked(true)}>
            {t(open ? "warning.judge" : "warning.reopen")}
          </Button>
        ))}
    </Paper>
  );
}

type QuotedProps = { place: Spot & { found: string[] }; go: (spot: Spot) => void };

/** A place of a warning as a link to it, with the words that stand there. */
function Quoted({ place, go }: QuotedProps) {
  const { t } = useTranslation("terms");
  const { language: reader, languageName } = useFormat();
  const forms = useForms(reader);
  const { language, article, paragraph, found } = place;
  const named =
    article === null ? null : article === 0 ? t("warning.opening") : forms.article(article);
  const name = (
    <>
      {languageName(language)}
      {named && ` · ${named}`}
      {paragraph && (
        <>
          {" · "}
          <bdi>{paragraph}</bdi>
        </>
      )}
    </>
  );
  return (
    <>
      {article === null ? (
        <Text size="xs" c="dimmed">
          {name}
        </Text>
      ) : (
        <Anchor
          component="button"
          type="button"
          size="xs"
          // Two places without quoted words would stand in one line.
          style={{ display: "block", textAlign: "start" }}
          onClick={() => go(place)}
        >
          {name}
        </Anchor>
      )}
      {found.map((words) => (
        <Quotation key={words} words={words} language={language} />
      ))}
    </>
  );
}
