import type { Table } from "./table.ts";

/** Plans a ceremony for the given agreements, a fortnight after they were drafted. */
export async function planCeremony(table: Table, agreements: string[]): Promise<void> {
  const { drafter } = table;
  const date = (await table.daysAfter(agreements[0] ?? "", 14)).slice(0, 10);
  const plan = {
    title: {
      en: "Signing Ceremony of the Civil Service Forum",
      ru: "Церемония подписания на Форуме государственной службы",
      ar: "مراسم التوقيع في منتدى الخدمة المدنية",
    },
    place: { en: "Abu Dhabi", ru: "Абу-Даби", ar: "أبوظبي" },
    date,
    time: "10:00",
    zone: "Asia/Dubai",
    host: "AE",
    languages: ["en", "ru", "ar"],
  };
  const planned = await drafter.post<{ id: string; version: number }>(
    table.step(),
    "/ceremonies",
    plan,
  );
  if (!planned) return;
  const items = agreements.map((agreement) => ({ agreement }));
  await drafter.put(`/ceremonies/${planned.id}/run-sheet`, { items }, planned.version);
}
