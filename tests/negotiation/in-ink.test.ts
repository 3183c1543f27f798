import { afterAll, beforeAll, expect, test } from "vitest";
import { sha256 } from "#src/bytes/sha256.ts";
import {
  approves,
  designates,
  drafts,
  type Hall,
  openHall,
  refused,
  signs,
  standings,
  takes,
  verifies,
} from "./hall.ts";

/** An agreement initialled by its parties, signed in groups, and by one of them in ink. */
let hall: Hall;
let id = "";
const four = ["KZ", "AE", "KR", "EE"];
const scan = "%PDF-1.7 a page signed in ink";

beforeAll(async () => {
  hall = await openHall("2027-03-01T09:00:00+05:00");
  id = await drafts(hall, {
    template: "peer-learning-arrangement",
    title: { en: "Peer-Learning and Secondment Arrangement" },
    parties: four.map((code) => ({ code })),
    languages: ["en"],
    variables: { place: "Astana" },
    terms: { authentication: "initials", authority: "full-powers", zone: "Asia/Almaty" },
  });
  await designates(hall, id, four);
  await takes(hall.officers[0], id, "submissions");
  await approves(hall, id, four);
});
afterAll(() => hall.office.close());

test("the initials of all, each authorised to authenticate, make the text authentic", async () => {
  const { digest, stage } = await hall.view(id);
  expect(stage).toBe("review.settled");
  expect((await refused(hall.officers[0], id, "authentication", { digest }))[0]).toBe(409);
  for (const party of four) {
    const representative = hall.of(party);
    const office = party === "AE" ? "head-of-government" : "foreign-minister";
    await takes(representative, id, "credentials", {
      person: representative.person.id,
      kind: "ex-officio",
      office,
      issuedBy: "Protocol",
      signedBy: "Head of Protocol",
      instrument: "Peer-Learning and Secondment Arrangement",
      place: "Capital",
      issuedOn: "2027-02-01",
      form: "copy",
    });
    await verifies(hall, id, party);
    await takes(representative, id, "initials", { digest });
  }
  expect((await hall.view(id)).stage).toBe("sign.authenticated");
  expect((await refused(hall.of("KZ"), id, "initials", { digest }))[0]).toBe(409);
  await hall.work();
});

test("parties sign in their groups' order, within a group in any", async () => {
  const plan = {
    groups: [
      ["EE", "KZ"],
      ["AE", "KR"],
    ],
    closesAt: "2027-03-05T18:00:00+05:00",
  };
  const [first, second] = hall.officers;
  const torn = { ...plan, groups: [["EE", "KZ"], ["AE"]] };
  expect(await refused(first, id, "signing", torn)).toEqual([422, "invalid-signing-plan"]);
  await takes(first, id, "signing", plan);
  const other = { ...plan, groups: [["KZ", "EE", "AE", "KR"]] };
  expect(await refused(second, id, "signing", other)).toEqual([409, "other-signing-plan"]);
  await takes(second, id, "signing", plan);
  const { original } = await hall.view(id);
  const body = { original, binding: true };
  expect(await refused(hall.of("KR"), id, "signatures", body)).toEqual([409, "not-your-turn"]);
  await signs(hall, id, "KZ");
  expect((await refused(hall.of("AE"), id, "signatures", body))[1]).toBe("not-your-turn");
  await signs(hall, id, "EE");
  await signs(hall, id, "KR");
});

test("a signature in ink stands with its scan and two officers who record the same", async () => {
  const { original } = await hall.view(id);
  const paper = {
    party: "AE",
    signatory: hall.of("AE").person.id,
    original,
    as: "definitive",
    binding: true,
    on: "2027-03-01",
    scan: await sha256(scan),
  };
  const [first, second] = hall.officers;
  expect((await refused(first, id, "paper-signatures", paper))[0]).toBe(400);
  const attached = await first.send("POST", `/agreements/${id}/files`, scan, {
    "Content-Type": "application/pdf",
  });
  expect([attached.status, await attached.json()]).toEqual([
    201,
    { digest: paper.scan, type: "application/pdf", until: expect.any(String) },
  ]);
  await takes(first, id, "paper-signatures", paper);
  expect((await hall.view(id)).stage).toBe("sign.open");
  const otherDay = { ...paper, on: "2027-02-28" };
  expect((await refused(second, id, "paper-signatures", otherDay))[0]).toBe(409);
  const again = await refused(first, id, "paper-signatures", paper);
  expect(again[0]).toBe(409);
  expect((await takes(second, id, "paper-signatures", paper)).stage).toBe("sign.sealing");
  const read = await hall.of("AE").send("GET", `/agreements/${id}/files/${paper.scan}`);
  expect(await read.text()).toBe(scan);
});

test("what is attached is what it says, and another party does not see it", async () => {
  const post = (who: typeof hall.archivist, body: string) =>
    who.send("POST", `/agreements/${id}/files`, body, { "Content-Type": "application/pdf" });
  expect((await post(hall.officers[0], "<html>a page</html>")).status).toBe(422);
  expect((await post(hall.of("US"), scan)).status).toBe(404);
  const own = await post(hall.of("KZ"), "%PDF-1.7 the powers of Kazakhstan");
  const { digest } = (await own.json()) as { digest: string };
  const path = `/agreements/${id}/files/${digest}`;
  expect((await hall.of("KZ").send("GET", path)).status).toBe(200);
  expect((await hall.of("KR").send("GET", path)).status).toBe(404);
});

test("it is sealed, and in force from the day of the last signature", async () => {
  await hall.work();
  await takes(hall.officers[0], id, "publication");
  const { entry } = await hall.status(id);
  expect(entry).toMatchObject({ state: "dated", on: "2027-03-01" });
  await takes(hall.secretaries[0], id, "entry-into-force", {
    instrument: "2027-03-01",
    parties: Object.fromEntries(four.map((party) => [party, "2027-03-01"])),
  });
  await hall.at("2027-03-01T12:00:00+05:00");
  expect(standings(await hall.status(id))).toEqual(
    Object.fromEntries(four.map((party) => [party, "party"])),
  );
});
