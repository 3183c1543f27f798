import { conclude } from "../conclude.ts";
import type { Story } from "../story.ts";

/** In force between two parties, in English and Arabic side by side. */
export const publishedLeadership: Story = {
  name: "published-leadership",
  tell: (table) =>
    conclude(table, {
      template: "memorandum-of-understanding",
      title: {
        en: "Memorandum of Understanding on Leadership in the Civil Service",
        ar: "مذكرة تفاهم بشأن القيادة في الخدمة المدنية",
      },
      parties: [{ code: "KZ" }, { code: "AE" }],
      languages: ["en", "ar"],
      layout: "parallel",
      variables: { place: "Astana", duration_years: 3 },
      areas: ["capacity-building"],
      goals: [4, 16],
    }),
};
