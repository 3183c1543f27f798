/** Identifies a request and everything that follows from it. */
export type Origin = {
  /** The request's id, in its log lines, its response and the jobs it orders; null if there is no request. */
  request: string | null;
  /** The span that later steps are children of (W3C Trace Context, 3.2); null without tracing. */
  traceparent: string | null;
  /** The requested act, once known; for the request's log line. */
  act?: string;
};

export const noOrigin: Origin = { request: null, traceparent: null };

const soundId = /^[A-Za-z0-9][A-Za-z0-9._-]{7,63}$/;
const soundParent = /^00-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})$/;

type Headers = { requestId: string | undefined; traceparent: string | undefined };

/**
 * The origin of a request: the id from a trusted proxy if it is well-formed, else our own. Strangers cannot choose an
 * id, because that could make two requests look like one.
 */
export function originOf(
  { requestId, traceparent }: Headers,
  { isTrusted, id }: { isTrusted: boolean; id(): string },
): Origin {
  const given = isTrusted && requestId && soundId.test(requestId) ? requestId : null;
  const parent = isTrusted && traceparent && traceparentOf(traceparent) ? traceparent : null;
  return { request: given ?? id(), traceparent: parent };
}

/** The parts of a `traceparent` in ids of hex; null if it is invalid. */
export function traceparentOf(
  text: string | null,
): { trace: string; span: string; flags: number } | null {
  const [, trace, span, flags] = text?.match(soundParent) ?? [];
  if (!trace || !span || !flags) return null;
  return { trace, span, flags: Number.parseInt(flags, 16) };
}

/** The fields by which lines show where work comes from. */
export function namesOf({ request, traceparent }: Origin): { request?: string; trace?: string } {
  const trace = traceparentOf(traceparent)?.trace;
  return { ...(request && { request }), ...(trace && { trace }) };
}
