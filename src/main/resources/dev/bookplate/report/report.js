
"use strict";
// Only adds to a page that is whole without it. Holds neither a less-than sign nor an ampersand, so
// that the page is well-formed XML; makes elements, never markup.
(() => {
  const all = (selector, root) => Array.from((root || document).querySelectorAll(selector));
  const make = (name, properties, ...children) => {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  };

  const sortValue = cell => {
    const given = cell.getAttribute("data-sort");
    const number = given === null ? NaN : Number(given);
    return Number.isNaN(number) ? cell.textContent.trim().toLowerCase() : number;
  };
  const compare = (a, b) => {
    if (typeof a !== typeof b) return typeof a === "number" ? -1 : 1;
    return typeof a === "number" ? a - b : a.localeCompare(b);
  };
  const sortBy = (table, column, head) => {
    const numeric = head.classList.contains("num");
    const before = head.getAttribute("aria-sort");
    const first = numeric ? "descending" : "ascending";
    const second = numeric ? "ascending" : "descending";
    const direction = before === first ? second : first;
    all("th", table).forEach(other => other.removeAttribute("aria-sort"));
    head.setAttribute("aria-sort", direction);
    const sign = direction === "ascending" ? 1 : -1;
    const body = table.tBodies[0];
    const rows = Array.from(body.rows, row => [sortValue(row.cells[column]), row]);
    rows.sort((a, b) => sign * compare(a[0], b[0]));
    body.append(...rows.map(row => row[1]));
  };
  all("table.sortable").forEach(table => all("th", table).forEach((head, column) => {
    const button = make("button", { type: "button" }, ...head.childNodes);
    button.addEventListener("click", () => sortBy(table, column, head));
    head.append(button);
  }));

  const tools = document.getElementById("tools");
  const findings = all("details.finding");
  const rows = all("table.compact tbody tr");
  const items = findings.concat(rows);
  if (tools) {
    const texts = new Map();
    const textOf = item => {
      if (!texts.has(item)) {
        const group = item.closest(".group");
        const title = item.matches(".finding") ? group.querySelector("h3").textContent : "";
        texts.set(item, (title + " " + item.textContent).toLowerCase());
      }
      return texts.get(item);
    };
    const count = number => number.toLocaleString("en");
    const search = make("input", { type: "search", placeholder: "Title, path, id or words" });
    const shown = make("output", {});
    const boxes = ["strong", "moderate", "lead"].map(grade => {
      const box = make("input", { type: "checkbox", checked: true, value: grade });
      const number = items.filter(item => item.dataset.grade === grade).length;
      return [box, make("label", {}, box, grade + " (" + count(number) + ")")];
    });
    const update = () => {
      const grades = new Set(boxes.map(pair => pair[0]).filter(box => box.checked).map(box => box.value));
      const words = search.value.toLowerCase().split(/\s+/).filter(word => word);
      let visible = 0;
      items.forEach(item => {
        const graded = grades.has(item.dataset.grade) || item.dataset.grade === "none";
        item.hidden = graded ? !words.every(word => textOf(item).includes(word)) : true;
        visible += item.hidden ? 0 : 1;
      });
      all("#findings .group").forEach(group => {
        group.hidden = !all("details.finding, tbody tr", group).some(item => !item.hidden);
      });
      shown.textContent = count(visible) + " of " + count(items.length) + " shown";
    };
    let waiting = 0;
    search.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(update, items.length > 500 ? 200 : 0);
    });
    boxes.forEach(pair => pair[0].addEventListener("change", update));

    const order = make("select", {},
      new Option("surest first", ""), new Option("longest run first", "run"), new Option("most words first", "words"));
    findings.forEach((finding, number) => { finding.dataset.number = number; });
    order.addEventListener("change", () => all("#findings .list").forEach(list => {
      const key = order.value;
      const sorted = all("details.finding", list).sort((a, b) => key
        ? b.dataset[key] - a.dataset[key] || a.dataset.number - b.dataset.number
        : a.dataset.number - b.dataset.number);
      list.append(...sorted);
    }));
    const open = make("button", { type: "button" }, "Open all");
    open.addEventListener("click", () => findings.forEach(f => { f.open = f.hidden ? f.open : true; }));
    const close = make("button", { type: "button" }, "Close all");
    close.addEventListener("click", () => findings.forEach(f => { f.open = false; }));
    tools.append(
      make("label", { className: "wide" }, "Search", search),
      ...boxes.map(pair => pair[1]),
      make("label", {}, "Order", order), open, close, shown);
    tools.hidden = false;
    update();
  }

  const reveal = () => {
    const target = location.hash ? document.getElementById(location.hash.slice(1)) : null;
    if (target) {
      if (target.matches("details")) target.open = true;
      target.scrollIntoView();
    }
  };
  addEventListener("hashchange", reveal);
  if (location.hash.startsWith("#f-")) reveal();

  let opened = [];
  addEventListener("beforeprint", () => {
    opened = all("details:not([open])").filter(details => !details.hidden);
    opened.forEach(details => { details.open = true; });
  });
  addEventListener("afterprint", () => opened.forEach(details => { details.open = false; }));
})();
