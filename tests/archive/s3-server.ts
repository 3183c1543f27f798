import { createHash, createHmac } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";

export type S3Server = {
  /** For OBJECTS_URL. */
  url: string;
  objects: Map<string, Uint8Array>;
  /** Status codes to answer before anything else, first come first served. */
  troubles: number[];
  close(): Promise<void>;
};

const KEY = "AKIDTEST";
const SECRET = "a/secret+with=signs";

/**
 * Not S3 but what we ask of it, written from Amazon's documents: signatures of version 4 (recomputed here
 * with node:crypto, nothing shared with the client), the body's digest, conditional put, get, head, delete.
 */
export async function startS3(): Promise<S3Server> {
  const objects = new Map<string, Uint8Array>();
  const troubles: number[] = [];
  const server = createServer(async (request, response) => {
    const body = Buffer.concat(await request.toArray());
    const path = request.url ?? "";
    const answer = (status: number, content: Uint8Array | string = "") =>
      response.writeHead(status).end(content);
    const trouble = troubles.shift();
    if (trouble) return answer(trouble, "<Error/>");
    if (!isSigned(request, body)) return answer(403, "<Code>SignatureDoesNotMatch</Code>");
    if (!/^\/bucket\/(?:attached\/)?[0-9a-f]{64}$/.test(path))
      return answer(400, "<Code>InvalidURI</Code>");
    const stored = objects.get(path);
    if (request.method === "DELETE") {
      objects.delete(path);
      return answer(204);
    }
    if (request.method !== "PUT") return stored ? answer(200, stored) : answer(404);
    if (stored && request.headers["if-none-match"] === "*") return answer(412);
    objects.set(path, body);
    return answer(200);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = address && typeof address === "object" ? address.port : 0;
  return {
    url: `s3://${KEY}:${encodeURIComponent(SECRET)}@127.0.0.1:${port}/bucket?region=eu-1&tls=false`,
    objects,
    troubles,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html */
function isSigned(request: IncomingMessage, body: Uint8Array): boolean {
  const { headers } = request;
  const authorization = headers.authorization ?? "";
  const [, scope = "", signed = "", signature] =
    authorization.match(/Credential=AKIDTEST\/([^,]+), SignedHeaders=([^,]+), Signature=(\w+)$/) ??
    [];
  const bodyDigest = headers["x-amz-content-sha256"];
  if (bodyDigest !== "UNSIGNED-PAYLOAD" && bodyDigest !== sha256(body)) return false;
  const names = signed.split(";");
  if (!["host", "x-amz-date", "x-amz-content-sha256"].every((name) => names.includes(name))) {
    return false;
  }
  const canonical = [
    request.method,
    request.url,
    "",
    ...names.map((name) => `${name}:${headers[name]}`),
    "",
    signed,
    bodyDigest,
  ].join("\n");
  const date = String(headers["x-amz-date"]);
  const text = ["AWS4-HMAC-SHA256", date, scope, sha256(canonical)].join("\n");
  const [day = "", region = "", service = ""] = scope.split("/");
  if (!date.startsWith(day) || region !== "eu-1" || service !== "s3") return false;
  const key = [day, region, service, "aws4_request"].reduce<string | Buffer>(hmac, `AWS4${SECRET}`);
  return hmac(key, text).toString("hex") === signature;
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac("sha256", key).update(text).digest();
}

function sha256(content: Uint8Array | string): string {
  return createHash("sha256").update(content).digest("hex");
}
