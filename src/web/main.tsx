import "@mantine/core/styles.css";
import "@mantine/notifications/styles.css";
import "./app.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { queryClient } from "./api/query.ts";
import { sessionQuery } from "./api/session.ts";
import { App } from "./app.tsx";
import { beginPage, router } from "./routes.tsx";
import { tidyTyped } from "./shell/typed-store.ts";
import { startWords } from "./words/words.ts";

// Windows hold the page still by a style of their own, which needs this answer's nonce.
Object.assign(globalThis, { __webpack_nonce__: document.getElementById("nonce")?.nonce });
tidyTyped();
// A page that the browser brings back from memory is drawn again: its person may have left.
addEventListener("pageshow", ({ persisted }) => {
  if (!persisted || !queryClient.getQueryData(sessionQuery.queryKey)) return;
  document.documentElement.hidden = true;
  location.reload();
});
// All asked for at once: who it is, the words, and what the page at this address needs. It is drawn once, with
// all of them, in the person's language; after a while without what it shows.
const session = queryClient.ensureQueryData(sessionQuery).catch(() => null);
const page = beginPage();
await startWords(session.then((known) => known?.language));
await Promise.all([router.load(), page.parts, Promise.race([page.content, patience(400)])]).catch(
  () => null,
);
const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}

function patience(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
