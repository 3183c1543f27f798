import type { Client } from "#tests/support/office.ts";
import { codeOf } from "#tests/support/problem.ts";
import { concludes } from "../negotiation/concludes.ts";
import { type Hall, openHall } from "../negotiation/hall.ts";

export type Entry = {
  id: string;
  reference: string;
  state: string;
  dueForm: boolean | null;
  on: string;
  time: string;
  stampedAt: string;
  originalReceivedAt: string | null;
  checklist: { check: string; answer: string | null }[];
  scans: { digest: string }[];
  acts: { agreement: string; act: string }[];
  answeredBy: { reference: string }[];
  history: { act: string; reason: string | null; was: Record<string, unknown> | null }[];
};

/** An office in Almaty with one agreement that three parties have signed, and the desk's register over the API. */
export type Desk = Awaited<ReturnType<typeof openDesk>>;

export async function openDesk() {
  const hall: Hall = await openHall("2027-01-10T09:00:00+05:00");
  hall.office.ctx.zone = "Asia/Almaty";
  const id = await concludes(hall, "multilateral-partnership-agreement", {
    parties: ["KZ", "KR", "HUB"],
    variables: { place: "Astana" },
    terms: {
      consent: ["subject-to-ratification"],
      entry: { form: "nth-deposit", deposits: 2, days: 30 },
      accession: true,
    },
    as: "subject-to-ratification",
  });
  const [desk] = hall.secretaries;
  const [officer] = hall.officers;

  const paper = (more: object = {}) => ({
    direction: "in",
    kind: "ratification",
    party: "KZ",
    agreement: id,
    channel: "by-hand",
    subject: "Instrument of ratification",
    senderNumber: "26-17/441",
    dated: "2027-01-05",
    on: "2027-01-10",
    time: "08:30",
    languages: ["en"],
    ...more,
  });

  async function registers(more: object = {}, who = desk) {
    const answer = await who.send("POST", "/correspondence", paper(more));
    if (answer.status !== 201) throw new Error(await answer.text());
    return (await answer.json()) as { id: string; reference: string };
  }

  const entryOf = (one: string, who = desk) => who.get<Entry>(`/correspondence/${one}`);
  const says = async (one: string, resource: string, body: object, who = desk) => {
    const answer = await who.send("POST", `/correspondence/${one}/${resource}`, body);
    return answer.status === 204 ? 204 : [answer.status, codeOf(await answer.json())];
  };
  const listed = async (who: Client, query = "") =>
    (await who.get<{ items: Entry[] }>(`/correspondence?${query}`)).items;
  return { hall, id, desk, officer, paper, registers, entryOf, says, listed };
}
