import { Button, SegmentedControl, Stack, Text, Title } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { api } from "../../api/client.ts";
import { Empty } from "../../shell/empty.tsx";
import { ErrorAlert } from "../../shell/error-alert.tsx";
import { Loading } from "../../shell/loading.tsx";
import { Page } from "../../shell/page.tsx";
import { CredentialCard } from "./credential-card.tsx";
import { GeneralPowers } from "./general-powers.tsx";

const states = ["pending", "verified", "rejected", "revoked"] as const;

/** The register of full powers and offices. Two people verify those that are waiting. */
export function CredentialsPage() {
  const { t } = useTranslation("secretariat");
  const navigate = useNavigate();
  const state = useSearch({ strict: false }).state ?? "pending";
  const list = useInfiniteQuery({
    queryKey: ["credentials", state],
    initialPageParam: "",
    queryFn: async ({ pageParam }) => {
      const query = { state, ...(pageParam && { cursor: pageParam }) };
      return (await api.credentials.$get({ query })).json();
    },
    getNextPageParam: ({ next }) => next,
  });
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page title={t("credentials.title")} size="lg">
      <Text>{t("credentials.why")}</Text>
      <SegmentedControl
        aria-label={t("credentials.shown")}
        value={state}
        onChange={(chosen) => navigate({ to: ".", search: { state: chosen } })}
        data={states.map((value) => ({ value, label: t(`credentials.states.${value}`) }))}
        fullWidth
      />
      <GeneralPowers state={states.find((one) => one === state) ?? "pending"} />
      <Title order={2} size="h3">
        {t("credentials.special")}
      </Title>
      <ErrorAlert error={list.error} />
      {list.isPending && <Loading />}
      {list.data && items.length === 0 && (
        <Empty title={t("credentials.none")}>{t("credentials.noneText")}</Empty>
      )}
      <Stack>
        {items.map((credential) => (
          <CredentialCard key={credential.id} credential={credential} />
        ))}
      </Stack>
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
