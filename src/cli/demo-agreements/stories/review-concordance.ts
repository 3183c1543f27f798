import type { Story } from "../story.ts";

/** All have approved; of two languages one is certified and the other waits for the second officer. */
export const reviewConcordance: Story = {
  name: "review-concordance",
  tell: async (table) => {
    const parties = ["KZ", "KR", "EE", "HUB"];
    const id = await table.draft({
      template: "multilateral-partnership-agreement",
      title: {
        en: "Partnership Agreement on Civil Service Research",
        ru: "Соглашение о партнерстве в области исследований государственной службы",
      },
      parties: parties.map((code) => ({ code })),
      languages: ["en", "ru"],
      layout: "sequential",
      variables: { place: "Astana" },
      areas: ["research-and-knowledge-management", "partnerships-and-networking"],
      goals: [16, 17],
    });
    await table.designate(id, parties);
    await table.act(table.drafter, id, "submissions");
    await table.approve(id, parties);
    await table.certify(id, ["en"]);
    return id;
  },
};
