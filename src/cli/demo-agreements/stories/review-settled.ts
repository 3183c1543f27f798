import type { Player } from "../player.ts";
import type { Story } from "../story.ts";
import type { Table } from "../table.ts";

/** The text is settled; one party's full powers are verified, the other's wait for the second person. */
export const reviewSettled: Story = {
  name: "review-settled",
  tell: async (table) => {
    const { drafter, of, secretaries } = table;
    const parties = ["US", "KZ"];
    const id = await table.draft({
      template: "joint-research-arrangement",
      title: {
        en: "Joint Research Arrangement on Recruitment on Merit",
        ru: "Соглашение о совместных исследованиях отбора на государственную службу по заслугам",
      },
      parties: parties.map((code) => ({ code })),
      languages: ["en", "ru"],
      layout: "sequential",
      variables: { place: "Washington", subject: "merit" },
      areas: ["research-and-knowledge-management"],
      goals: [8, 16],
    });
    await table.designate(id, parties);
    await table.act(drafter, id, "submissions");
    await table.approve(id, parties);
    await table.certify(id, ["en", "ru"]);
    const [first, second] = secretaries;
    await present(table, id, of("KZ"), "Astana");
    for (const secretary of [first, second]) await verify(table, id, secretary, "KZ");
    await present(table, id, of("US"), "Washington");
    await verify(table, id, first, "US");
    await table.act(of("KZ"), id, "clearances", {
      authority: "Government of the Republic of Kazakhstan",
      reference: "Demonstration 1",
    });
    const { digest } = await drafter.see(id);
    await table.act(drafter, id, "authentication", { digest });
    return id;
  },
};

async function present(table: Table, id: string, who: Player, place: string): Promise<void> {
  const issuedOn = (await table.daysAfter(id, 0)).slice(0, 10);
  await table.act(who, id, "credentials", {
    person: who.person,
    kind: "full-powers",
    acts: ["negotiate", "authenticate", "sign"],
    issuedBy: "Ministry of Foreign Affairs",
    signedBy: "The Minister for Foreign Affairs",
    instrument: "Joint Research Arrangement on Recruitment on Merit",
    place,
    issuedOn,
    form: "original",
  });
}

type Known = { items: { id: string; party: string }[] };

async function verify(table: Table, id: string, who: Player, party: string): Promise<void> {
  const { items } = await who.get<Known>(`/credentials?agreement=${id}&party=${party}`);
  await table.act(who, id, "credential-verifications", { party, credential: items[0]?.id });
}
