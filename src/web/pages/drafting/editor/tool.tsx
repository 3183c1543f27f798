import { ActionIcon, Tooltip } from "@mantine/core";
import type { ReactNode, Ref } from "react";

type Props = {
  label: string;
  on?: boolean;
  disabled?: boolean;
  run?: () => void;
  children: ReactNode;
  ref?: Ref<HTMLButtonElement>;
};

/** A button of the toolbar. Pressing it keeps the editor's selection. */
export function Tool({ label, on, disabled = false, run, children, ref, ...others }: Props) {
  return (
    <Tooltip label={label} openDelay={400}>
      <ActionIcon
        {...others}
        ref={ref}
        variant={on ? "light" : "subtle"}
        color={on ? undefined : "gray"}
        disabled={disabled}
        aria-label={label}
        aria-pressed={on}
        onMouseDown={(event) => event.preventDefault()}
        {...(run && { onClick: run })}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  );
}
