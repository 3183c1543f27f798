import { api } from "../../../api/client.ts";
import type { Thread } from "../../../api/contract.d.ts";

/** Every thread on a language's text. */
export async function readThreads(id: string, language: string): Promise<Thread[]> {
  const threads: Thread[] = [];
  let cursor: string | null = null;
  do {
    const query: Record<string, string> = { language, limit: "100", ...(cursor && { cursor }) };
    const answer = await api.agreements[":id"].comments.$get({ param: { id }, query });
    const page: { items: Thread[]; next: string | null } = await answer.json();
    threads.push(...page.items);
    cursor = page.next;
  } while (cursor);
  return threads;
}
