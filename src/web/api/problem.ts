import type { Problem as ProblemBody } from "./contract.d.ts";

/** What the API refused, in the reader's language (RFC 9457). */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly body: Partial<ProblemBody>;

  constructor(status: number, body: Partial<ProblemBody>) {
    super(body.detail ?? "");
    this.status = status;
    this.code = body.type?.split(":").at(-1) ?? "internal";
    this.body = body;
  }

  static async from(answer: Response): Promise<Problem> {
    const body = await answer.json().catch(() => ({}));
    return new Problem(answer.status, body as Partial<ProblemBody>);
  }
}

/** The service did not answer. Whether the request was carried out is unknown. */
export class Unreachable extends Error {}

/** Whether a retry may succeed. */
export function isPassing(error: unknown): boolean {
  return error instanceof Unreachable || (error instanceof Problem && error.status === 503);
}
