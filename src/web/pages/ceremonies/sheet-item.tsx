import { Anchor, Group, List, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { RunSheetItem } from "../../api/contract.d.ts";
import { StageBadge } from "../../shell/stage-badge.tsx";
import { Worded } from "../../words/worded.tsx";
import { Table } from "./table.tsx";

type Props = {
  item: RunSheetItem;
  /** Actions beside the title. */
  actions?: ReactNode;
  /** Changes the seats at its table. */
  move?: (party: string, by: -1 | 1) => void;
};

/** An agreement on the run sheet: the seats at its table, and what is missing. */
export function SheetItem({ item, actions, move }: Props) {
  const { t, i18n } = useTranslation("ceremonies");
  const { agreement, reference, title, stage, seats, missing } = item;
  const says = (code: string, detail: string) =>
    i18n.exists(`ceremonies:missing.${code}`)
      ? t(`missing.${code}` as "missing.signing-is-open")
      : detail;
  return (
    <>
      <Group justify="space-between" align="start" gap="xs">
        <div>
          <Text size="sm" c="dimmed" component="div">
            <bdi>{reference}</bdi> <StageBadge stage={stage} />
          </Text>
          <Anchor
            fw={600}
            dir="auto"
            underline="hover"
            renderRoot={(props) => (
              <Link to="/agreements/$id" params={{ id: agreement }} {...props} />
            )}
          >
            <Worded of={title} />
          </Anchor>
        </div>
        {actions}
      </Group>
      <Table seats={seats} {...(move && { move })} />
      {missing.length > 0 && (
        <List size="sm" mt="xs" aria-label={t("missingTitle")}>
          {missing.map(({ code, detail }) => (
            <List.Item key={code}>{says(code, detail)}</List.Item>
          ))}
        </List>
      )}
    </>
  );
}
