import { Anchor, Text, Title } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { RegisterEntry } from "../../api/contract.d.ts";
import { useFormat } from "../../words/format.ts";
import { useGoals } from "../../words/goals.ts";
import { useNames } from "../../words/names.ts";
import { Worded } from "../../words/worded.tsx";
import classes from "./register.module.css";

/** The entry's languages, entry into force, areas, goals and amendments. */
export function EntryFacts({ entry }: { entry: RegisterEntry }) {
  const { t } = useTranslation("register");
  const { day, languageName, list } = useFormat();
  const { area } = useNames();
  const { numbered } = useGoals();
  const linked = (ones: RegisterEntry["amendedBy"]) =>
    ones.map(({ id, reference, title }) => (
      <Text key={id} component="div">
        <Anchor renderRoot={(props) => <Link to="/register/$id" params={{ id }} {...props} />}>
          <bdi>{reference}</bdi> · <Worded of={title} />
        </Anchor>
      </Text>
    ));
  return (
    <section aria-labelledby="facts">
      <Title order={2} size="h4" id="facts" mb="xs">
        {t("entry.facts")}
      </Title>
      <dl className={classes.facts}>
        <dt>{t("entry.languages")}</dt>
        <dd>
          {list(entry.languages.map(languageName))}
          {entry.prevailing && (
            <Text size="sm" c="dimmed">
              {t("entry.prevailing", { language: languageName(entry.prevailing) })}
            </Text>
          )}
        </dd>
        <dt>{t("entry.entry")}</dt>
        <dd>
          {entry.inForceOn ? day(entry.inForceOn) : t("entry.notYet")}
          {entry.determined && (
            <Text size="sm" c="dimmed">
              <bdi>{t("entry.determined", { reason: entry.determined.reason })}</bdi>{" "}
              {entry.determined.derivedOn
                ? t("entry.recordGives", { day: day(entry.determined.derivedOn) })
                : t("entry.recordGivesNone")}
            </Text>
          )}
        </dd>
        <dt>{t("entry.published")}</dt>
        <dd>{day(entry.publishedOn)}</dd>
        {entry.areas.length > 0 && (
          <>
            <dt>{t("entry.areas")}</dt>
            <dd>{list(entry.areas.map(area))}</dd>
          </>
        )}
        {entry.goals.length > 0 && (
          <>
            <dt>{t("entry.goals")}</dt>
            <dd>
              {entry.goals.map((goal) => (
                <div key={goal}>{numbered(goal)}</div>
              ))}
            </dd>
          </>
        )}
        {entry.amends && (
          <>
            <dt>{t("entry.amends")}</dt>
            <dd>{linked([entry.amends])}</dd>
          </>
        )}
        {entry.amendedBy.length > 0 && (
          <>
            <dt>{t("entry.amendedBy")}</dt>
            <dd>{linked(entry.amendedBy)}</dd>
          </>
        )}
      </dl>
    </section>
  );
}
