import { QueryClient } from "@tanstack/react-query";
import { isPassing, Problem } from "./problem.ts";

/** How often a page that several people work on at once reads its data again. */
export const pollIntervalMs = 15_000;

/**
 * The query cache of the app. Problems are not retried; network failures are, a few times. Without a network,
 * requests fail at once instead of waiting unseen.
 */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: "always",
      staleTime: 10_000,
      retry: (count, error) => isPassing(error) && count < 3,
      throwOnError: (error) => error instanceof Problem && error.status === 404,
    },
    mutations: { retry: false, networkMode: "always" },
  },
});
