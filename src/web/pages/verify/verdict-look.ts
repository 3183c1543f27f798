import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleX,
  IconHelpCircle,
} from "@tabler/icons-react";
import type { Verdict } from "../../api/contract.d.ts";

const good = { color: "teal.9", Icon: IconCircleCheck };
const unsure = { color: "orange.9", Icon: IconAlertTriangle };
const unknown = { color: "gray.7", Icon: IconHelpCircle };
const bad = { color: "red.9", Icon: IconCircleX };

const looks = {
  VALID: good,
  VALID_NOT_IN_REGISTER: good,
  UNTRUSTED: unsure,
  EXPIRED: unsure,
  INCOMPLETE: unsure,
  NO_SIGNATURE: unknown,
  NOT_OURS: unknown,
  TOO_COMPLEX: unknown,
} as const;

/** The colour and icon of a verdict. Verdicts not listed here speak against the file. */
export function lookOf({ verdict, demonstration }: Pick<Verdict, "verdict" | "demonstration">) {
  if (demonstration && isValid(verdict)) return unsure;
  return looks[verdict as keyof typeof looks] ?? bad;
}

/** Whether everything in the file holds, whether or not the register has it. */
export function isValid(verdict: Verdict["verdict"]): boolean {
  return verdict === "VALID" || verdict === "VALID_NOT_IN_REGISTER";
}
