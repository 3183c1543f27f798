import { conclude } from "../conclude.ts";
import type { Story } from "../story.ts";

/** In force between four parties, in the four working languages. */
export const publishedNetwork: Story = {
  name: "published-network",
  tell: (table) =>
    conclude(table, {
      template: "memorandum-of-understanding",
      title: {
        en: "Memorandum of Understanding on a Network of Civil Service Institutions",
        ru: "Меморандум о взаимопонимании по созданию сети учреждений государственной службы",
        ar: "مذكرة تفاهم بشأن شبكة مؤسسات الخدمة المدنية",
        kk: "Мемлекеттік қызмет мекемелерінің желісі жөніндегі өзара түсіністік туралы меморандум",
      },
      parties: [{ code: "KZ" }, { code: "EE" }, { code: "AE" }, { code: "HUB" }],
      languages: ["en", "ru", "ar", "kk"],
      layout: "sequential",
      variables: { place: "Astana" },
      areas: ["partnerships-and-networking", "research-and-knowledge-management"],
      goals: [16, 17],
    }),
};
