import { closestCenter, DndContext, type DragEndEvent } from "@dnd-kit/core";
import { arrayMove, SortableContext, verticalListSortingStrategy } from "@dnd-kit/sortable";
import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Ceremony, RunSheetItem } from "../../api/contract.d.ts";
import { Empty } from "../../shell/empty.tsx";
import { ErrorAlert } from "../../shell/error-alert.tsx";
import { AddAgreement } from "./add-agreement.tsx";
import classes from "./ceremony.module.css";
import { SortableItem } from "./sortable-item.tsx";
import { itemOf, useRunSheet } from "./use-ceremony-change.ts";
import { useSorting } from "./use-sorting.ts";

type Props = { ceremony: Ceremony; items: RunSheetItem[] };

/** The run sheet while it is planned. Agreements can be sorted by pointer or keyboard, and each has its table. */
export default function RunSheet({ ceremony, items }: Props) {
  const { t } = useTranslation("ceremonies");
  const sheet = useRunSheet(ceremony.id);
  const { sensors, accessibility } = useSorting(items);
  const ids = items.map(({ agreement }) => agreement);
  const set = (shown: RunSheetItem[]) => sheet.mutate({ items: shown.map(itemOf), shown });
  const drop = ({ active, over }: DragEndEvent) => {
    const [from, to] = [ids.indexOf(String(active.id)), ids.indexOf(String(over?.id))];
    if (to >= 0 && from !== to) set(arrayMove(items, from, to));
  };
  const seat = (agreement: string, party: string, by: -1 | 1) =>
    set(
      items.map((one) =>
        one.agreement === agreement ? { ...one, seats: swapped(one, party, by) } : one,
      ),
    );
  return (
    <>
      <ErrorAlert error={sheet.error} />
      {items.length === 0 ? (
        <Empty title={t("noItems")}>{t("noItemsHint")}</Empty>
      ) : (
        <Text size="sm" c="dimmed" className={classes.screen}>
          {t("sortHint")}
        </Text>
      )}
      <DndContext
        sensors={sensors}
        accessibility={accessibility}
        collisionDetection={closestCenter}
        onDragEnd={drop}
      >
        <SortableContext items={ids} strategy={verticalListSortingStrategy}>
          <ol className={classes.sheet}>
            {items.map((item) => (
              <SortableItem
                key={item.agreement}
                item={item}
                move={(party, by) => seat(item.agreement, party, by)}
                byProtocol={() =>
                  sheet.mutate({
                    items: items.map((one) =>
                      one === item ? { agreement: item.agreement } : itemOf(one),
                    ),
                  })
                }
                remove={() => set(items.filter((one) => one !== item))}
              />
            ))}
          </ol>
        </SortableContext>
      </DndContext>
      <AddAgreement
        present={ids}
        add={(agreement) => sheet.mutate({ items: [...items.map(itemOf), { agreement }] })}
      />
    </>
  );
}

/** The seats after a party swaps places with its neighbour. */
function swapped({ seats }: RunSheetItem, party: string, by: -1 | 1): RunSheetItem["seats"] {
  const own = seats.find((one) => one.party === party);
  const other = seats.find(({ place }) => place === (own?.place ?? 0) + by);
  if (!own || !other) return seats;
  return seats.map((one) => {
    if (one === own) return { ...one, place: other.place };
    return one === other ? { ...one, place: own.place } : one;
  });
}
