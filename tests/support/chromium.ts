import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import { type Browser, type CDPSession, chromium, type Page } from "playwright-core";
import { serveWeb } from "#src/node.ts";
import type { Office } from "./office.ts";

/** A real browser, as Debian ships it: without windows of its own, which take a third of its time. */
export function startChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: "/usr/bin/chromium-headless-shell",
    args: [
      "--no-sandbox",
      "--disable-dev-shm-usage",
      "--disable-background-networking",
      "--disable-component-update",
    ],
  });
}

/** The office at an address of this machine that a browser can open. */
export async function serveOffice({ app }: Office): Promise<{ url: string; close(): void }> {
  serveWeb(app);
  const server = serve({ fetch: app.fetch, hostname: "127.0.0.1", port: 0 });
  await new Promise<void>((resolve) => server.once("listening", () => resolve()));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}`,
    close: () => {
      server.close();
      if ("closeAllConnections" in server) server.closeAllConnections();
    },
  };
}

export type Authenticator = { verifiesUser(does: boolean): Promise<void> };

/** Gives a page's browser an authenticator of its own that keeps passkeys. */
export async function addAuthenticator(page: Page): Promise<Authenticator> {
  const session: CDPSession = await page.context().newCDPSession(page);
  await session.send("WebAuthn.enable");
  const { authenticatorId } = await session.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      ctap2Version: "ctap2_1",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return {
    verifiesUser: async (isUserVerified) => {
      await session.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified });
    },
  };
}
