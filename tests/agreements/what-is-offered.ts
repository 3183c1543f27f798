type Offered = { act: string; allowed: boolean; blockedBy: { guard: string }[] };
type Sender = { send(method: string, path: string, body?: unknown): Promise<Response> };

/** Whether an act is offered to a person, and the guards that block it; null if it is not theirs. */
export async function offered(
  who: Sender,
  agreement: string,
  act: string,
): Promise<[boolean, string[]] | null> {
  const seen = (await (await who.send("GET", `/agreements/${agreement}`)).json()) as {
    acts: Offered[];
  };
  const found = seen.acts.find((one) => one.act === act);
  return found ? [found.allowed, found.blockedBy.map(({ guard }) => guard)] : null;
}

/** The items that wait for a person and concern the agreement, as JSON. */
export async function waits(who: Sender, agreement: string): Promise<string[]> {
  const answer = await who.send("GET", "/waiting");
  const { items } = (await answer.json()) as { items: object[] };
  return items.map((item) => JSON.stringify(item)).filter((item) => item.includes(agreement));
}
