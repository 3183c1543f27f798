import { queryOptions } from "@tanstack/react-query";
import { call } from "./client.ts";

export type Service = {
  demonstration: boolean;
  singleSignOn: boolean;
  letters: boolean;
  version: string;
  publicUrl: string | null;
  /** The IANA time zone of new instruments if their template names none. */
  zone: string;
};

/** Describes this service, for example whether it is a demonstration. */
export const serviceQuery = queryOptions({
  queryKey: ["service"],
  staleTime: Number.POSITIVE_INFINITY,
  queryFn: async () => (await (await call("/service", {})).json()) as Service,
});
