import {
  type Announcements,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
} from "@dnd-kit/core";
import { sortableKeyboardCoordinates } from "@dnd-kit/sortable";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import type { RunSheetItem } from "../../api/contract.d.ts";
import { useFormat } from "../../words/format.ts";

/** Sensors and screen reader announcements for sorting by mouse, touch and keyboard. */
export function useSorting(items: RunSheetItem[]) {
  const { t } = useTranslation("ceremonies");
  const { number } = useFormat();
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 6 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const named = (id: unknown) => items.find(({ agreement }) => agreement === id)?.reference ?? "";
  const at = (id: unknown) => number(items.findIndex(({ agreement }) => agreement === id) + 1);
  // A picked-up item starts over its own place, which needs no announcement.
  const moved = useRef(false);
  const announcements: Announcements = {
    onDragStart: ({ active }) => {
      moved.current = false;
      return t("sorting.taken", { name: named(active.id), place: at(active.id) });
    },
    onDragOver: ({ active, over }) => {
      if (over && over.id !== active.id) moved.current = true;
      if (!over || !moved.current) return undefined;
      return t("sorting.over", { name: named(active.id), place: at(over.id) });
    },
    onDragEnd: ({ active, over }) =>
      t("sorting.put", { name: named(active.id), place: at(over?.id ?? active.id) }),
    onDragCancel: ({ active }) => t("sorting.left", { name: named(active.id) }),
  };
  const screenReaderInstructions = { draggable: t("sorting.how") };
  return { sensors, accessibility: { announcements, screenReaderInstructions } };
}
