import { queryOptions } from "@tanstack/react-query";
import { api } from "../../api/client.ts";
import { pollIntervalMs } from "../../api/query.ts";
import { threadsQuery } from "../../comments/threads.ts";

export const answersQuery = (id: string) =>
  queryOptions({
    queryKey: ["answers", id],
    queryFn: async () =>
      (await (await api.agreements[":id"].answers.$get({ param: { id } })).json()).items,
  });

/** The threads, polled while the page is open, because others write too. */
export const liveThreadsQuery = (id: string) =>
  queryOptions({ ...threadsQuery(id), refetchInterval: pollIntervalMs });
