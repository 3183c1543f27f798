import { DirectionProvider, MantineProvider } from "@mantine/core";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { Suspense } from "react";
import { queryClient } from "./api/query.ts";
import { router } from "./routes.tsx";
import { ConfirmIdentity } from "./shell/confirm-identity.tsx";
import { Loading } from "./shell/loading.tsx";
import { Notices } from "./shell/notices.tsx";
import { theme, variables } from "./theme.ts";
import { directionOf } from "./words/direction.ts";

/** The server's policy lets in the styles that carry this answer's nonce. */
const nonce = () => document.getElementById("nonce")?.nonce ?? "";
// Where windows keep the page behind them still, the style for it looks for the nonce here.
Object.assign(globalThis, { __webpack_nonce__: nonce() });

export function App() {
  return (
    <DirectionProvider initialDirection={directionOf(document.documentElement.lang)}>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={variables}
        defaultColorScheme="auto"
        getStyleNonce={nonce}
      >
        <QueryClientProvider client={queryClient}>
          <Notices />
          <Suspense fallback={<Loading />}>
            <ConfirmIdentity>
              <RouterProvider router={router} />
            </ConfirmIdentity>
          </Suspense>
        </QueryClientProvider>
      </MantineProvider>
    </DirectionProvider>
  );
}
