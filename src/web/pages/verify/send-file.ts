import { address } from "../../api/client.ts";
import type { Verdict } from "../../api/contract.d.ts";
import { Problem, Unreachable } from "../../api/problem.ts";

/** Uploads a PDF for verification and reports progress. Throws like every call. */
export function sendFile(
  file: File,
  { language, onSent }: { language: string; onSent: (share: number) => void },
): Promise<Verdict> {
  const { promise, resolve, reject } = Promise.withResolvers<Verdict>();
  // `fetch` does not report upload progress.
  const request = new XMLHttpRequest();
  request.open("POST", address("/verifications"));
  request.setRequestHeader("Content-Type", "application/pdf");
  request.setRequestHeader("Accept-Language", language);
  request.responseType = "json";
  request.upload.onprogress = ({ loaded, total }) => onSent(total > 0 ? loaded / total : 0);
  request.upload.onload = () => onSent(1);
  request.onerror = () => reject(new Unreachable());
  request.onload = () => {
    const { status, response } = request;
    if (status === 200) resolve(response);
    else reject(new Problem(status, response ?? {}));
  };
  request.send(file);
  return promise;
}
