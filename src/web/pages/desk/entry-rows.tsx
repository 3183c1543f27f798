import { Anchor, Badge, Card, Group, Stack, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { DeskLine } from "../../api/contract.d.ts";
import { usePartyName } from "../../parties/use-parties.ts";
import { useFormat } from "../../words/format.ts";

/** A label on a narrow page takes two lines rather than lose a letter. */
const whole = { label: { whiteSpace: "normal", overflow: "visible" } } as const;

/** Entries of the register, each with what became of it. */
export function EntryRows({ items }: { items: DeskLine[] }) {
  return (
    <Stack gap="sm">
      {items.map((entry) => (
        <Row key={entry.id} entry={entry} />
      ))}
    </Stack>
  );
}

function Row({ entry }: { entry: DeskLine }) {
  const { t } = useTranslation("desk");
  const { line, day } = useFormat();
  const partyName = usePartyName();
  const { id, reference, direction, kind, party, subject, agreement } = entry;
  return (
    <Card withBorder padding="md" component="article">
      <Group justify="space-between" align="start" gap="xs">
        <div style={{ minWidth: 0 }}>
          <Anchor
            renderRoot={(props) => <Link to="/desk/$id" params={{ id }} {...props} />}
            fw={600}
          >
            <bdi>{reference}</bdi>
          </Anchor>
          <Text dir="auto">{subject}</Text>
          <Text size="sm" c="dimmed">
            {line(
              t(`direction.${direction}`),
              t(`kind.${kind}`),
              partyName(party),
              `${day(entry.on)}, ${entry.time}`,
              agreement?.reference,
            )}
          </Text>
        </div>
        <EntryState entry={entry} />
      </Group>
    </Card>
  );
}

const colors = { open: "orange", acknowledged: "blue", recorded: "teal", returned: "red" } as const;

/** What became of an entry, whether its original is still to follow, and whether it is in due form. */
export function EntryState({ entry }: { entry: DeskLine }) {
  const { t } = useTranslation("desk");
  const { state, scanAhead, originalReceivedAt, dueForm, direction } = entry;
  return (
    <Group gap={4}>
      {scanAhead && !originalReceivedAt && state !== "returned" && (
        <Badge variant="light" maw="none" h="auto" styles={whole} color="yellow" tt="none">
          {t("filter.original")}
        </Badge>
      )}
      {dueForm !== null && (
        <Badge
          variant="light"
          maw="none"
          h="auto"
          styles={whole}
          color={dueForm ? "teal" : "red"}
          tt="none"
        >
          {t(`due.${dueForm ? "true" : "false"}`)}
        </Badge>
      )}
      {direction === "in" && (
        <Badge variant="light" maw="none" h="auto" styles={whole} color={colors[state]} tt="none">
          {t(`state.${state}`)}
        </Badge>
      )}
    </Group>
  );
}
