import type { Story } from "../story.ts";

/** Three parties read; one has approved, one has asked a question, one has not answered yet. */
export const reviewCirculated: Story = {
  name: "review-circulated",
  tell: async (table) => {
    const { drafter, of } = table;
    const parties = ["EE", "KR", "HUB"];
    const id = await table.draft({
      template: "peer-learning-arrangement",
      title: {
        en: "Arrangement on Study Visits for Digital Government",
        fr: "Arrangement sur les visites d’étude consacrées à l’administration numérique",
      },
      parties: parties.map((code) => ({ code })),
      languages: ["en", "fr"],
      layout: "sequential",
      variables: { place: "Tallinn", visit_days: 5 },
      areas: ["peer-learning"],
      goals: [9, 16],
    });
    await table.designate(id, parties);
    await table.act(drafter, id, "submissions", { respondBy: await table.daysAfter(id, 14) });
    const thread = await table.comment(of("EE"), id, {
      language: "en",
      article: 2,
      body: "May a visit be held online where travel is not possible?",
    });
    await table.reply(drafter, id, thread, "Yes: the work plan may say so for each visit.");
    await table.comment(of("EE"), id, {
      language: "en",
      article: 3,
      audience: "own-party",
      body: "To be asked at home: who pays for interpreters?",
    });
    await table.approve(id, ["KR"]);
    return id;
  },
};
