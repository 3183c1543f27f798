import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findLists } from "#src/pdf/revocation/find-lists.ts";
import { asPem, listedAt, manyEntries } from "./forge.ts";
import { heard, leafOf, list, now } from "./ministry.ts";

describe("a list that is fetched:", () => {
  let server: Server;
  let host: string;
  beforeAll(async () => {
    const answers: Record<string, () => Uint8Array | number> = {
      "/good": () => list(),
      "/long": () => list({ more: manyEntries(60_000) }),
      "/pem": () => Buffer.from(asPem(list(), "X509 CRL")),
      "/500": () => 500,
      "/302": () => 302,
      "/html": () => Buffer.from("<html>"),
    };
    server = createServer((request, response) => {
      const answer = answers[request.url ?? ""]?.() ?? 404;
      if (typeof answer === "number") response.writeHead(answer, { Location: "/good" }).end();
      else response.end(answer);
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => server.close());

  const at = (address: string) => {
    const revocation = findLists({ lists: async () => [], hosts: [host, "127.0.0.1:1"], now });
    return heard(leafOf(listedAt(address)), { revocation, policy: null });
  };

  test.each(["good", "long", "pem"])("%s: revoked", async (name) => {
    expect((await at(`http://${host}/${name}`)).said).toBe("certificate-is-revoked");
  });

  test.each([
    ["500", /answered 500/],
    ["302", /answered 302, and redirections are not followed/],
    ["404", /answered 404/],
    ["html", /no whole revocation list/],
  ])("%s: not known, with the reason", async (name, why) => {
    const { said, detail } = await at(`http://${host}/${name}`);
    expect([said, detail]).toEqual(["certificate-revocation-unknown", expect.stringMatching(why)]);
  });

  test("from a host that is down: not known", async () => {
    const { said, detail } = await at("http://127.0.0.1:1/list");
    expect([said, detail]).toEqual([
      "certificate-revocation-unknown",
      expect.stringContaining("nobody answers there"),
    ]);
  });

  test("from an address that is not HTTP: not known", async () => {
    const { said, detail } = await at("ldap://lists.example/cn=Ministry");
    expect([said, detail]).toEqual([
      "certificate-revocation-unknown",
      expect.stringContaining("no list that lies at an HTTP address"),
    ]);
  });
});
