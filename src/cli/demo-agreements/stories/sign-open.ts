import type { Story } from "../story.ts";

/** Signing is open for thirty days; one party has signed and two have not. */
export const signOpen: Story = {
  name: "sign-open",
  tell: async (table) => {
    const parties = ["KZ", "AE", "US"];
    const id = await table.draft({
      template: "memorandum-of-understanding",
      title: {
        en: "Memorandum of Understanding on Digital Services for Citizens",
        ru: "Меморандум о взаимопонимании по цифровым услугам для граждан",
        ar: "مذكرة تفاهم بشأن الخدمات الرقمية للمواطنين",
      },
      parties: parties.map((code) => ({ code })),
      languages: ["en", "ru", "ar"],
      layout: "sequential",
      variables: { place: "Abu Dhabi" },
      areas: ["partnerships-and-networking", "peer-learning"],
      goals: [9, 16, 17],
    });
    await table.designate(id, parties);
    await table.act(table.drafter, id, "submissions");
    await table.approve(id, parties);
    await table.certify(id, ["en", "ru", "ar"]);
    await table.authenticate(id);
    await table.open(id, { closesAt: await table.daysAfter(id, 30) });
    await table.sign(id, "KZ", false);
    return id;
  },
};
