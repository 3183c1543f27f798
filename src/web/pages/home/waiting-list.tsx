import { Badge, Button, Card, Group, Stack, Text, Title, UnstyledButton } from "@mantine/core";
import { IconChevronRight } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Waiting as WaitingAct } from "../../api/contract.d.ts";
import { waitingQuery } from "../../api/waiting.ts";
import { Empty } from "../../shell/empty.tsx";
import { ErrorAlert } from "../../shell/error-alert.tsx";
import { Loading } from "../../shell/loading.tsx";
import { StageBadge } from "../../shell/stage-badge.tsx";
import { useFormat } from "../../words/format.ts";
import { Worded } from "../../words/worded.tsx";
import { pageOfAct } from "./page-of-act.ts";
import classes from "./waiting-list.module.css";

const first = 8;

/** The acts waiting for this person, the first deadline on top, each linked to its page. */
export function WaitingList() {
  const { t } = useTranslation("home");
  const { number } = useFormat();
  const { data, error, isPending } = useQuery(waitingQuery);
  const [all, setAll] = useState(false);
  const items = data?.items ?? [];
  return (
    <section aria-labelledby="waiting">
      <Group gap="xs" mb="sm">
        <Title order={2} size="h3" id="waiting">
          {t("waiting.title")}
        </Title>
        {items.length > 0 && (
          <Badge
            tt="none"
            px="xs"
            miw="2rem"
            size="lg"
            variant="light"
            role="img"
            aria-label={t("waiting.count", { count: items.length })}
          >
            {number(items.length)}
          </Badge>
        )}
      </Group>
      <ErrorAlert error={error} />
      {isPending && <Loading />}
      {data?.upToDate === false && (
        <Text size="sm" c="dimmed" mb="xs">
          {t("waiting.behind")}
        </Text>
      )}
      {data?.upToDate && items.length === 0 && (
        <Empty title={t("waiting.none")}>{t("waiting.noneText")}</Empty>
      )}
      <Stack gap="xs" component="ul" className={classes.list}>
        {items.slice(0, all ? items.length : first).map((item) => (
          <li key={`${item.agreement}:${item.act}`}>
            <Item {...item} />
          </li>
        ))}
      </Stack>
      {!all && items.length > first && (
        <Button variant="subtle" mt="xs" onClick={() => setAll(true)}>
          {t("waiting.all", { count: items.length })}
        </Button>
      )}
    </section>
  );
}

function Item({ agreement, reference, title, stage, act, due }: WaitingAct) {
  const { t } = useTranslation("home");
  const { relative, time } = useFormat();
  return (
    <UnstyledButton
      renderRoot={(props) => <Link to={pageOfAct(act)} params={{ id: agreement }} {...props} />}
    >
      <Card withBorder padding="sm" className={classes.item}>
        <Group justify="space-between" wrap="nowrap">
          <div>
            <Text fw={600}>{t(`act.${act}` as "act.approve")}</Text>
            <Text size="sm" dir="auto">
              <Worded of={title} alone />
            </Text>
            <Group gap="xs" mt={4}>
              <Text size="xs" c="dimmed" dir="ltr">
                {reference}
              </Text>
              <StageBadge stage={stage} />
              {due && (
                <Badge
                  color={Date.parse(due) < Date.now() ? "red" : "orange"}
                  variant="light"
                  tt="none"
                  title={time(due)}
                >
                  {t("waiting.due", { when: relative(due) })}
                </Badge>
              )}
            </Group>
          </div>
          <IconChevronRight className={classes.arrow} aria-hidden />
        </Group>
      </Card>
    </UnstyledButton>
  );
}
