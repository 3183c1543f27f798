import { queryOptions } from "@tanstack/react-query";
import { api, call } from "./client.ts";

/** One act in the chain of evidence. Without `person` and `detail` if it is another party's. */
export type EvidenceEntry = {
  seq: number;
  at: string;
  act: string;
  party: string | null;
  person?: string | null;
  detail?: Record<string, unknown>;
  hash: string;
  log: { index: number } | null;
};

/** Reads an agreement's chain of evidence, oldest first. The export is NDJSON; its first line is a header. */
export async function readEvidence(id: string): Promise<EvidenceEntry[]> {
  const lines = (await (await call(`/agreements/${id}/evidence`, {})).text()).trim().split("\n");
  return lines.slice(1).map((line) => JSON.parse(line));
}

export const evidenceQuery = (id: string) =>
  queryOptions({ queryKey: ["evidence", id], queryFn: () => readEvidence(id) });

/** The people whom the record of an agreement names. */
export const recordPeopleQuery = (id: string) =>
  queryOptions({
    queryKey: ["people-of-record", id],
    queryFn: async () =>
      (await (await api.agreements[":id"].people.$get({ param: { id } })).json()).items,
  });
