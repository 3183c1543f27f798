import { Badge, Button, SegmentedControl, Table, Text } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { api } from "../../api/client.ts";
import type { Job } from "../../api/contract.d.ts";
import { useKeep } from "../../api/keep.ts";
import { Empty } from "../../shell/empty.tsx";
import { ErrorAlert } from "../../shell/error-alert.tsx";
import { Loading } from "../../shell/loading.tsx";
import { Page } from "../../shell/page.tsx";
import { useFormat } from "../../words/format.ts";

const states = ["all", "waiting", "running", "finished", "failed"] as const;
const colors = { waiting: "gray", running: "blue", finished: "teal", failed: "red" } as const;

/** Background jobs: letters, typesetting, sealing. Failed ones can be run again. */
export function JobsPage() {
  const { t } = useTranslation("secretariat");
  const navigate = useNavigate();
  const state = useSearch({ strict: false }).state ?? "all";
  const list = useInfiniteQuery({
    queryKey: ["jobs", state],
    initialPageParam: "",
    refetchInterval: 5000,
    queryFn: async ({ pageParam }) => {
      const query = { ...(state !== "all" && { state }), ...(pageParam && { cursor: pageParam }) };
      return (await api.jobs.$get({ query })).json();
    },
    getNextPageParam: ({ next }) => next,
  });
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page title={t("jobs.title")}>
      <SegmentedControl
        aria-label={t("jobs.shown")}
        value={state}
        onChange={(chosen) => navigate({ to: ".", search: { state: chosen } })}
        data={states.map((value) => ({ value, label: t(`jobs.states.${value}`) }))}
        style={{ alignSelf: "start", maxWidth: "100%", overflowX: "auto" }}
      />
      <ErrorAlert error={list.error} />
      {list.isPending && <Loading />}
      {list.data && items.length === 0 && (
        <Empty title={t("jobs.none")}>{t("jobs.noneText")}</Empty>
      )}
      {items.length > 0 && (
        <Table.ScrollContainer minWidth={640} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t("jobs.what")}</Table.Th>
                <Table.Th>{t("jobs.state")}</Table.Th>
                <Table.Th>{t("jobs.ordered")}</Table.Th>
                <Table.Th>{t("jobs.agreement")}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {items.map((job) => (
                <Row key={job.id} job={job} />
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      {list.hasNextPage && (
        <Button
          variant="default"
          onClick={() => list.fetchNextPage()}
          loading={list.isFetchingNextPage}
        >
          {t("more")}
        </Button>
      )}
    </Page>
  );
}

function Row({ job }: { job: Job }) {
  const { t } = useTranslation("secretariat");
  const { time } = useFormat();
  const jobName = useJobName();
  const again = useKeep(
    async () => {
      await api.jobs[":id"].runs.$post({ param: { id: job.id } });
    },
    { keys: ["jobs"] },
  );
  return (
    <Table.Tr>
      <Table.Td>
        {jobName(job)}
        {job.failure && (
          <Text size="sm" c="red" dir="auto">
            {job.failure}
          </Text>
        )}
        <ErrorAlert error={again.error} />
      </Table.Td>
      <Table.Td>
        <Badge variant="light" color={colors[job.state]} tt="none" miw="max-content">
          {t(`jobs.states.${job.state}`)}
        </Badge>
        {job.state === "failed" && (
          <Button
            size="compact-xs"
            ms="xs"
            onClick={() => again.mutate(undefined)}
            loading={again.isPending}
          >
            {t("jobs.again")}
          </Button>
        )}
      </Table.Td>
      <Table.Td>{time(job.createdAt)}</Table.Td>
      <Table.Td>
        {job.agreement ? (
          <Link to="/agreements/$id" params={{ id: job.agreement }}>
            {t("jobs.open")}
          </Link>
        ) : (
          <Link to="/secretariat/people">{t("jobs.people")}</Link>
        )}
      </Table.Td>
    </Table.Tr>
  );
}

/** Names a job: a letter by what it is about, another job by its effect. */
function useJobName(): (job: Job) => string {
  const { t } = useTranslation(["secretariat", "letters"]);
  return ({ effect, letter }) => {
    const about = letter && t(`letters:${letter}`);
    if (!about) {
      return t(`jobs.effects.${effect}` as "jobs.effects.seal-instrument", {
        defaultValue: t("jobs.effects.other"),
      });
    }
    return effect === "write-to-person"
      ? t("jobs.letterAboutAccount", { about })
      : t("jobs.letters", { about });
  };
}
