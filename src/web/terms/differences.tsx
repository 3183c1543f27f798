import { Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Agreement } from "../api/agreement.ts";
import { termsQuery } from "../api/terms.ts";
import { ErrorAlert } from "../shell/error-alert.tsx";
import { useFormat } from "../words/format.ts";
import { DifferenceCard } from "./difference-card.tsx";

type Props = { agreement: Agreement; article: (number: number) => ReactNode };

/** Where the words of the newest version say something else than its terms, what is open first. */
export function Differences({ agreement, article }: Props) {
  const { t } = useTranslation("terms");
  const { number } = useFormat();
  const { id } = agreement;
  const { data, error } = useQuery(termsQuery(id));
  const all = [...(data?.differences ?? [])].sort((a, b) => Number(b.open) - Number(a.open));
  if (!data) return error && <ErrorAlert error={error} />;
  const version = number(data.textVersion);
  if (all.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {t("difference.none", { version })}
      </Text>
    );
  }
  return (
    <section aria-labelledby="differences">
      <Title order={3} size="h5" id="differences">
        {t("difference.title")}
      </Title>
      <Text size="sm" c="dimmed" mb="xs">
        {t("difference.about", { version })}
      </Text>
      <Stack gap="xs" component="ul" p={0} m={0} mb="md">
        {all.map((one) => (
          <DifferenceCard key={one.key} agreement={agreement} difference={one} article={article} />
        ))}
      </Stack>
    </section>
  );
}
