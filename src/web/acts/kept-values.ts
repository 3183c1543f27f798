import { useKeptText } from "../shell/kept-text.ts";
import type { Values } from "./form.ts";

/** The values of a form, kept on this device until it is sent. `first` holds the initial values. */
export function useKeptValues(
  key: string,
  first: Values,
): [Values, (change: Values) => void, () => void] {
  const [kept, keep, clear] = useKeptText(key);
  const values: Values = kept === "" ? first : { ...first, ...(JSON.parse(kept) as Values) };
  const set = (change: Values) => keep(JSON.stringify({ ...values, ...change }));
  return [values, set, clear];
}
