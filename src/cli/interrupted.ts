/** Generating stopped halfway; the error says what is there. */
export class Interrupted extends Error {
  override name = "Interrupted";
  constructor(made: number, cause: unknown) {
    const why = cause instanceof Error ? cause.message : String(cause);
    const there =
      made > 0 ? `${made.toLocaleString("en")} agreements are there and complete. ` : "";
    super(
      `Generating stopped: ${why}. ${there}Run the same command again to go on, or begin with an empty database.`,
      { cause },
    );
  }
}
