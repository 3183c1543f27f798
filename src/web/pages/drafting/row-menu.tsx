import { ActionIcon, Menu } from "@mantine/core";
import {
  IconArrowDown,
  IconArrowUp,
  IconDots,
  IconPlus,
  IconTextPlus,
  IconTrash,
} from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ClauseLibrary } from "./clause-library.tsx";
import { useDesk } from "./desk.tsx";
import type { Row } from "./model/draft-store.ts";
import { goToRow } from "./model/row-at.ts";
import { RemoveArticle } from "./remove-article.tsx";

/** The menu of actions on an article, in all languages at once. */
export function RowMenu({ row, name, last }: { row: Row; name: string; last: boolean }) {
  const { t } = useTranslation("drafting");
  const { store } = useDesk().draft;
  const { place } = useDesk();
  const [asked, setAsked] = useState<"clause" | "remove" | null>(null);
  const article = row.kind === "article";
  const move = (by: -1 | 1) => {
    place.enter(null);
    store.move(row, by);
    setTimeout(() => goToRow(row.number + by));
  };
  return (
    <>
      <Menu position="bottom-start">
        <Menu.Target>
          <ActionIcon
            variant="subtle"
            color="gray"
            ms="auto"
            aria-label={t("menu", { article: name })}
          >
            <IconDots size={18} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() =>
              store.add(row, Object.fromEntries(store.languages.map((tag) => [tag, "## …"])))
            }
          >
            {t("addBelow")}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconTextPlus size={16} aria-hidden />}
            onClick={() => setAsked("clause")}
          >
            {t("library.insert")}
          </Menu.Item>
          {article && (
            <>
              <Menu.Item
                leftSection={<IconArrowUp size={16} aria-hidden />}
                disabled={row.number === 1}
                onClick={() => move(-1)}
              >
                {t("moveUp")}
              </Menu.Item>
              <Menu.Item
                leftSection={<IconArrowDown size={16} aria-hidden />}
                disabled={last}
                onClick={() => move(1)}
              >
                {t("moveDown")}
              </Menu.Item>
            </>
          )}
          {row.kind !== "head" && (
            <Menu.Item
              color="red"
              leftSection={<IconTrash size={16} aria-hidden />}
              onClick={() => setAsked("remove")}
            >
              {t("remove.title")}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {asked === "clause" && <ClauseLibrary after={row} close={() => setAsked(null)} />}
      {asked === "remove" && <RemoveArticle row={row} name={name} close={() => setAsked(null)} />}
    </>
  );
}
