import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { makeDemoAgreements } from "#src/cli/demo-agreements/make.ts";
import { demoPeople } from "#src/people/demo-people.ts";
import { roomOf, work } from "./jobs.ts";
import type { Office } from "./office.ts";

/** Gives an office the demonstration's agreements, through the API as the demo people; their ids by name. */
export async function addDemoAgreements(office: Office): Promise<Record<string, string>> {
  const count = new Map<string, number>();
  const players = demoPeople.map(({ role, party, names }) => {
    const nth = count.get(`${role} ${party}`) ?? 0;
    count.set(`${role} ${party}`, nth + 1);
    const { cookie } = office.as(role, party, nth);
    return { name: names.en ?? "", role, party, enter: async () => cookie };
  });
  const room = await roomOf(office);
  let done = false;
  const making = makeDemoAgreements({
    ask: (path, init) => office.app.request(path, init),
    players,
    dataDir: office.folder,
    signal: new AbortController().signal,
  }).finally(() => {
    done = true;
  });
  while (!done) {
    await work(office, room);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await making;
  await work(office, room);
  return JSON.parse(await readFile(join(office.folder, "demo-agreements.json"), "utf8"));
}
