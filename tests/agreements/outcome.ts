import { codeOf } from "#tests/support/problem.ts";

/** The status of an answer, with the problem's code or the stage that was reached. */
export async function outcome(answer: Response): Promise<[number, string]> {
  const { type, stage } = (await answer.json()) as { type?: string; stage?: string };
  return [answer.status, type ? codeOf({ type }) : (stage ?? "")];
}
