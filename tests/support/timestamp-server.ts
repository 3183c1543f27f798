import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { promisify } from "node:util";
import { type Authority, forTimestamps, type Issued, type IssueOptions } from "./authority.ts";

const run = promisify(execFile);

/** How the server answers: as it should, or in one of the ways in which it should not. */
export type Manner =
  | "honest"
  | "silent"
  | "failing"
  | "refusing"
  | "elsewhere"
  | "for another digest"
  | "for another nonce"
  | "nonsense"
  | "endless";

/** How a timestamp names its authority's certificate (RFC 5816): by which digest, and whether with issuer and number. */
export type EssForm = { digest: "sha1" | "sha256" | "sha512"; chain: boolean };

/** `openssl ts` behind a small server by HTTP, with a certificate under the authority given. */
export async function openTimestampServer(
  authority: Authority,
  options: IssueOptions = {},
  form: EssForm = { digest: "sha256", chain: false },
) {
  const signer = authority.issue("Timestamps", { extensions: forTimestamps, ...options });
  await writeFile(join(authority.path, "serial"), "01\n");
  await writeFile(join(authority.path, "ts.cnf"), configOf(signer, form));
  let manner: Manner = "honest";
  let asked = 0;
  const reply = async (query: Uint8Array): Promise<Uint8Array> => {
    const name = `q${++asked}`;
    await writeFile(join(authority.path, `${name}.tsq`), query);
    const files = ["-queryfile", `${name}.tsq`, "-out", `${name}.tsr`];
    await run("openssl", ["ts", "-reply", "-config", "ts.cnf", ...files], { cwd: authority.path });
    return readFile(join(authority.path, `${name}.tsr`));
  };
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    const query = Buffer.concat(parts);
    if (manner === "silent") return;
    if (manner === "failing") return response.writeHead(500).end();
    if (manner === "elsewhere") return response.writeHead(302, { Location: "/" }).end();
    if (manner === "nonsense") return response.end("<html>");
    if (manner === "refusing") return response.end(Buffer.from("30053003020102", "hex"));
    if (manner === "endless") return response.end(Buffer.alloc(1_000_000));
    if (manner === "for another digest") query[40]! ^= 1;
    if (manner === "for another nonce") query[query.length - 5]! ^= 1;
    response.setHeader("Content-Type", "application/timestamp-reply");
    response.end(await reply(query));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    signer,
    behave: (now: Manner) => {
      manner = now;
    },
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The policy under which its timestamps stand. */
export const policy = "1.2.3.4.1";

function configOf({ certificateFile, keyFile }: Issued, { digest, chain }: EssForm): string {
  return `[tsa]
default_tsa = own
[own]
serial = serial
crypto_device = builtin
signer_cert = ${certificateFile}
certs = ca.pem
signer_key = ${keyFile}
signer_digest = sha256
default_policy = ${policy}
other_policies = 1.2.3.4.2
digests = sha256, sha384, sha512
ess_cert_id_chain = ${chain ? "yes" : "no"}
ess_cert_id_alg = ${digest}
`;
}
