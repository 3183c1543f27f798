import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleX,
  IconHelpCircle,
} from "@tabler/icons-react";

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

/** The colour and the picture that repeat a verdict; what is not named here speaks against the file. */
export function lookOf(verdict: string) {
  return looks[verdict as keyof typeof looks] ?? bad;
}
