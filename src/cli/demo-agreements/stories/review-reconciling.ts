import { withYearlyReview } from "../../demo-agreement.ts";
import type { Story } from "../story.ts";

/** A party has asked for changes; the officers put them into four languages, and have not finished. */
export const reviewReconciling: Story = {
  name: "review-reconciling",
  tell: async (table) => {
    const { drafter, second, of } = table;
    const parties = ["KZ", "AE", "HUB"];
    const id = await table.draft({
      template: "memorandum-of-understanding",
      title: {
        en: "Memorandum of Understanding on the Training of Senior Civil Servants",
        ru: "Меморандум о взаимопонимании по подготовке руководящих государственных служащих",
        ar: "مذكرة تفاهم بشأن تدريب كبار موظفي الخدمة المدنية",
        kk: "Басшы мемлекеттік қызметшілерді даярлау жөніндегі өзара түсіністік туралы меморандум",
      },
      parties: parties.map((code) => ({ code })),
      languages: ["en", "ru", "ar", "kk"],
      layout: "sequential",
      variables: { place: "Astana" },
      areas: ["capacity-building"],
      goals: [4, 16, 17],
    });
    await table.designate(id, parties);
    await table.act(drafter, id, "submissions");
    await table.approve(id, ["KZ"]);
    await table.act(of("AE"), id, "change-requests", {
      reason: "يُرجى النص على استعراض مشترك لخطة العمل مرة كل سنة.",
    });
    await table.comment(second, id, {
      language: "en",
      article: 7,
      body: "The request of the Emirates goes here. English and Russian are written; Arabic and Kazakh follow.",
    });
    for (const language of ["en", "ru"]) {
      await table.write(drafter, id, language, (text) => withYearlyReview(text, language));
    }
    return id;
  },
};
