import type { NewAgreement } from "#src/agreements/text/insert-agreement.ts";

/** The agreement that the demonstration conducts: three authentic texts, two States and an organisation. */
export const demoAgreement: NewAgreement = {
  template: "memorandum-of-understanding",
  title: {
    en: "Memorandum of Understanding on Civil Service Cooperation",
    ru: "Меморандум о взаимопонимании по вопросам сотрудничества в сфере государственной службы",
    ar: "مذكرة تفاهم بشأن التعاون في مجال الخدمة المدنية",
  },
  parties: [{ code: "KZ" }, { code: "AE" }, { code: "HUB" }],
  languages: ["en", "ru", "ar"],
  layout: "sequential",
  variables: { place: "Astana" },
  areas: ["partnerships-and-networking", "peer-learning"],
  goals: [16, 17],
};

const review: Record<string, string> = {
  en: "The Participants will review the work plan together once a year and will record the results of the review in writing.",
  ru: "Участники будут ежегодно совместно рассматривать план работы и фиксировать итоги рассмотрения в письменной форме.",
  ar: "يستعرض المشاركون خطة العمل معاً مرة كل سنة ويدوّنون نتائج الاستعراض كتابةً.",
};

/** The text with the change that the demonstration's party requests, at the end of its seventh article. */
export function withYearlyReview(markdown: string, language: string): string {
  const parts = markdown.split(/^(?=## )/m);
  const changed = parts.map((part, article) =>
    article === 7 ? `${part.trimEnd()}\n\n${review[language] ?? review.en}\n\n` : part,
  );
  return changed.join("");
}
