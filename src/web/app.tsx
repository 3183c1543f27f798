import { DirectionProvider, MantineProvider } from "@mantine/core";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { Suspense } from "react";
import { directionOf } from "#src/text/languages.ts";
import { queryClient } from "./api/query.ts";
import { router } from "./routes.tsx";
import { ConfirmIdentity } from "./shell/confirm-identity.tsx";
import { Loading } from "./shell/loading.tsx";
import { Notices } from "./shell/notices.tsx";
import { theme, variables } from "./theme.ts";

/** The nonce of this response. The content security policy only allows styles that carry it. */
const nonce = () => document.getElementById("nonce")?.nonce ?? "";
// The style that stops the page from scrolling behind a dialog reads the nonce here.
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
