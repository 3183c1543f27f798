import { Badge } from "@mantine/core";
import { useNames } from "../words/names.ts";

const colors: Record<string, string> = {
  draft: "gray",
  review: "blue",
  sign: "violet",
  publish: "teal",
  lapsed: "orange",
  withdrawn: "orange",
};

/** An agreement's stage as a word, with a matching colour. */
export function StageBadge({ stage }: { stage: string }) {
  const { stage: nameOf } = useNames();
  return (
    <Badge
      variant="light"
      color={colors[stage.split(".")[0] ?? ""] ?? "gray"}
      c="var(--mantine-color-text)"
      tt="none"
      radius="sm"
      miw="max-content"
    >
      {nameOf(stage)}
    </Badge>
  );
}
