import { AwsClient } from "aws4fetch";
import { digestIn, type ObjectStore, storeOn } from "./objects.ts";

const SECONDS = 30;

/**
 * Objects in a bucket of S3 or of a store with the same protocol, at `<bucket>/<digest>`, attached ones at
 * `<bucket>/attached/<digest>`; `url` is `s3://key:secret@host:port/bucket?region=…&tls=false`. The key needs to put,
 * get and list: without list, S3 answers 403 instead of 404 for a missing object. Below `attached/` it needs to delete
 * too. Every method throws if the store gives an unexpected answer, after three retries on 429 and 5xx.
 */
export function objectsInS3(url: string): ObjectStore {
  const { host, pathname, username, password, searchParams } = new URL(url);
  const scheme = searchParams.get("tls") === "false" ? "http" : "https";
  const bucket = `${scheme}://${host}${pathname}`;
  const client = new AwsClient({
    accessKeyId: decodeURIComponent(username),
    secretAccessKey: decodeURIComponent(password),
    service: "s3",
    region: searchParams.get("region") ?? "us-east-1",
    retries: 3,
  });
  const call = (name: string, init: RequestInit) =>
    client.fetch(`${bucket}/${name}`, { ...init, signal: AbortSignal.timeout(SECONDS * 1000) });

  const exists = async (name: string) => {
    const response = await call(name, { method: "HEAD" });
    if (!response.ok && response.status !== 404) throw await unexpected(response);
    return response.ok;
  };
  return storeOn({
    write: async (name, bytes, { replaces }) => {
      const response = await call(name, {
        method: "PUT",
        body: bytes as Uint8Array<ArrayBuffer>,
        // The digest ends the name, so the body is signed too and the store refuses other bytes.
        headers: {
          ...(replaces ? {} : { "if-none-match": "*" }),
          "x-amz-content-sha256": digestIn(name),
        },
      });
      // 412: it exists. 304: older MinIO's form of it. 409: another put of it is under way or just done.
      const taken = [412, 304].includes(response.status);
      if (response.ok) return true;
      if (taken || (response.status === 409 && (await exists(name)))) return false;
      throw await unexpected(response);
    },
    read: async (name) => {
      const response = await call(name, { method: "GET" });
      if (response.ok) return new Uint8Array(await response.arrayBuffer());
      if (response.status === 404) return null;
      throw await unexpected(response);
    },
    exists,
    remove: async (name) => {
      const response = await call(name, { method: "DELETE" });
      if (!response.ok && response.status !== 404) throw await unexpected(response);
    },
  });
}

async function unexpected(response: Response): Promise<Error> {
  const said = (await response.text()).slice(0, 300);
  const { status } = response;
  return Object.assign(new Error(`The object store answered ${status}: ${said}`), { status });
}
