import { Badge, Button, Group, Paper, Text } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { actOf } from "../api/act.ts";
import type { Agreement } from "../api/agreement.ts";
import type { Terms as TermsView } from "../api/contract.d.ts";
import { useSession } from "../api/session.ts";
import { useFormat } from "../words/format.ts";
import { Quotation } from "../words/quotation.tsx";
import { Worded } from "../words/worded.tsx";
import { DismissForm } from "./dismiss-form.tsx";

export type Difference = TermsView["differences"][number];

type Props = {
  agreement: Agreement;
  difference: Difference;
  article: (number: number) => ReactNode;
};

/** Whether dismissing is blocked by nothing but that no difference is named yet. */
function canDismiss(agreement: Agreement): boolean {
  const act = actOf(agreement, "dismiss-difference");
  const ofDifference = ["difference-is-open", "officer-has-not-dismissed"];
  return act?.blockedBy.every(({ guard }) => ofDifference.includes(guard)) ?? false;
}

/** A difference: what differs, the words found, where they are, and who dismissed it with which reason. */
export function DifferenceCard({ agreement, difference, article }: Props) {
  const { t } = useTranslation("terms");
  const { time, languageName } = useFormat();
  const person = useSession()?.person;
  const [asked, setAsked] = useState(false);
  const { open, detail, found, language, article: number, dismissals } = difference;
  const recorded = dismissals.some((one) => one.person === person);
  const allowed = open && !recorded && canDismiss(agreement);
  return (
    <Paper component="li" withBorder p="sm" style={{ listStyle: "none" }}>
      <Group gap="xs" mb={4}>
        <Badge variant="light" color={open ? "orange" : "gray"} tt="none" radius="sm">
          {t(open ? "difference.open" : "difference.dismissed")}
        </Badge>
        <Text size="xs" c="dimmed">
          {languageName(language)}
        </Text>
        {number !== null && article(number)}
      </Group>
      <Text size="sm" dir="auto">
        {detail}
      </Text>
      {found.map((words) => (
        <Quotation key={words} words={words} language={language} />
      ))}
      {dismissals.map(({ person: by, names, reason, at }) => (
        <div key={by}>
          <Text size="xs" c="dimmed" mt="xs">
            {t("difference.dismissedBy")} <Worded of={names} /> · {time(at)}
          </Text>
          <Text size="sm" dir="auto" style={{ whiteSpace: "pre-line" }}>
            {reason}
          </Text>
        </div>
      ))}
      {open && dismissals.length > 0 && <Text size="sm">{t("difference.second")}</Text>}
      {allowed &&
        (asked ? (
          <DismissForm
            agreement={agreement}
            difference={difference.key}
            close={() => setAsked(false)}
          />
        ) : (
          <Button size="compact-sm" variant="default" mt="xs" onClick={() => setAsked(true)}>
            {t("difference.dismiss")}
          </Button>
        ))}
    </Paper>
  );
}
