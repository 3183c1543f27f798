/** Splits merged cells, so that every value stays under its heading, and puts each cell's content on one line. */
export function settledTables(body: HTMLElement): void {
  for (const table of body.querySelectorAll("table")) {
    // A nested table becomes words of its cell.
    if (table.parentElement?.closest("td, th")) continue;
    for (const cell of table.querySelectorAll("td, th")) {
      if (cell.parentElement?.closest("table") === table) flatten(cell);
    }
    divide(table);
  }
}

function flatten(cell: Element): void {
  const inner = [...cell.querySelectorAll("p, li, h1, h2, h3, h4, h5, h6, div, td, th, br, tr")];
  for (const block of inner) block.before(" ");
  for (const item of cell.querySelectorAll("ol > li")) {
    const list = item.parentElement;
    const at = [...(list?.children ?? [])].indexOf(item);
    item.prepend(`${Number(list?.getAttribute("start") ?? 1) + at}. `);
  }
  for (const block of inner.reverse()) {
    if (block.localName === "br") block.remove();
    else block.replaceWith(...block.childNodes, " ");
  }
  for (const list of cell.querySelectorAll("ol, ul, table, tbody"))
    list.replaceWith(...list.childNodes);
}

function divide(table: HTMLTableElement): void {
  const below: number[] = [];
  for (const row of table.rows) {
    let column = 0;
    const fill = (before: Element | null) => {
      while ((below[column] ?? 0) > 0) {
        below[column] = (below[column] ?? 0) - 1;
        row.insertBefore(document.createElement("td"), before);
        column += 1;
      }
    };
    for (const cell of [...row.cells]) {
      fill(cell);
      const [columns, rows] = [Math.min(cell.colSpan, 100), cell.rowSpan];
      cell.removeAttribute("colspan");
      cell.removeAttribute("rowspan");
      for (let at = 0; at < columns; at++) {
        if (at > 0) cell.after(document.createElement("td"));
        if (rows > 1) below[column + at] = rows - 1;
      }
      column += columns;
    }
    fill(null);
  }
}
