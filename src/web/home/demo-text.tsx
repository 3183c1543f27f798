import { Text } from "@mantine/core";

/** A letter as it was written, its lines kept. */
export function DemoText({ text }: { text: string }) {
  return (
    <Text mt="sm" size="sm" dir="auto" style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
      {text}
    </Text>
  );
}
