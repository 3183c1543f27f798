import { sign, verify, X509Certificate } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { KeyUnavailable } from "#src/pdf/keys/key-fault.ts";
import { openRemoteKey } from "#src/pdf/keys/open-remote-key.ts";
import { privateKey } from "#tests/support/private-keys.ts";
import { ceremony, ec, holds, rsa, sealedByAll } from "./ceremony.ts";

type Answer = (request: IncomingMessage, response: ServerResponse, body: string) => void;

const kinds = { rsa: ceremony(rsa(3072)), ec: ceremony(ec("P-256")) };
const bytes = new TextEncoder().encode("attributes");
let url: string;
let answer: Answer;
const server = createServer(async (request, response) => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  answer(request, response, Buffer.concat(parts).toString());
});

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/sign`;
  for (const { write } of Object.values(kinds)) write("token", "bearer-hush\n");
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
  for (const { close } of Object.values(kinds)) close();
});

/** The ten lines that an operator puts before a key management service, with openssl for the service. */
const honest =
  (own: (typeof kinds)["rsa"]): Answer =>
  ({ headers }, response, body) => {
    const { algorithm, digest, message } = JSON.parse(body);
    if (headers.authorization !== "Bearer bearer-hush") return response.writeHead(401).end();
    if (algorithm !== (own === kinds.ec ? "ECDSA-SHA256" : "RSA-PKCS1-SHA256")) {
      return response.writeHead(400).end();
    }
    own.write("digest.bin", Buffer.from(digest, "base64"));
    own.openssl(
      "pkeyutl -sign -inkey key.pem -in digest.bin -pkeyopt digest:sha256 -out signature.bin",
    );
    own.write("message.bin", Buffer.from(message, "base64"));
    own.openssl("x509 -in cert.pem -pubkey -noout -out cert.pub");
    own.openssl("dgst -sha256 -verify cert.pub -signature signature.bin message.bin");
    response.end(
      JSON.stringify({ signature: own.openssl("base64 -A -in signature.bin").toString() }),
    );
  };

const settings = (own: (typeof kinds)["rsa"], more = {}) => ({
  SEAL_SIGNER_URL: url,
  SEAL_SIGNER_TOKEN_FILE: own.file("token"),
  SEAL_CERT_FILE: own.file("cert.pem"),
  SEAL_CHAIN_FILE: own.file("above.pem"),
  ...more,
});

describe.each(["rsa", "ec"] as const)("a key behind an HTTP signer, %s", (kind) => {
  test("seals what we, Poppler and qpdf find whole", async () => {
    answer = honest(kinds[kind]);
    expect(await sealedByAll(await kinds[kind].open(settings(kinds[kind])))).toEqual(holds);
  });
});

describe("a signer", () => {
  test.each<[string, Answer, RegExp]>([
    ["that is failing", (_, response) => response.writeHead(500).end(), /it answered 500/],
    ["that asks who we are", (_, response) => response.writeHead(401).end(), /it answered 401/],
    [
      "that sends us elsewhere",
      (_, response) => response.writeHead(307, { Location: url }).end(),
      /no signature/,
    ],
    ["that says nothing", () => {}, /aborted due to timeout/],
    ["that says no JSON", (_, response) => response.end("<html>"), /no signature/],
    ["that says null", (_, response) => response.end("null"), /names no signature/],
    ["that says a number", (_, response) => response.end('{"signature":1}'), /names no signature/],
    ["that has no end", (_, response) => response.end(Buffer.alloc(100_000)), /longer than 16384/],
    ["that hangs up", (request) => request.destroy(), /no signature/],
  ])("%s leaves the seal unavailable", async (_, manner, why) => {
    answer = manner;
    const { certificate } = await opened();
    const key = openRemoteKey({
      url,
      token: "bearer-hush",
      certificate,
      chain: [],
      milliseconds: 300,
    });
    const error: unknown = await key.sign(bytes).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(KeyUnavailable);
    expect((error as Error).message).toMatch(why);
    expect((error as Error).message).not.toContain("hush");
  });

  test("that begins to sign with another key is not believed", async () => {
    const { key } = await opened();
    answer = honest(kinds.rsa);
    const signature = await key.sign(bytes);
    const { publicKey } = new X509Certificate(key.certificate);
    expect(verify("sha256", bytes, publicKey, signature)).toBe(true);
    kinds.rsa.write("other.key", privateKey(rsa(3072)));
    const other = kinds.rsa.read("other.key");
    answer = (_, response) => {
      const wrong = sign("sha256", bytes, other).toString("base64");
      response.end(JSON.stringify({ signature: wrong }));
    };
    await expect(key.sign(bytes)).rejects.toThrow(KeyUnavailable);
  });

  test("that is not there, or has another key, stops the start", async () => {
    answer = honest(kinds.ec);
    const { rsa } = kinds;
    const wrongKey = rsa.open(settings(rsa, { SEAL_CERT_FILE: kinds.ec.file("ca.pem") }));
    await expect(wrongKey).rejects.toThrow(/does not belong to its certificate/);
    const nobody = rsa.open(settings(rsa, { SEAL_SIGNER_URL: "http://127.0.0.1:9/" }));
    await expect(nobody).rejects.toThrow(
      /^The seal cannot be opened: The signer gave no signature/,
    );
  });

  async function opened() {
    const before = answer;
    answer = honest(kinds.rsa);
    const { key } = await kinds.rsa.open(settings(kinds.rsa));
    answer = before;
    return { key, certificate: key.certificate };
  }
});
