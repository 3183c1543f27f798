import { Button, Menu, useDirection } from "@mantine/core";
import { IconCheck, IconLanguage } from "@tabler/icons-react";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../api/client.ts";
import { useSession } from "../api/session.ts";
import { chooseLanguage, directionOf, type Language, languages } from "../words/words.ts";

/** The interface's language, remembered for the person and on this device. */
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
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          px="xs"
          leftSection={<IconLanguage size={20} aria-hidden />}
          aria-label={t("language", { language: languages[shown] })}
        >
          <span lang={shown}>{languages[shown]}</span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {Object.entries(languages).map(([tag, name]) => (
          <Menu.Item
            key={tag}
            lang={tag}
            dir={directionOf(tag)}
            onClick={() => choose(tag as Language)}
            rightSection={tag === shown ? <IconCheck size={16} aria-hidden /> : null}
            aria-current={tag === shown}
          >
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
