import { ActionIcon, Avatar } from "@mantine/core";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Session } from "../api/session.ts";
import { useFormat } from "../words/format.ts";

const PersonList = lazy(() => import("./person-list.tsx"));

/** The person who has signed in; what leads to the account and out is fetched when it is wanted. */
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
      <Avatar name={name} size="sm" color="seal" aria-hidden />
    </ActionIcon>
  );
  if (!wanted) return target;
  return (
    <Suspense fallback={target}>
      <PersonList target={target} session={session} />
    </Suspense>
  );
}
