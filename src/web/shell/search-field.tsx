import { TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { useEffect, useState } from "react";

type Props = {
  label: string;
  placeholder?: string;
  /** As it was looked for last. */
  value: string;
  onChange: (words: string) => void;
};

/** Words to look for, in any language and direction; looked for when the typing rests. */
export function SearchField({ label, placeholder, value, onChange }: Props) {
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  const soon = useDebouncedCallback(onChange, 250);
  return (
    <TextInput
      label={label}
      placeholder={placeholder}
      size="md"
      type="search"
      dir="auto"
      maxLength={200}
      leftSection={<IconSearch size={18} aria-hidden />}
      value={typed}
      onChange={({ currentTarget }) => {
        setTyped(currentTarget.value);
        soon(currentTarget.value.trim());
      }}
    />
  );
}
