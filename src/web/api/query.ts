import { QueryClient } from "@tanstack/react-query";
import { isPassing, Problem } from "./problem.ts";

/**
 * One cache for the whole app. A refusal is not asked again; a silent service is, a few times. A browser without
 * a network is told so at once: nothing waits unseen until it has one.
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
