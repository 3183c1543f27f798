import { QueryClient } from "@tanstack/react-query";
import { isPassing, Problem } from "./problem.ts";

/** One cache for the whole app. A refusal is not asked again; a silent service is, a few times. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      retry: (count, error) => isPassing(error) && count < 3,
      throwOnError: (error) => error instanceof Problem && error.status === 404,
    },
    mutations: { retry: false },
  },
});
