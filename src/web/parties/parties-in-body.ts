/** The parties of an agreement as a form holds them. */
export type ChosenParties = {
  /** Their codes, in the order in which they were chosen. */
  parties: string[];
  /** The States that take part as their Government. */
  governments: string[];
  /** `protocol`, `as-chosen` or `alphabetical:<language>`. */
  order: string;
};

/** The chosen parties as a request body takes them. */
export function partiesInBody({ parties, governments, order }: ChosenParties) {
  const [by = "protocol", language = ""] = order.split(":");
  return {
    parties: parties.map((code) =>
      governments.includes(code) ? { code, as: "government" as const } : { code },
    ),
    order:
      by === "alphabetical"
        ? { by: "alphabetical" as const, language }
        : { by: by === "as-chosen" ? ("as-chosen" as const) : ("protocol" as const) },
  };
}
