import { Alert } from "@mantine/core";
import { IconPlugConnectedX } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { isPassing, Unreachable } from "../api/problem.ts";

/** A notice shown while the service does not answer. It says that nothing typed is lost. */
export function Connection() {
  const { t } = useTranslation("shell");
  const silent = useSilence();
  if (!silent) return null;
  return (
    <Alert
      role="status"
      color="orange"
      radius={0}
      icon={<IconPlugConnectedX aria-hidden />}
      title={t("connection.title")}
    >
      {t("connection.text")}
    </Alert>
  );
}

/** Whether the service has stopped answering. Polls it every 3 s until it answers. */
function useSilence(): boolean {
  const queries = useQueryClient();
  const [silent, setSilent] = useState(false);
  useEffect(() => {
    const heard = async (error: unknown) => {
      // A 503 may concern a single resource, so ask the service itself whether it is up.
      if (isPassing(error) && (error instanceof Unreachable || !(await isReady()))) setSilent(true);
    };
    const ofQueries = queries.getQueryCache().subscribe(({ query }) => {
      heard(query.state.error ?? query.state.fetchFailureReason);
    });
    const ofActs = queries.getMutationCache().subscribe(({ mutation }) => {
      heard(mutation?.state.error);
    });
    return () => {
      ofQueries();
      ofActs();
    };
  }, [queries]);
  useEffect(() => {
    if (!silent) return;
    const timer = setInterval(async () => {
      if (!(await isReady())) return;
      setSilent(false);
      await queries.invalidateQueries();
    }, 3000);
    return () => clearInterval(timer);
  }, [silent, queries]);
  return silent;
}

async function isReady(): Promise<boolean> {
  const answer = await fetch("/readyz").catch(() => null);
  return answer?.ok ?? false;
}
