import type { Story } from "../story.ts";

/** Two officers write, in English beside Arabic; wording in a party's brackets is still open. */
export const draftEditing: Story = {
  name: "draft-editing",
  tell: async (table) => {
    const { drafter, second } = table;
    const id = await table.draft({
      template: "cooperation-agreement",
      title: {
        en: "Agreement on the Exchange of Civil Servants",
        ar: "اتفاق بشأن تبادل موظفي الخدمة المدنية",
      },
      parties: [{ code: "KZ" }, { code: "AE" }],
      languages: ["en", "ar"],
      layout: "parallel",
      variables: { place: "Abu Dhabi" },
      areas: ["capacity-building", "peer-learning"],
      goals: [4, 16],
    });
    await table.designate(id, ["KZ", "AE"]);
    const thread = await table.comment(second, id, {
      language: "en",
      article: 1,
      body: "Should the agreement name the bodies that second and receive, or leave it to the work plan?",
    });
    await table.reply(drafter, id, thread, "To the work plan: the bodies change more often.");
    await table.write(drafter, id, "en", withOpenWording);
    return id;
  },
};

/** Adds wording to the end of the fourth article, as a party has proposed it by telephone. */
function withOpenWording(markdown: string): string {
  const parts = markdown.split(/^(?=## )/m);
  const wording = "[KZ: The sending Party bears the cost of travel.]";
  return parts.map((part, n) => (n === 4 ? `${part.trimEnd()}\n\n${wording}\n\n` : part)).join("");
}
