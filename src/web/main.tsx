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

// Dialogs stop the page from scrolling with a style of their own, which needs this response's nonce.
Object.assign(globalThis, { __webpack_nonce__: document.getElementById("nonce")?.nonce });
tidyTyped();
// Reload a page that the browser restores from its cache: the person may have signed out.
addEventListener("pageshow", ({ persisted }) => {
  if (!persisted || !queryClient.getQueryData(sessionQuery.queryKey)) return;
  document.documentElement.hidden = true;
  location.reload();
});
// Session, words and page data load in parallel. The page renders once, in the person's language, when all have
// arrived, or after 400 ms without the page's data.
const session = queryClient.ensureQueryData(sessionQuery).catch(() => null);
const page = beginPage();
await startWords(session.then((known) => known?.language));
await Promise.all([router.load(), page.parts, Promise.race([page.content, after(400)])]).catch(
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

function after(delayMs: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, delayMs));
}
