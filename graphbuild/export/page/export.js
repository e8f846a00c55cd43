// What a reader takes away: the picture as PNG, the visible facts as CSV.

function save(name, blob) {
  const address = URL.createObjectURL(blob);
  const anchor = el("a", { href: address, download: name });
  document.body.append(anchor);
  anchor.click();
  anchor.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}

/** The drawing on the color of the page, with a line that says what it is. */
function savePng() {
  const source = state.view === "timeline" ? null : box.querySelector("canvas");
  if (!source) return saveTimelinePng();
  const canvas = el("canvas", { width: source.width, height: source.height + 34 });
  const pen = canvas.getContext("2d");
  pen.fillStyle = ink.paper;
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(source, 0, 0);
  pen.fillStyle = ink.faint;
  pen.font = "14px system-ui, sans-serif";
  pen.fillText(caption(), 12, canvas.height - 12);
  canvas.toBlob((blob) => save("graph.png", blob));
}
function caption() {
  const time = state.mode === "day" ? `, ${word("day")} ${spoken(state.day)}` : state.mode === "range" ? `, ${spoken(state.from)} – ${spoken(state.to)}` : "";
  return `${document.title}: ${document.getElementById("scope").firstChild.textContent}${time}`;
}

/** The timeline as a picture: its SVG with the style of the page written into it. */
function saveTimelinePng() {
  const svg = document.querySelector("svg.timeline");
  if (!svg) return;
  const twin = svg.cloneNode(true);
  const from = svg.querySelectorAll("*"), to = twin.querySelectorAll("*");
  from.forEach((part, index) => {
    const look = getComputedStyle(part);
    for (const name of ["fill", "stroke", "stroke-width", "stroke-dasharray", "opacity", "font-size", "font-family", "font-weight"]) to[index].setAttribute(name, look.getPropertyValue(name));
  });
  twin.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  const image = new Image();
  image.onload = () => {
    const canvas = el("canvas", { width: svg.clientWidth * 2, height: svg.clientHeight * 2 });
    const pen = canvas.getContext("2d");
    pen.fillStyle = ink.paper;
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(image, 0, 0, canvas.width, canvas.height);
    canvas.toBlob((blob) => save("timeline.png", blob));
  };
  image.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(new XMLSerializer().serializeToString(twin));
}

/** A cell that no spreadsheet takes for a formula. */
function cell(value) {
  const text = String(value ?? "");
  const tame = /^\s*[=+\-@|%\t\r]/.test(text) ? `'${text}` : text;
  return `"${tame.replace(/"/g, '""')}"`;
}

function csvText() {
  const roles = Object.keys(D.roles).filter((role) => D.events.some((event) => event.r.some(([name]) => name === role) || event.w.some(([name]) => name === role)));
  const head = ["event", "type", "modality", "label", "modifier", "date", "start", "end", "not_before", "since", "until", "not_after", ...roles, "outlet", "published", "title", "url", "quote", "trigger"];
  const rows = [head];
  for (const fact of visibleFacts()) {
    const event = D.events[fact];
    const filled = roles.map((role) => [...fillers(event, role).map((node) => D.entities[node].n), ...event.w.filter(([name]) => name === role).map(([, text]) => text)].join("; "));
    const own = [event.id, event.t, D.modalities[event.m], event.l, event.q, event.d, event.s, event.e, ...(event.b || ["", "", "", ""]), ...filled];
    for (const [quote, start, end] of event.v.length ? event.v : [[-1, 0, 0]]) {
      const [article, text] = D.quotes[quote] || [-1, ""];
      const [title, outlet, url, date] = D.articles[article] || ["", 0, "", ""];
      rows.push([...own, article < 0 ? "" : OUTLETS[outlet], date, title, url, text, text.slice(start, end)]);
    }
  }
  return rows.map((row) => row.map(cell).join(",")).join("\r\n") + "\r\n";
}
function saveCsv() {
  save("graph.csv", new Blob(["\ufeff", csvText()], { type: "text/csv;charset=utf-8" }));
}
