import { ActionIcon } from "@mantine/core";
import { IconUserCircle } from "@tabler/icons-react";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Session } from "../api/session.ts";
import { useFormat } from "../words/format.ts";

const PersonList = lazy(() => import("./person-list.tsx"));

/** The signed-in person's menu. Its items are loaded when it is first opened. */
export function PersonMenu({ session }: { session: Session }) {
  const { t } = useTranslation("shell");
  const { worded } = useFormat();
  const [wanted, setWanted] = useState(false);
  const name = worded(session.names);
  const target = (
    <ActionIcon
      variant="subtle"
      color="gray"
      size="lg"
      radius="xl"
      aria-label={t("person", { name })}
      aria-haspopup="menu"
      onClick={() => setWanted(true)}
    >
      <IconUserCircle size={24} aria-hidden />
    </ActionIcon>
  );
  if (!wanted) return target;
  return (
    <Suspense fallback={target}>
      <PersonList target={target} session={session} />
    </Suspense>
  );
}
