import { Menu } from "@mantine/core";
import { IconCheck } from "@tabler/icons-react";
import { directionOf, type Language, languages } from "../words/words.ts";
import { OpenMenu } from "./open-menu.tsx";

type Props = { target: React.ReactElement; shown: Language; choose: (language: Language) => void };

/** The interface's languages, each under its own name. */
export default function LanguageList({ target, shown, choose }: Props) {
  return (
    <OpenMenu target={target}>
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
    </OpenMenu>
  );
}
