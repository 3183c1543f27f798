import { Code, Input } from "@mantine/core";
import type { FieldProps } from "./field.ts";

/** The digest of the text that the act is about, to be compared with what one has read. */
export function DigestField({ agreement: { digest }, label, hint }: FieldProps) {
  return (
    <Input.Wrapper label={label} description={hint} labelElement="div">
      <Code block dir="ltr" mt={4} style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
        {digest.match(/.{1,8}/g)?.join(" ")}
      </Code>
    </Input.Wrapper>
  );
}
