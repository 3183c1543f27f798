import { Code, Input } from "@mantine/core";
import type { FieldProps } from "./field.ts";

/** The digest of the text that the act is about, to compare with the text that was read. */
export function DigestField({ agreement: { digest }, label, hint }: FieldProps) {
  return (
    <Input.Wrapper label={label} description={hint} labelElement="div">
      <Code block dir="ltr" mt={4} style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
        {digest.match(/.{1,8}/g)?.join(" ")}
      </Code>
    </Input.Wrapper>
  );
}
