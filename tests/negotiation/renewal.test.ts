import { afterAll, beforeAll, expect, test } from "vitest";
import type { Terms } from "#workflows/terms.ts";
import { concludes, entersIntoForce } from "./concludes.ts";
import {
  attaches,
  type Hall,
  openHall,
  refused,
  seconded,
  standings,
  takes,
  waits,
} from "./hall.ts";

/** How a period ends: a party keeps out of the next one, for itself or for all, or the parties decide together. */
let hall: Hall;
const three = ["KZ", "KR", "AE"];
const memorandum = { variables: { place: "Seoul", duration_years: 2 }, languages: ["en"] };

beforeAll(async () => {
  hall = await openHall("2027-01-11T09:00:00+05:00");
});
afterAll(() => hall.office.close());

async function inForce(duration: Terms["duration"], parties = three): Promise<string> {
  const terms = { duration };
  const given = { ...memorandum, parties, terms, as: "definitive" };
  const id = await concludes(hall, "memorandum-of-understanding", given);
  const { entry } = await hall.status(id);
  await entersIntoForce(hall, id, `${entry.on}T23:00:00+05:00`);
  return id;
}

const legal = async (id: string) => (await hall.view(id)).publish.legal;
const optsOut = async (party: string, id: string) => {
  const file = await attaches(hall.of(party), id);
  const body = { kind: "opt-out-of-renewal", file };
  await takes(hall.of(party), id, "notices", body);
};

test("a party keeps out of the next period in time, may take that back, and leaves at the end", async () => {
  const automatic = { years: 2, renewal: "automatic" } as const;
  const silent = await inForce(automatic);
  const id = await inForce({ ...automatic, optOut: { months: 6, ends: "party" } });
  const own = { kind: "opt-out-of-renewal" };
  expect((await refused(hall.of("KR"), silent, "notices", own))[1]).toBe("opt-out-not-provided");
  expect((await refused(hall.of("KR"), id, "notices", own))[1]).toBe("notice-document-missing");
  await hall.at("2028-07-11T09:00:00+05:00");
  await optsOut("KR", id);
  expect(standings(await hall.status(id)).KR).toBe("noticeRunning");
  const revocation = { kind: "revocation" };
  expect((await refused(hall.of("KR"), id, "notices", revocation))[1]).toBe("no-such-notice");
  await takes(hall.of("KR"), id, "notices", { kind: "revocation-of-opt-out" });
  expect(standings(await hall.status(id)).KR).toBe("party");
  await optsOut("KR", id);
  const { participants } = (await hall.status(id)) as unknown as {
    participants: { party: string; endsOn: string | null }[];
  };
  expect(participants.map(({ party, endsOn }) => [party, endsOn])).toEqual([
    ["KZ", null],
    ["KR", "2029-01-11"],
    ["AE", null],
  ]);
  const entry = await hall.office.anyone.send("GET", `/register/${id}`);
  const { parties } = (await entry.json()) as {
    parties: { code: string; endsOn: string | null }[];
  };
  expect(parties.find(({ code }) => code === "KR")?.endsOn).toBe("2029-01-11");
  await hall.at("2028-07-12T09:00:00+05:00");
  expect((await refused(hall.of("AE"), id, "notices", own))[1]).toBe("opt-out-too-late");
  await hall.at("2029-01-11T00:00:01+05:00");
  expect(await legal(id)).toBe("inForce");
  expect(standings(await hall.status(id))).toEqual({ KZ: "party", KR: "ended", AE: "party" });
  const { expiresOn } = (await hall.status(id)) as unknown as { expiresOn: string };
  expect(expiresOn).toBe("2031-01-11");
});

test("where the text says so, or between two, one notice ends it for all at the end of the period", async () => {
  const optOut = (ends: "all" | "party") =>
    ({ years: 2, renewal: "automatic", optOut: { days: 30, ends } }) as const;
  const forAll = await inForce(optOut("all"));
  const ofTwo = await inForce(optOut("party"), ["KZ", "KR"]);
  const revoked = await inForce(optOut("all"));
  for (const id of [forAll, ofTwo, revoked]) await optsOut("KR", id);
  expect(standings(await hall.status(forAll)).KR).toBe("party");
  const again = { kind: "opt-out-of-renewal" };
  expect((await refused(hall.of("KR"), forAll, "notices", again))[1]).toBe("already-opted-out");
  await takes(hall.of("KR"), revoked, "notices", { kind: "revocation-of-opt-out" });
  await hall.at("2031-01-12T09:00:00+05:00");
  expect(await legal(forAll)).toBe("expired");
  expect(await legal(ofTwo)).toBe("expired");
  expect(await legal(revoked)).toBe("inForce");
});

test("an officer records a party's opt-out with a second one, who reads for whom it ends", async () => {
  const duration = { years: 2, renewal: "automatic", optOut: { days: 30, ends: "all" } } as const;
  const id = await inForce(duration);
  const [first, second] = hall.secretaries;
  const file = await attaches(first, id);
  const body = { party: "AE", kind: "opt-out-of-renewal", file, reason: "By note verbale." };
  const answer = await first.act(id, "notices", body);
  expect(answer.status).toBe(202);
  const [shown] = await waits(second, id);
  expect(shown).toMatchObject({
    act: "opt-out-of-renewal",
    rule: "ends",
    consequence: { remain: 0, tooFew: true },
  });
  expect(shown?.consequence?.parties.map(({ endsOn }) => endsOn)).toEqual(
    Array(3).fill("2033-01-12"),
  );
  const russian = { "Accept-Language": "ru" };
  await takes(second, id, "proposal-confirmations", { proposal: shown?.id });
  await hall.work();
  expect(hall.sent.some(({ text }) => text.includes("Notice against renewal"))).toBe(true);
  const dual = await hall.of("AE").act(id, "notices", { kind: "opt-out-of-renewal" }, russian);
  expect(((await dual.json()) as { title: string }).title).toBe("От продления уже отказано");
});

test("a decision to renew needs whom the text names: all, a majority, or its organ", async () => {
  const decided = (decidedBy?: "majority" | "organ") =>
    ({ years: 2, renewal: "by-decision", ...(decidedBy && { decidedBy }) }) as const;
  const [byAll, byMost, byOrgan] = [
    await inForce(decided()),
    await inForce(decided("majority")),
    await inForce(decided("organ")),
  ];
  const [officer] = hall.officers;
  const renewal = { until: "2035-01-12", reason: "Decided in Seoul." };
  await takes(hall.of("KZ"), byAll, "consents-to-end", { to: "renewal" });
  await takes(hall.of("KZ"), byMost, "consents-to-end", { to: "renewal" });
  expect((await refused(hall.of("KZ"), byAll, "consents-to-end", { to: "renewal" }))[1]).toBe(
    "already-agreed",
  );
  const answer = await officer.act(byAll, "renewals", renewal);
  const { detail } = (await answer.json()) as { detail: string };
  expect(detail).toContain("United Arab Emirates");
  expect(detail).not.toContain("Kazakhstan");
  expect((await refused(officer, byMost, "renewals", renewal))[1]).toBe("agreement-missing");
  await takes(hall.of("AE"), byAll, "consents-to-end", { to: "renewal" });
  await takes(hall.of("AE"), byMost, "consents-to-end", { to: "renewal" });
  expect((await refused(officer, byAll, "renewals", renewal))[1]).toBe("agreement-missing");
  await seconded(hall.officers, byMost, "renewals", renewal);
  await seconded(hall.officers, byOrgan, "renewals", renewal);
  await takes(hall.of("KR"), byAll, "consents-to-end", { to: "renewal" });
  await seconded(hall.officers, byAll, "renewals", renewal);
});
