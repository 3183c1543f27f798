import type { Story } from "../story.ts";

/** Circulated, and withdrawn by two officers before anyone signed. */
export const withdrawn: Story = {
  name: "withdrawn",
  tell: async (table) => {
    const { drafter, second } = table;
    const parties = ["AE", "US"];
    const id = await table.draft({
      template: "peer-learning-arrangement",
      title: { en: "Arrangement on Secondments between Training Academies" },
      parties: parties.map((code) => ({ code })),
      languages: ["en"],
      layout: "sequential",
      variables: { place: "Abu Dhabi" },
      areas: ["capacity-building"],
      goals: [4],
    });
    await table.designate(id, parties);
    await table.act(drafter, id, "submissions");
    const reason = "Both sides prefer to take the matter up in a wider agreement.";
    for (const officer of [drafter, second]) await table.act(officer, id, "withdrawal", { reason });
    return id;
  },
};
