import { X509Certificate } from "node:crypto";
import { createServer } from "node:http";
import { afterAll, describe, expect, test } from "vitest";
import { findLists } from "#src/pdf/revocation/find-lists.ts";
import { openAuthority } from "#tests/support/authority.ts";

const now = () => new Date();
const authority = openAuthority("Signers");
afterAll(() => authority.close());

describe("a certificate does not send us where it likes:", () => {
  test("its list is fetched from a host that is named, and from no other", async () => {
    let asked = 0;
    const server = createServer((request, response) => {
      asked += 1;
      if (request.url === "/moved") response.writeHead(302, { Location: "/list" }).end();
      else response.end(authority.list());
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    const host = `127.0.0.1:${typeof address === "object" ? address?.port : 0}`;
    const issuer = new X509Certificate(authority.pem);
    const listOf = (hosts: string[], path = "list") => {
      const issued = authority.issue("Leaf", { listAt: `http://${host}/${path}` });
      const source = findLists({ lists: async () => [], hosts, now });
      return source.listFor(new X509Certificate(issued.pem), issuer);
    };
    const unnamed = [expect.stringContaining("not among REVOCATION_HOSTS")];
    expect(await listOf([])).toEqual({ list: null, isExpected: true, why: unnamed });
    expect(await listOf(["127.0.0.1"])).toMatchObject({ list: null, why: unnamed });
    expect(asked).toBe(0);
    const moved = [expect.stringContaining("redirections are not followed")];
    expect(await listOf([host], "moved")).toMatchObject({ list: null, why: moved });
    expect((await listOf([host])).list?.count).toBeGreaterThanOrEqual(0);
    expect(asked).toBe(2);
    server.close();
  });
});
