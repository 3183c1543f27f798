import { TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { useEffect, useState } from "react";

type Props = {
  label: string;
  placeholder?: string;
  /** The words of the last search. */
  value: string;
  onChange: (words: string) => void;
};

/** A search field for words in any language. The search is debounced. */
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
