import { Text } from "@mantine/core";

/** A letter with its line breaks. */
export function DemoText({ text, language }: { text: string; language: string }) {
  return (
    <Text
      mt="sm"
      size="sm"
      dir="auto"
      lang={language}
      style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}
    >
      {text}
    </Text>
  );
}
