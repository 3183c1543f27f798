import { Anchor, Card, Text, Title } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Agreement } from "../../api/agreement.ts";
import { useFormat } from "../../words/format.ts";
import { useNames } from "../../words/names.ts";
import { directionOf } from "../../words/words.ts";

/** An agreement's titles, areas and goals. */
export function Description({ agreement }: { agreement: Agreement }) {
  const { t } = useTranslation("agreement");
  const { languageName, number, list, line } = useFormat();
  const names = useNames();
  const { languages, title, prevailing, areas, goals, amends } = agreement;
  const rows = [
    [t("areas"), line(...areas.map(names.area))],
    [t("goals"), list(goals.map(number))],
  ].filter(([, value]) => value !== "");
  return (
    <Card withBorder padding="lg" component="section" aria-labelledby="description">
      <Title order={2} size="h4" id="description" mb="xs">
        {t("description")}
      </Title>
      {languages.map((tag) => (
        <div key={tag}>
          <Text size="xs" c="dimmed">
            {tag === prevailing
              ? t("prevails", { language: languageName(tag) })
              : languageName(tag)}
          </Text>
          <Text size="sm" mb="xs">
            <bdi lang={tag} dir={directionOf(tag)}>
              {title[tag]}
            </bdi>
          </Text>
        </div>
      ))}
      {rows.map(([name, value]) => (
        <div key={name}>
          <Text size="xs" c="dimmed">
            {name}
          </Text>
          <Text size="sm" mb="xs">
            {value}
          </Text>
        </div>
      ))}
      {amends && (
        <Anchor
          size="sm"
          renderRoot={(props) => <Link to="/agreements/$id" params={{ id: amends }} {...props} />}
        >
          {t("amends")}
        </Anchor>
      )}
    </Card>
  );
}
