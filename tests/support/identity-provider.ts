import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import Provider, { type Configuration } from "oidc-provider";

export type IdentityProvider = {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** What it says of the person who signs in there from now on. */
  says(person: { sub: string; email: string; email_verified: boolean }): void;
  /** Goes through the provider's own pages as the person would; the address it sends the browser back to. */
  signIn(location: string): Promise<string>;
  close(): Promise<void>;
};

/** A real OpenID provider on a free port of this machine, with one client. */
export async function startIdentityProvider(redirectUri: string): Promise<IdentityProvider> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const client = { clientId: "depositary", clientSecret: "a-secret-of-this-test" };
  let person = { sub: "", email: "", email_verified: false };
  const configuration: Configuration = {
    clients: [
      {
        client_id: client.clientId,
        client_secret: client.clientSecret,
        redirect_uris: [redirectUri],
        token_endpoint_auth_method: "client_secret_post",
      },
    ],
    claims: { email: ["email", "email_verified"] },
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: true } },
    findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ ...person, sub }) }),
    cookies: { keys: ["for-this-test"] },
  };
  const provider = new Provider(issuer, configuration);
  server.on("request", provider.callback());
  return {
    issuer,
    ...client,
    says: (said) => {
      person = said;
    },
    signIn: (location) => walk(location, redirectUri, () => person.sub),
    close: () => closed(server),
  };
}

/** Follows redirects and submits the provider's forms until the browser would be back at our address. */
async function walk(location: string, back: string, login: () => string): Promise<string> {
  const jar = new Map<string, string>();
  let next = new Request(location);
  for (let step = 0; step < 12; step++) {
    next.headers.set("Cookie", [...jar].map((pair) => pair.join("=")).join("; "));
    const { url } = next;
    const answer = await fetch(next, { redirect: "manual" });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = "", value = ""] = line.match(/^([^=]+)=([^;]*)/) ?? [];
      if (value === "" || /expires=Thu, 01 Jan 1970/i.test(line)) jar.delete(name);
      else jar.set(name, value);
    }
    const to = answer.headers.get("Location");
    if (to?.startsWith(back)) return to;
    if (to) {
      next = new Request(new URL(to, url));
      continue;
    }
    const page = await answer.text();
    const action = page.match(/action="([^"]+)"/)?.[1];
    const prompt = page.match(/name="prompt" value="([^"]+)"/)?.[1];
    if (!action || !prompt) throw new Error(`Not a form: ${answer.status} ${page.slice(0, 500)}`);
    const body = new URLSearchParams({ prompt, ...(prompt === "login" && { login: login() }) });
    next = new Request(new URL(action, url), { method: "POST", body });
  }
  throw new Error("The provider never sent the browser back.");
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
