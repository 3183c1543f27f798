import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type CDPSession,
  chromium,
  type Page,
} from "playwright-core";
import { serveWeb } from "#src/node.ts";
import type { Office } from "./office.ts";

/** A real browser for one test file. It shares the process of other files; what it opened ends with `close`. */
export type Chromium = {
  newContext(options?: BrowserContextOptions): Promise<BrowserContext>;
  newPage(options?: BrowserContextOptions): Promise<Page>;
  close(): Promise<void>;
};

/** How long a browser without users waits for the next test file before it ends. */
const idleMs = 5000;
let running: Promise<Browser> | null = null;
let users = 0;

/**
 * Opens the worker's browser, or starts it. Each context is a device of its own, so files cannot see each other's data.
 * Contexts ask for reduced motion unless `options` says otherwise: tests then wait for no animation.
 */
export async function startChromium(): Promise<Chromium> {
  users++;
  if (running && !(await running).isConnected()) running = null;
  running ??= launchChromium();
  const browser = await running;
  const contexts = new Set<BrowserContext>();
  const newContext = async (options: BrowserContextOptions = {}) => {
    const context = await browser.newContext({ reducedMotion: "reduce", ...options });
    contexts.add(context);
    context.once("close", () => contexts.delete(context));
    return context;
  };
  return {
    newContext,
    newPage: async (options) => (await newContext(options)).newPage(),
    close: async () => {
      await Promise.all([...contexts].map((context) => context.close()));
      users--;
      setTimeout(() => {
        if (users > 0 || !running) return;
        running = null;
        void browser.close();
      }, idleMs);
    },
  };
}

/** The browser as Debian ships it: without windows of its own, which take a third of its time. */
export function launchChromium(): Promise<Browser> {
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
