import { Text } from "@mantine/core";

/** Where a rule comes from, beside what it asks: the clause, the convention's article, practice, or this service. */
export function Basis({ of }: { of: string }) {
  return (
    <Text component="span" size="xs" c="dimmed" display="block">
      {of}
    </Text>
  );
}
