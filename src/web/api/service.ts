import { queryOptions } from "@tanstack/react-query";
import { call } from "./client.ts";

export type Service = {
  demonstration: boolean;
  singleSignOn: boolean;
  letters: boolean;
  version: string;
  publicUrl: string | null;
  /** The IANA zone of new instruments whose template names none. */
  zone: string;
};

/** What kind of service this is: a demonstration says so of itself. */
export const serviceQuery = queryOptions({
  queryKey: ["service"],
  staleTime: Number.POSITIVE_INFINITY,
  queryFn: async () => (await (await call("/service", {})).json()) as Service,
});
