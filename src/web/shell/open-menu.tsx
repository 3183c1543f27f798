import { Menu } from "@mantine/core";
import { type ReactElement, type ReactNode, useEffect, useRef, useState } from "react";

type Props = { target: ReactElement; children: ReactNode };

/** A menu that opens as soon as it is loaded. Pressing its target started the load, and the target keeps the focus. */
export function OpenMenu({ target, children }: Props) {
  const place = useRef<HTMLSpanElement>(null);
  const [opened, setOpened] = useState(false);
  useEffect(() => {
    place.current?.querySelector("button")?.focus();
    setOpened(true);
  }, []);
  return (
    <Menu position="bottom-end" opened={opened} onChange={setOpened} returnFocus>
      <span ref={place}>
        <Menu.Target>{target}</Menu.Target>
      </span>
      <Menu.Dropdown>{children}</Menu.Dropdown>
    </Menu>
  );
}
