import { Anchor, Badge, Card, Group, Stack, Text, Title } from "@mantine/core";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { AgreementInList } from "../../api/agreement.ts";
import { agreementsQuery, countsQuery, type Filters } from "../../api/agreements.ts";
import { usePartyName } from "../../parties/use-parties.ts";
import { Empty } from "../../shell/empty.tsx";
import { Loading } from "../../shell/loading.tsx";
import { StageBadge } from "../../shell/stage-badge.tsx";
import { useFormat } from "../../words/format.ts";
import { useNames } from "../../words/names.ts";
import { Worded } from "../../words/worded.tsx";
import classes from "./board.module.css";

/** The columns: the four top stages. Lapsed and withdrawn agreements are only in the table. */
const columns = ["draft", "review", "sign", "publish"] as const;

/** Agreements in one column per stage. */
export function Board({ filters }: { filters: Filters }) {
  const { t } = useTranslation("agreements");
  const counts = useQuery(countsQuery(filters));
  if (counts.isPending) return <Loading />;
  const stages = Object.entries(counts.data?.stages ?? {});
  if (stages.every(([, count]) => count === 0)) {
    return <Empty title={t("none")}>{t("noneText")}</Empty>;
  }
  const countOf = (top: string) =>
    stages
      .filter(([stage]) => stage.split(".")[0] === top)
      .reduce((sum, [, count]) => sum + count, 0);
  return (
    <div className={classes.board}>
      {columns.map((stage) => (
        <Column
          key={stage}
          stage={stage}
          count={countOf(stage)}
          atLeast={counts.data?.atLeast ?? false}
          filters={filters}
        />
      ))}
    </div>
  );
}

type Props = {
  stage: (typeof columns)[number];
  count: number;
  /** Whether there may be more than `count`. */
  atLeast: boolean;
  filters: Filters;
};

function Column({ stage, count, atLeast, filters }: Props) {
  const { t } = useTranslation("agreements");
  const { number } = useFormat();
  const { data, hasNextPage } = useInfiniteQuery(
    agreementsQuery({ ...filters, stage, sort: "updated" }, 20),
  );
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section className={classes.column} aria-labelledby={`column-${stage}`}>
      <Group gap="xs" mb="xs">
        <Title order={2} size="h5" id={`column-${stage}`}>
          {t(`top.${stage}`)}
        </Title>
        <Badge variant="light" color="gray" size="lg" tt="none" px="xs" miw="2rem">
          {atLeast ? t("atLeast", { shown: number(count) }) : number(count)}
        </Badge>
      </Group>
      <Stack gap="xs">
        {items.map((item) => (
          <Tile key={item.id} item={item} />
        ))}
        {(count > items.length || hasNextPage) && (
          <Anchor
            size="sm"
            renderRoot={(props) => (
              <Link to="/agreements" search={{ ...filters, stage, view: "table" }} {...props} />
            )}
          >
            {atLeast ? t("showAll") : t("all", { count })}
          </Anchor>
        )}
      </Stack>
    </section>
  );
}

function Tile({ item }: { item: AgreementInList }) {
  const { t } = useTranslation("agreements");
  const { relative, list } = useFormat();
  const party = usePartyName();
  const { area } = useNames();
  const due = dueOf(item);
  return (
    <Card withBorder padding="sm">
      <Anchor
        size="sm"
        fw={600}
        dir="auto"
        renderRoot={(props) => <Link to="/agreements/$id" params={{ id: item.id }} {...props} />}
      >
        <Worded of={item.title} />
      </Anchor>
      <Text size="xs" c="dimmed">
        <bdi>{item.reference}</bdi>
      </Text>
      <Text size="xs" mt={4}>
        {list(item.parties.map(party))}
      </Text>
      {item.areas.length > 0 && (
        <Text size="xs" c="dimmed">
          {list(item.areas.map(area))}
        </Text>
      )}
      <Group gap={4} mt={6}>
        <StageBadge stage={item.stage} />
        {due && (
          <Badge variant="light" color="orange" tt="none">
            {t("due", { when: relative(due) })}
          </Badge>
        )}
      </Group>
    </Card>
  );
}

/** The deadline for answers or signatures, if it still matters. */
function dueOf({ stage, respondBy, closesAt }: AgreementInList): string | null {
  if (stage === "review.circulated") return respondBy;
  return stage === "sign.open" ? closesAt : null;
}
