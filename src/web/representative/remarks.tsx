import { Button, Group, VisuallyHidden } from "@mantine/core";
import { IconMessage } from "@tabler/icons-react";
import { lazy, Suspense, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Agreement } from "../api/agreement.ts";
import { Waiting } from "../shell/waiting.tsx";
import type { Thread } from "./threads.ts";

const RemarkList = lazy(() => import("./remark-list.tsx"));

type Given = {
  agreement: Agreement;
  language: string;
  article: number;
  heading: string;
  threads: Thread[];
};

/** The way to an article's remarks; they open under it. */
export function Remarks(given: Given) {
  const { t } = useTranslation("representative");
  const { heading, threads } = given;
  const [opened, setOpened] = useState(false);
  const list = useId();
  const open = threads.filter(({ resolved }) => !resolved).length;
  return (
    <>
      <Group mt={4}>
        <Button
          variant="subtle"
          color={open > 0 ? undefined : "gray"}
          size="compact-sm"
          leftSection={<IconMessage size={16} aria-hidden />}
          aria-expanded={opened}
          aria-controls={list}
          onClick={() => setOpened(!opened)}
        >
          {open > 0 ? t("remarks", { count: open }) : t("remark")}
          <VisuallyHidden>{heading}</VisuallyHidden>
        </Button>
      </Group>
      <div id={list}>
        {opened && (
          <Suspense fallback={<Waiting />}>
            <RemarkList {...given} />
          </Suspense>
        )}
      </div>
    </>
  );
}
