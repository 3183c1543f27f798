import { Anchor, Card, Group, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { InRegister } from "../../api/contract.d.ts";
import { Excerpt } from "../../text/excerpt.tsx";
import { useFormat } from "../../words/format.ts";
import { useNames } from "../../words/names.ts";
import { Worded } from "../../words/worded.tsx";

/** A published agreement in the list. */
export function EntryCard({ entry }: { entry: InRegister }) {
  const { t } = useTranslation("register");
  const { party, day, line, languageName } = useFormat();
  const { area } = useNames();
  return (
    <Card component="li" withBorder padding="md">
      <Group gap="xs" justify="space-between" wrap="wrap-reverse">
        <Text size="xs" c="dimmed" ff="monospace">
          <bdi>{entry.reference}</bdi>
        </Text>
        <Text size="xs" c="dimmed">
          {entry.signedOn
            ? t("signedOn", { day: day(entry.signedOn) })
            : t("publishedOn", { day: day(entry.publishedOn) })}
        </Text>
      </Group>
      <Anchor
        fw={600}
        size="lg"
        ff="var(--serif)"
        renderRoot={(props) => <Link to="/register/$id" params={{ id: entry.id }} {...props} />}
      >
        <Worded of={entry.title} />
      </Anchor>
      <Text>{line(...entry.parties.map(({ code, names }) => party(code, names)))}</Text>
      <Text size="sm" c="dimmed">
        {[...entry.languages.map(languageName), ...entry.areas.map(area)].join(" · ")}
      </Text>
      {entry.found && (
        <div>
          <Text size="xs" c="dimmed" mt="xs">
            {t("foundIn", { language: languageName(entry.found.language) })}
          </Text>
          <Excerpt {...entry.found} />
        </div>
      )}
    </Card>
  );
}
