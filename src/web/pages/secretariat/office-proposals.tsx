import { Alert, Button, Group, Stack, Text, Textarea } from "@mantine/core";
import { queryOptions, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../../api/client.ts";
import type { OfficeProposal } from "../../api/contract.d.ts";
import { useKeep } from "../../api/keep.ts";
import { useSession } from "../../api/session.ts";
import { ErrorAlert } from "../../shell/error-alert.tsx";
import { useFormat } from "../../words/format.ts";
import { usePersonName } from "./people.ts";
import { ProposedChange } from "./proposed-change.tsx";

const officeProposalsQuery = queryOptions({
  queryKey: ["office-proposals"],
  queryFn: async () => (await (await api["office-proposals"].$get({})).json()).items,
});

/** Proposed changes to people or templates, waiting for a second member of the secretariat. */
export function OfficeProposals({ kinds }: { kinds: OfficeProposal["kind"][] }) {
  const { t } = useTranslation("secretariat");
  const { data, error } = useQuery(officeProposalsQuery);
  const waiting = (data ?? []).filter(
    ({ kind, state }) => kinds.includes(kind) && state === "waiting",
  );
  if (error) return <ErrorAlert error={error} />;
  if (waiting.length === 0) return null;
  return (
    <Alert title={t("waiting.title")} color="orange">
      <Stack>
        <Text size="sm">{t("waiting.what")}</Text>
        {waiting.map((proposal) => (
          <Waits key={proposal.id} proposal={proposal} />
        ))}
      </Stack>
    </Alert>
  );
}

function Waits({ proposal }: { proposal: OfficeProposal }) {
  const { t } = useTranslation("secretariat");
  const { time } = useFormat();
  const nameOf = usePersonName();
  const own = useSession()?.person === proposal.proposedBy;
  const [reason, setReason] = useState("");
  const [rejecting, setRejecting] = useState(false);
  const param = { id: proposal.id };
  const keys = ["office-proposals", "people", "templates", "parties"];
  const confirm = useKeep(
    async () => {
      await api["office-proposals"][":id"].confirmations.$post({ param, json: {} });
    },
    { keys },
  );
  const reject = useKeep(
    async () => {
      await api["office-proposals"][":id"].rejections.$post({ param, json: { reason } });
    },
    { keys },
  );
  const { proposedBy, at, expiresAt } = proposal;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        reject.mutate(undefined);
      }}
    >
      <Stack gap="xs">
        <ProposedChange proposal={proposal} />
        <Text size="xs" c="dimmed">
          {t("waiting.by", { name: nameOf(proposedBy), when: time(at), until: time(expiresAt) })}
        </Text>
        <ErrorAlert error={confirm.error ?? reject.error} />
        {rejecting && (
          <Textarea
            label={t("waiting.reasonNeeded")}
            value={reason}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
            autosize
            required
          />
        )}
        <Group>
          {!own && !rejecting && (
            <Button onClick={() => confirm.mutate(undefined)} loading={confirm.isPending}>
              {t("waiting.confirm")}
            </Button>
          )}
          {rejecting ? (
            <Button type="submit" color="red" loading={reject.isPending}>
              {t(own ? "waiting.takeBack" : "waiting.reject")}
            </Button>
          ) : (
            <Button variant="default" onClick={() => setRejecting(true)}>
              {t(own ? "waiting.takeBack" : "waiting.reject")}
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  );
}
