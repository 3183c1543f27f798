import { Select } from "@mantine/core";

type Props<Key extends string> = {
  label: string;
  value: Key;
  options: readonly (readonly [key: Key, label: string])[];
  onChange: (key: Key) => void;
};

/** One of a few values. */
export function ChoiceField<Key extends string>({ label, value, options, onChange }: Props<Key>) {
  return (
    <Select
      label={label}
      value={value}
      data={options.map(([key, words]) => ({ value: key, label: words }))}
      allowDeselect={false}
      onChange={(key) => key && onChange(key as Key)}
    />
  );
}
