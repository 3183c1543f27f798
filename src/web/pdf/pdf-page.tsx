import { useElementSize, useIntersection } from "@mantine/hooks";
import type { PDFDocumentProxy, RenderTask } from "pdfjs-dist";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import classes from "./pdf-page.module.css";

/** One page of a PDF. It is rendered when it scrolls near the window, as wide as its container. */
export function PdfPage({ document, number }: { document: PDFDocumentProxy; number: number }) {
  const { t } = useTranslation("shell");
  const canvas = useRef<HTMLCanvasElement>(null);
  const drawing = useRef(Promise.resolve());
  const [drawn, setDrawn] = useState(0);
  const [text, setText] = useState("");
  const [language, setLanguage] = useState<string>();
  const { ref: size, width } = useElementSize();
  const { ref: seen, entry } = useIntersection({ rootMargin: "600px" });
  const near = entry?.isIntersecting ?? false;
  useEffect(() => {
    if (!near || width === 0 || Math.abs(drawn - width) < 2 || !canvas.current) return;
    const target = canvas.current;
    let cancelled = false;
    let task: RenderTask | null = null;
    const draw = async () => {
      const page = await document.getPage(number);
      const base = page.getViewport({ scale: 1 });
      const viewport = page.getViewport({ scale: (width / base.width) * devicePixelRatio });
      if (cancelled) return;
      target.width = viewport.width;
      target.height = viewport.height;
      task = page.render({ canvas: target, viewport });
      await task.promise;
      const { items, lang } = await page.getTextContent();
      if (cancelled) return;
      setLanguage(lang ?? undefined);
      setText(items.map((item) => ("str" in item ? item.str : "")).join(" "));
      setDrawn(width);
    };
    // Only one rendering at a time: a resize cancels the one before.
    drawing.current = drawing.current.then(draw).catch((error: unknown) => {
      if (!cancelled) throw error;
    });
    return () => {
      cancelled = true;
      task?.cancel();
    };
  }, [near, width, drawn, document, number]);
  return (
    <div ref={seen} className={classes.page}>
      <div ref={size} className={classes.sheet}>
        <canvas ref={canvas} className={classes.canvas} aria-hidden />
        <section
          className={classes.text}
          aria-label={t("pdf.page", { page: number, pages: document.numPages })}
        >
          <div lang={language} dir="auto">
            {text}
          </div>
        </section>
      </div>
    </div>
  );
}
