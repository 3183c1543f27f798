import { type Caller, callerFor } from "#src/cli/demo-caller.ts";
import { fromPage } from "#tests/support/local-browser.ts";

type Demo = { people: { person: string; names: Record<string, string> }[] };

/** The demo person of this name at a running service, signed in by name as the app does. */
export async function demoCaller(url: string, name: RegExp): Promise<Caller> {
  const listed = await fetch(`${url}/api/v1/demo/people`, { headers: fromPage(url) });
  const { people } = (await listed.json()) as Demo;
  const found = people.find(({ names }) => name.test(names.en ?? ""));
  if (!found) throw new Error(`No demo person is called ${name}.`);
  let open = { cookie: "", at: 0 };
  // A verification holds for five minutes.
  return callerFor(url, async () => {
    if (Date.now() - open.at > 240_000)
      open = { cookie: await enter(url, found.person), at: Date.now() };
    return open.cookie;
  });
}

async function enter(url: string, demo: string): Promise<string> {
  const answer = await fetch(`${url}/api/v1/session`, {
    method: "POST",
    headers: { "Content-Type": "application/json", ...fromPage(url) },
    body: JSON.stringify({ demo }),
  });
  if (answer.status !== 201) throw new Error(`POST /session: ${await answer.text()}`);
  return answer.headers.get("Set-Cookie")?.split(";")[0] ?? "";
}
