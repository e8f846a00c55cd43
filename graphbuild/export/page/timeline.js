// The timeline: spells as bars with certain and possible ends, events as marks, drawn as SVG.

const MILLIS = 86400000;
const LABELS = 216; // width of the column with the names of the rows
const dayNumber = (iso) => Math.round(Date.parse(iso) / MILLIS);

/** The rows of the timeline: of the selected node, or of the posts with most holders. */
function timelineRows() {
  const rows = new Map();
  const add = (key, label, fact, text) => {
    const event = D.events[fact];
    if (!event.lo || !passes(event)) return;
    if (!rows.has(key)) rows.set(key, { label, bars: [] });
    rows.get(key).bars.push({ fact, event, text });
  };
  const marks = [];
  const name = (nodes) => nodes.map((node) => D.entities[node].n)[0];
  if (state.node === null) {
    const offices = shownNodes.filter((node) => KINDS[D.entities[node].k] === "OFFICE");
    const spells = (node) => factsOf[node].filter((fact) => D.events[fact].spell && D.events[fact].m === 0 && D.events[fact].lo && passes(D.events[fact]));
    const best = offices.map((node) => [node, spells(node)]).filter(([, list]) => list.length).sort((a, b) => b[1].length - a[1].length || factsOf[b[0]].length - factsOf[a[0]].length || a[0] - b[0]).slice(0, 30);
    for (const [node, list] of best) for (const fact of list) add(node, node, fact, name(fillers(D.events[fact], "person")) || "");
    return { rows: [...rows.values()], marks };
  }
  const own = KINDS[D.entities[state.node].k];
  const inside = own === "ORG" || own === "LOC" ? D.entities.flatMap((entity, node) => (entity.of === state.node ? factsOf[node] : [])) : [];
  for (const fact of [...new Set([...factsOf[state.node], ...inside])]) {
    const event = D.events[fact];
    const person = fillers(event, "person")[0];
    const post = fillers(event, "office")[0] ?? fillers(event, "organization")[0] ?? fillers(event, "institution")[0];
    if (event.spell) {
      const key = own === "PER" ? post : own === "OFFICE" ? person : (fillers(event, "office")[0] ?? person);
      const text = own === "PER" ? (event.w.find(([role]) => role === "position") || [])[1] || event.q || (event.t === "tenure" ? "" : typeWord(event.t)) : key === person ? event.q || "" : name([person].filter((x) => x !== undefined)) || "";
      add(key ?? -1, key, fact, text);
    } else if (event.lo && passes(event)) {
      const who = own === "PER" ? name(fillers(event, "office")) || name(fillers(event, "institution")) || "" : name(fillers(event, "person")) || "";
      marks.push({ fact, event, text: [typeWord(event.t), who].filter(Boolean).join(": ") });
    }
  }
  const start = (row) => row.bars.map((bar) => bar.event.lo).sort()[0];
  return { rows: [...rows.values()].sort((a, b) => (start(a) < start(b) ? -1 : 1)), marks };
}

function drawTimeline() {
  const section = document.getElementById("view-timeline");
  const { rows, marks } = timelineRows();
  const title = state.node === null ? word("timelinePick") : word("timelineOf", { n: D.entities[state.node].n });
  const parts = [el("h2", {}, el("bdi", {}, title)), state.node === null ? el("p", { class: "hint" }, word("timelineHint")) : null, timelineLegend()];
  if (!rows.length && !marks.length) section.replaceChildren(...parts.slice(0, 2).filter(Boolean), el("p", {}, word("timelineNone")));
  else section.replaceChildren(...parts.filter(Boolean), timelineSvg(rows, marks, Math.max(640, section.clientWidth - 48)));
}

function timelineLegend() {
  const item = (kind, caption) => {
    const svg = shape("svg", { width: 34, height: 14, "aria-hidden": "true" });
    if (kind === "event") svg.append(shape("path", { d: "M17 1l6 6-6 6-6-6z", class: "mark" }));
    else if (kind === "conflict") svg.append(conflictSign(17, 7));
    else svg.append(shape("rect", { x: 1, y: 2, width: 32, height: 10, rx: 2, class: kind }));
    return el("span", {}, svg, caption);
  };
  return el("p", { class: "legend" }, item("sure", word("legendCertain")), item("maybe", word("legendPossible")), item("event", word("legendEvent")), item("conflict", word("legendConflict")));
}
function conflictSign(x, y) {
  const sign = shape("g", { class: "sign" }, shape("circle", { cx: x, cy: y, r: 7 }), shape("text", { x, y: y + 4, "text-anchor": "middle" }));
  sign.lastChild.textContent = "!";
  return sign;
}

function timelineSvg(rows, marks, width) {
  const left = LABELS, right = 28, lane = 30;
  const days = [...rows.flatMap((row) => row.bars), ...marks].flatMap(({ event }) => [event.lo, event.hi, event.bounds.since, event.bounds.until]).filter(Boolean).map(dayNumber);
  let low = Math.min(...days), high = Math.max(...days);
  const pad = Math.max(120, (high - low) * 0.05);
  low -= pad;
  high += pad * 1.6;
  const x = (iso) => left + ((dayNumber(iso) - low) / (high - low)) * (width - left - right);
  const svg = shape("svg", { width, class: "timeline", role: "group", "aria-label": word("timeline") });
  let y = 34;
  for (const row of rows) {
    const lanes = [];
    for (const bar of row.bars) {
      const from = x(bar.event.lo) - 4;
      const to = Math.max(x(bar.event.hi), from + 16) + textWidth(barText(bar)) + 30;
      let index = lanes.findIndex((end) => end <= from);
      if (index < 0) index = lanes.push(0) - 1;
      lanes[index] = to;
      bar.lane = index;
    }
    const height = lanes.length * lane + 8;
    svg.append(shape("line", { x1: 0, x2: width, y1: y, y2: y, class: "rule" }), rowLabel(row.label, y, left));
    for (const bar of row.bars) svg.append(drawBar(bar, x, y + 5 + bar.lane * lane, width - right));
    y += height;
  }
  if (marks.length) y = drawMarks(svg, marks, x, y, width);
  svg.prepend(axis(low, high, left, width - right, y));
  if (state.mode === "day") svg.append(shape("line", { x1: x(state.day), x2: x(state.day), y1: 22, y2: y, class: "asof" }));
  svg.setAttribute("height", y + 10);
  return svg;
}
function textWidth(text) {
  return text.length * 6.6 + 10;
}
function barText({ event, text }) {
  return [short(text, 36), years(event)].filter(Boolean).join(" · ");
}

function rowLabel(node, y, width) {
  const group = shape("g", { class: "rowlabel" });
  if (node === undefined) return group;
  const lines = wrapped(D.entities[node].n).split("\n").slice(0, 2).map((line) => short(line, Math.floor(width / 7.4)));
  lines.forEach((line, index, all) => {
    const text = shape("text", { x: 8, y: y + 22 + index * 14 - (all.length - 1) * 6, class: "name" });
    text.textContent = line + " ";
    group.append(text);
  });
  const full = D.entities[node].n;
  return press(group, lines.join(" ") === full ? full : `${lines.join(" ")} : ${full}`, () => selectNode(node));
}

/** Make a drawn group work like a button, for mouse and keyboard. */
function press(group, caption, action) {
  group.setAttribute("role", "button");
  group.setAttribute("tabindex", "0");
  group.setAttribute("aria-label", caption);
  group.addEventListener("click", action);
  group.addEventListener("keydown", (key) => {
    if (key.key !== "Enter" && key.key !== " ") return;
    key.preventDefault();
    action();
  });
  return group;
}

/** A spell: what is certain solid, what is possible pale, an open end fading out. */
function drawBar(bar, x, y, edge) {
  const { event, fact } = bar;
  const { notBefore, since, until, notAfter } = event.bounds;
  const group = shape("g", { class: `bar m${event.m}` });
  const from = x(notBefore || since || event.lo), to = Math.max(x(notAfter || until || event.hi), from + 5);
  group.append(shape("rect", { x: from, y, width: to - from, height: 20, rx: 3, class: "maybe" }));
  if (since && until && event.m === 0) group.append(shape("rect", { x: x(since), y, width: Math.max(4, x(until) - x(since)), height: 20, rx: 3, class: "sure" }));
  if (!notBefore) group.append(shape("path", { d: `M${from - 3} ${y + 4}l-6 6 6 6`, class: "open" }));
  let end = to;
  if (!notAfter) {
    group.append(shape("path", { d: `M${to + 3} ${y + 4}l6 6-6 6`, class: "open" }));
    end += 10;
  }
  const caption = barText(bar);
  const inside = since && until && event.m === 0 && x(until) - x(since) > textWidth(caption);
  const roomRight = edge + 24 - end - 6, roomLeft = from - LABELS - 20;
  const anchorLeft = !inside && roomRight < textWidth(caption) && roomLeft > roomRight;
  const text = shape("text", { x: inside ? x(since) + 7 : anchorLeft ? from - 8 - (notBefore ? 0 : 8) : end + 6, y: y + 14, class: inside ? "inside" : "beside", "text-anchor": anchorLeft ? "end" : "start" });
  text.textContent = inside ? caption : short(caption, Math.max(6, Math.floor((anchorLeft ? roomLeft : roomRight) / 6.3)));
  group.append(text);
  if (isDisputed(event)) group.append(conflictSign(from, y));
  const who = fillers(event, "person").map((node) => D.entities[node].n)[0] || "";
  return press(group, [text.textContent, typeWord(event.t), who, whenText(event)].filter(Boolean).join(", "), () => showFact(fact, state.node === null ? fillers(event, "office")[0] : undefined));
}
function isDisputed(event) {
  return (statementsOf.get(event.id) || []).some((statement) => statement.x.length);
}

/** Events below the bars: a diamond at the day, a line as long as the day is uncertain. */
function drawMarks(svg, marks, x, top, width) {
  const lanes = [];
  svg.append(shape("line", { x1: 0, x2: width, y1: top, y2: top, class: "rule" }));
  const head = shape("text", { x: 8, y: top + 21, class: "name" });
  head.textContent = word("types");
  svg.append(head);
  for (const { fact, event, text } of [...marks].sort((a, b) => (a.event.lo < b.event.lo ? -1 : 1))) {
    const from = x(event.lo), to = x(event.hi), middle = (from + to) / 2;
    const caption = [short(text, 44), event.d || "", event.m ? `(${word(D.modalities[event.m])})` : ""].filter(Boolean).join(" · ");
    const flip = to + 16 + textWidth(caption) > width;
    const begin = flip ? from - 14 - textWidth(caption) : from - 8;
    let index = lanes.findIndex((end) => end <= begin);
    if (index < 0) index = lanes.push(0) - 1;
    lanes[index] = flip ? to + 10 : to + 16 + textWidth(caption);
    const y = top + 16 + index * 24;
    const group = shape("g", { class: `event m${event.m}` });
    if (to - from > 8) group.append(shape("line", { x1: from, x2: to, y1: y, y2: y, class: "unsure" }));
    group.append(shape("path", { d: `M${middle} ${y - 7}l7 7-7 7-7-7z`, class: "mark" }));
    const label = shape("text", { x: flip ? Math.min(from, middle - 8) - 5 : Math.max(to, middle + 8) + 5, y: y + 4, "text-anchor": flip ? "end" : "start", class: "beside" });
    label.textContent = caption;
    group.append(label);
    if (isDisputed(event)) group.append(conflictSign(middle, y - 9));
    svg.append(press(group, caption, () => showFact(fact)));
  }
  return top + 16 + lanes.length * 24;
}

function axis(low, high, left, right, bottom) {
  const group = shape("g", { class: "axis", "aria-hidden": "true" });
  const first = new Date(low * MILLIS).getUTCFullYear(), last = new Date(high * MILLIS).getUTCFullYear();
  const fine = last - first <= 2;
  const step = fine ? 1 : [1, 2, 5, 10, 20, 50].find((size) => (last - first) / size <= (right - left) / 70) || 100;
  for (let year = Math.ceil(first / step) * step; year <= last; year += step) {
    for (const month of fine ? [1, 4, 7, 10] : [1]) {
      const day = dayNumber(`${year}-${String(month).padStart(2, "0")}-01`);
      if (day < low || day > high) continue;
      const at = left + ((day - low) / (high - low)) * (right - left);
      const text = shape("text", { x: at, y: 16, "text-anchor": "middle" });
      text.textContent = month === 1 ? year : WORDS[language].months[month - 1].slice(0, 3);
      group.append(shape("line", { x1: at, x2: at, y1: 22, y2: bottom, class: "tick" }), text);
    }
  }
  return group;
}
