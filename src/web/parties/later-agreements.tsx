import { List, Text, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { RegisterEntry } from "../api/contract.d.ts";
import { useFormat } from "../words/format.ts";

type Props = { of: RegisterEntry["laterBetween"]; nameOf: (code: string) => string };

/** The later agreements that apply between some of the parties only. Nothing if there are none. */
export function LaterAgreements({ of, nameOf }: Props) {
  const { t } = useTranslation("reservations");
  const { day, list } = useFormat();
  if (of.length === 0) return null;
  return (
    <section aria-labelledby="later">
      <Title order={2} size="h4" id="later" mb="xs">
        {t("later.title")}
      </Title>
      <List spacing="md">
        {of.map(({ parties, on, basis, title, source, notifiedOn }) => (
          <List.Item key={`${title}:${parties.join()}`}>
            <Text fw={600}>
              <bdi>{title}</bdi>
            </Text>
            <Text>{list(parties.map(nameOf))}</Text>
            <Text size="sm">{t(`later.${basis}`, { day: day(on) })}</Text>
            {notifiedOn && <Text size="sm">{t("later.notified", { day: day(notifiedOn) })}</Text>}
            <Text size="sm" c="dimmed" dir="auto">
              {t("later.source", { source })}
            </Text>
          </List.Item>
        ))}
      </List>
    </section>
  );
}
