import { useSortable } from "@dnd-kit/sortable";
import { ActionIcon, Button, Group } from "@mantine/core";
import { IconGripVertical, IconX } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { RunSheetItem } from "../../api/contract.d.ts";
import classes from "./ceremony.module.css";
import { SheetItem } from "./sheet-item.tsx";

type Props = {
  item: RunSheetItem;
  move: (party: string, by: -1 | 1) => void;
  byProtocol: () => void;
  remove: () => void;
};

/** An agreement that can be dragged by its handle. */
export function SortableItem({ item, move, byProtocol, remove }: Props) {
  const { t } = useTranslation("ceremonies");
  const { agreement, reference } = item;
  const { setNodeRef, transform, transition, attributes, listeners, isDragging } = useSortable({
    id: agreement,
    attributes: { roleDescription: t("sorting.role") },
  });
  const shift = transform ? `translate3d(0, ${Math.round(transform.y)}px, 0)` : undefined;
  return (
    <li
      ref={setNodeRef}
      className={classes.item}
      data-dragging={isDragging || undefined}
      style={{ transform: shift, transition }}
    >
      <SheetItem
        item={item}
        move={move}
        actions={
          <Group gap={4} wrap="nowrap" className={classes.screen}>
            <Button size="compact-sm" variant="subtle" onClick={byProtocol}>
              {t("byProtocol")}
            </Button>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t("move", { name: reference })}
              className={classes.grip}
              {...attributes}
              {...listeners}
            >
              <IconGripVertical size={18} aria-hidden />
            </ActionIcon>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t("remove", { name: reference })}
              onClick={remove}
            >
              <IconX size={18} aria-hidden />
            </ActionIcon>
          </Group>
        }
      />
    </li>
  );
}
