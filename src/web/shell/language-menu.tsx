import { Box, Button, useDirection } from "@mantine/core";
import { IconLanguage } from "@tabler/icons-react";
import { lazy, Suspense, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../api/client.ts";
import { useSession } from "../api/session.ts";
import { chooseLanguage, directionOf, type Language, languages } from "../words/words.ts";

const LanguageList = lazy(() => import("./language-list.tsx"));

/** A menu of the interface's language. The choice is stored for the person and on this device. */
export function LanguageMenu() {
  const { t, i18n } = useTranslation("shell");
  const { setDirection } = useDirection();
  const session = useSession();
  const shown = i18n.language as Language;
  useEffect(() => setDirection(directionOf(shown)), [shown, setDirection]);
  const own = session?.language;
  useEffect(() => {
    if (own && own in languages) chooseLanguage(own as Language);
  }, [own]);
  const choose = async (language: Language) => {
    await chooseLanguage(language);
    if (!session) return;
    await call("/session", {
      method: "PATCH",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ language }),
    });
  };
  const [wanted, setWanted] = useState(false);
  const target = (
    <Button
      variant="subtle"
      color="gray"
      px="xs"
      leftSection={<IconLanguage size={20} aria-hidden />}
      aria-label={t("language", { language: languages[shown] })}
      aria-haspopup="menu"
      onClick={() => setWanted(true)}
    >
      <Box component="span" lang={shown} visibleFrom="xs">
        {languages[shown]}
      </Box>
    </Button>
  );
  if (!wanted) return target;
  return (
    <Suspense fallback={target}>
      <LanguageList target={target} shown={shown} choose={choose} />
    </Suspense>
  );
}
