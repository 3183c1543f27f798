/**
 * A file that cannot be read as one of ours. `malformed` breaks the syntax of ISO 32000-1 or uses a form we never
 * write; `too-complex` is deeper or longer than any instrument; `encrypted` hides its content.
 */
export class Broken extends Error {
  readonly code: "malformed" | "too-complex" | "encrypted";

  constructor(code: Broken["code"], detail: string) {
    super(detail);
    this.name = "Broken";
    this.code = code;
  }
}
