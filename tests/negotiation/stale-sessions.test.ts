import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openDemoSession } from "#src/accounts/demo-session.ts";
import { sha256 } from "#src/bytes/sha256.ts";
import { type Client, type Office, openOffice } from "#tests/support/office.ts";
import { codeOf } from "#tests/support/problem.ts";
import type { Safeguards } from "#workflows/safeguards.ts";
import { concludes, entersIntoForce } from "./concludes.ts";
import { type Hall, openHall, seconded, takes, withdraws } from "./hall.ts";

/**
 * A whole agreement, told twice at each step: an act that needs a fresh verification is first tried on a session that
 * was left open, and refused there; then it is taken.
 */
let hall: Hall;
const tried = new Map<string, string>();
const contract = JSON.parse(
  readFileSync(join(import.meta.dirname, "../../docs/openapi.json"), "utf8"),
) as { paths: Record<string, { post?: { "x-safeguards"?: Record<string, Safeguards> } }> };

const needsFresh = (resource: string) => {
  const path = `/api/v1/agreements/{id}/${resource}`;
  return Object.values(contract.paths[path]?.post?.["x-safeguards"] ?? {}).some(
    ({ fresh }) => fresh,
  );
};

/** The cookie of a session of this person that nobody has verified for long. */
async function staleCookie(office: Office, { person }: Client): Promise<string> {
  const token = await openDemoSession(office.db, person.id, new Date());
  const far = new Date("2200-01-01T00:00:00Z");
  await office.db
    .updateTable("sessions")
    .set({ expires_at: far, seen_at: far, verified_at: new Date("2026-01-01T00:00:00Z") })
    .where("digest", "=", await sha256(token))
    .execute();
  return `depositary-session=${token}`;
}

function firstStale(office: Office): Office {
  const cookies = new Map<string, string>();
  return {
    ...office,
    as: (...who) => {
      const client = office.as(...who);
      const act: Client["act"] = async (id, resource, body, headers) => {
        if (needsFresh(resource)) {
          const cookie = cookies.get(client.person.id) ?? (await staleCookie(office, client));
          cookies.set(client.person.id, cookie);
          const old = await client.act(id, resource, body, { Cookie: cookie });
          const problem = (await old.json()) as { type: string };
          const title = codeOf(problem);
          tried.set(resource, `${old.status} ${title}`);
        }
        return client.act(id, resource, body, headers);
      };
      return Object.defineProperties(
        { ...client, act },
        { cookie: { get: () => client.cookie, enumerable: true } },
      );
    },
  };
}

beforeAll(async () => {
  hall = await openHall("2027-01-11T09:00:00+05:00", firstStale(await openOffice()));
});
afterAll(() => hall.office.close());

test("no act of weight is taken on a session that was left open", async () => {
  const id = await concludes(hall, "memorandum-of-understanding", {
    variables: { place: "Seoul", duration_years: 5 },
    terms: { withdrawal: { months: 6 } },
    as: "definitive",
  });
  await entersIntoForce(hall, id, "2027-01-11T10:00:00+05:00");
  await withdraws(hall.of("KR"), id);
  await takes(hall.of("KR"), id, "notices", { kind: "revocation" });
  for (const party of ["KZ", "KR"]) {
    await takes(hall.of(party), id, "consents-to-end", { to: "termination" });
  }
  await seconded(hall.officers, id, "force", { to: "terminate", reason: "Both agree." });
  expect([...tried.keys()]).toEqual(
    expect.arrayContaining(["designations", "authentication", "signing", "signatures", "notices"]),
  );
  expect(new Set(tried.values())).toEqual(new Set(["401 step-up-required"]));
});
