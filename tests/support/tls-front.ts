import { once } from "node:events";
import { type IncomingHttpHeaders, request } from "node:http";
import { createServer, request as requestByTls } from "node:https";
import type { AddressInfo } from "node:net";
import { openAuthority } from "./authority.ts";

export type TlsFront = {
  /** `https://localhost:port` */
  url: string;
  /** PEM: who is trusted to have issued the front's certificate. */
  authority: string;
  /** From here on requests go to this service. */
  leadTo(target: string): void;
  close(): void;
};

/** A proxy that ends TLS for `localhost` and forwards in clear, with a certificate made for it. */
export async function startTlsFront(): Promise<TlsFront> {
  const authority = openAuthority("Front");
  const extensions = "subjectAltName=DNS:localhost\nextendedKeyUsage=serverAuth";
  const { key, pem } = authority.issue("localhost", { extensions });
  let service = "";
  const server = createServer({ key, cert: pem }, (asked, answer) => {
    const { method, url, headers } = asked;
    const forwarded = { ...headers, "x-forwarded-for": "127.0.0.1", "x-forwarded-proto": "https" };
    const onward = request(new URL(url ?? "/", service), { method, headers: forwarded }, (said) => {
      answer.writeHead(said.statusCode ?? 502, said.headers);
      said.pipe(answer);
    });
    onward.on("error", () => answer.writeHead(502).end());
    asked.pipe(onward);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `https://localhost:${(server.address() as AddressInfo).port}`,
    authority: authority.pem,
    leadTo: (target) => {
      service = target;
    },
    close: () => {
      server.close();
      server.closeAllConnections();
      authority.close();
    },
  };
}

export type TlsAnswer = { status: number; headers: IncomingHttpHeaders; text: string };

/** One request over TLS whose certificate is checked; redirects are not followed. */
export async function askByTls(
  { authority }: TlsFront,
  url: string,
  { method = "GET", headers = {}, body = "" } = {},
): Promise<TlsAnswer> {
  const asked = requestByTls(url, { method, headers, ca: authority });
  asked.end(body);
  const [said] = await once(asked, "response");
  let text = "";
  for await (const bytes of said) text += bytes;
  return { status: said.statusCode, headers: said.headers, text };
}
