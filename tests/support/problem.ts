/** The code of a problem: the last part of its `type` (RFC 9457, 3.1.1). */
export function codeOf({ type = "" }: { type?: string }): string {
  return type.split(":").at(-1) ?? "";
}
