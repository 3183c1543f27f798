import { queryOptions } from "@tanstack/react-query";
import { api, call } from "../../api/client.ts";

export const participationQuery = (id: string) =>
  queryOptions({
    queryKey: ["participation", id],
    queryFn: async () => (await api.agreements[":id"].participation.$get({ param: { id } })).json(),
  });

/** An act as the chain of evidence holds it; without person and detail where it is another party's. */
export type Entry = {
  seq: number;
  at: string;
  act: string;
  party: string | null;
  person?: string | null;
  detail?: Record<string, unknown>;
  hash: string;
  log: { index: number } | null;
};

/** The chain of evidence, oldest first: the lines of the export after its head. */
export const historyQuery = (id: string) =>
  queryOptions({
    queryKey: ["history", id],
    queryFn: async (): Promise<Entry[]> => {
      const lines = (await (await call(`/agreements/${id}/evidence`, {})).text())
        .trim()
        .split("\n");
      return lines.slice(1).map((line) => JSON.parse(line));
    },
  });

/** Who the people of the record are. */
export const peopleQuery = (id: string) =>
  queryOptions({
    queryKey: ["people-of-record", id],
    queryFn: async () =>
      (await (await api.agreements[":id"].people.$get({ param: { id } })).json()).items,
  });

export const sourceQuery = (id: string) =>
  queryOptions({
    queryKey: ["source", id],
    queryFn: async () =>
      (await api.agreements[":id"].source.$get({ param: { id }, query: {} })).json(),
  });
