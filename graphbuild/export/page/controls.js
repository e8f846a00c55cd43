// Legend, filters, time bar and list: made once per language, then only brought up to date.

const filters = document.getElementById("filters");
const boxes = []; // every check box with the set and the item it stands for

function checkbox(set, item, ...caption) {
  const input = el("input", { type: "checkbox", onchange: () => toggle(set, item) });
  boxes.push({ input, set, item });
  return el("label", {}, input, ...caption);
}
function lineSample(modality) {
  const svg = shape("svg", { width: 30, height: 10, "aria-hidden": "true", class: `sample m${modality}` });
  svg.append(shape("path", { d: "M1 5h28", "stroke-dasharray": (DASHES[modality] || []).join(" ") || null }));
  return svg;
}
function allOrNone(set, items) {
  return el("p", { class: "both" }, button(word("all"), () => change({ [set]: new Set() })), button(word("none"), () => change({ [set]: new Set(items) })));
}
function tally(list) {
  const counts = new Map();
  for (const item of list) counts.set(item, (counts.get(item) || 0) + 1);
  return counts;
}

function buildFilters() {
  boxes.length = 0;
  const group = (caption, ...children) => el("fieldset", {}, el("legend", {}, caption), ...children);
  const kinds = tally(shownNodes.map((node) => D.entities[node].k));
  const modalities = tally(D.events.map((event) => event.m));
  const types = [...tally(D.events.map((event) => event.t))].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const outlets = [...tally(D.articles.map((article) => article[1]))].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  const n = (number) => el("span", { class: "n" }, count(number || 0));
  const events = el("input", { type: "checkbox", id: "events-on", onchange: (change_) => change({ eventsOn: change_.target.checked }) });
  filters.replaceChildren(
    group(word("kinds"), ...KINDS.map((name, k) => checkbox("kinds", k, glyph(name), D.kinds[k].label[language], n(kinds.get(k)))), el("label", {}, events, glyph("EVENT"), word("eventsOn"))),
    group(word("modality"), ...D.modalities.map((name, m) => checkbox("modalities", m, lineSample(m), word(name), n(modalities.get(m))))),
    group(word("types"), allOrNone("types", types.map(([name]) => name)), ...types.map(([name, number]) => checkbox("types", name, typeWord(name), n(number)))),
    group(word("outlets"), allOrNone("outlets", outlets.map(([index]) => index)), ...outlets.slice(0, 40).map(([index, number]) => checkbox("outlets", index, el("bdi", {}, outletWord(index)), n(number)))),
  );
}
function updateFilters() {
  for (const { input, set, item } of boxes) input.checked = !state[set].has(item);
  const events = document.getElementById("events-on");
  if (events) events.checked = state.eventsOn;
}

let timeInputs = {};
function buildTime() {
  const section = document.getElementById("time");
  const low = dayNumber(EXTENT.first), high = dayNumber(EXTENT.last);
  const iso = (number) => new Date(number * MILLIS).toISOString().slice(0, 10);
  const modes = [["all", "timeAll"], ["range", "timeRange"], ["day", "timeDay"]];
  const radios = modes.map(([mode, caption]) => el("label", {}, el("input", { type: "radio", name: "mode", value: mode, onchange: () => setMode(mode) }), word(caption)));
  const slider = (key) => el("input", { type: "range", min: low, max: high, step: 1, "aria-label": `${word("slider")}: ${word(key)}`, class: key, oninput: (moved) => slide(key, iso(Number(moved.target.value))) });
  const date = (key) => el("input", { type: "date", "aria-label": word(key), min: "1800-01-01", max: "2200-12-31", onchange: (entered) => entered.target.value && slide(key, entered.target.value) });
  timeInputs = { from: [slider("from"), date("from")], to: [slider("to"), date("to")], day: [slider("day"), date("day")] };
  const maybe = el("input", { type: "checkbox", id: "maybe", onchange: (entered) => change({ maybe: entered.target.checked }) });
  section.replaceChildren(
    el("div", { class: "modes", role: "radiogroup", "aria-label": word("time") }, ...radios),
    el("div", { class: "track" }, histogram(low, high), timeInputs.from[0], timeInputs.to[0], timeInputs.day[0]),
    el("div", { class: "dates" }, timeInputs.from[1], timeInputs.to[1], timeInputs.day[1], el("label", { class: "maybe" }, maybe, word("maybe"))),
  );
}

/** How many facts begin in each stretch of the time bar. */
function histogram(low, high) {
  const parts = 80, counts = new Array(parts).fill(0);
  for (const event of D.events) {
    const at = event.lo ? (dayNumber(event.lo) - low) / Math.max(1, high - low) : -1;
    if (at >= 0 && at <= 1) counts[Math.min(parts - 1, Math.floor(at * parts))] += 1;
  }
  const most = Math.max(1, ...counts);
  const svg = shape("svg", { viewBox: "0 0 800 36", preserveAspectRatio: "none", class: "histogram", "aria-hidden": "true" });
  counts.forEach((number, index) => number && svg.append(shape("rect", { x: index * 10 + 1, width: 8, y: 36 - 34 * Math.sqrt(number / most), height: 34 * Math.sqrt(number / most) })));
  return svg;
}
function setMode(mode) {
  const { first, last } = EXTENT;
  if (mode === "range") change({ mode, from: state.from || first, to: state.to || last });
  else if (mode === "day") change({ mode, day: state.day || last });
  else change({ mode });
}
let sliding = 0, pending = null;
function slide(key, day) {
  const order = key === "from" && day > state.to ? { to: day } : key === "to" && day < state.from ? { from: day } : {};
  pending = { ...pending, ...order, [key]: day };
  if (sliding) return;
  sliding = requestAnimationFrame(() => {
    sliding = 0;
    const changes = pending;
    pending = null;
    change(changes, false);
  });
}
function updateTime() {
  const section = document.getElementById("time");
  section.dataset.mode = state.mode;
  for (const radio of section.querySelectorAll("input[type=radio]")) radio.checked = radio.value === state.mode;
  for (const [key, [slider, date]] of Object.entries(timeInputs)) {
    const shown = key === "day" ? state.mode === "day" : state.mode === "range";
    slider.hidden = date.hidden = !shown;
    if (shown) {
      slider.value = dayNumber(state[key]);
      date.value = state[key];
      slider.setAttribute("aria-valuetext", spoken(state[key]));
    }
  }
  const maybe = document.getElementById("maybe");
  maybe.parentElement.hidden = state.mode !== "day";
  maybe.checked = state.maybe;
}

/** The visible facts, by time: what the list shows and the CSV holds. */
function visibleFacts() {
  const { nodes } = visible();
  const facts = state.node !== null && state.view === "timeline" ? factsOf[state.node] : nodes.flatMap((node) => factsOf[node]);
  const kept = [...new Set(facts)].filter((fact) => passes(D.events[fact]));
  const when = (fact) => D.events[fact].lo || "9999";
  return kept.sort((a, b) => (when(a) < when(b) ? -1 : when(a) > when(b) ? 1 : a - b));
}

function drawList() {
  const section = document.getElementById("view-list");
  const facts = visibleFacts();
  const body = el("tbody", {});
  let shown = 0;
  const more = button("", () => show());
  const names = (event, roles) => event.r.filter(([role]) => roles.includes(role)).map(([, node]) => nodeLink(node));
  const first = ["person", "parties"];
  const show = () => {
    for (const fact of facts.slice(shown, shown + 200)) {
      const event = D.events[fact];
      const others = event.r.map(([role]) => role).filter((role) => !first.includes(role));
      body.append(el("tr", {},
        el("td", {}, el("button", { type: "button", class: "link", onclick: () => showFact(fact) }, whenText(event) || word("undated"))),
        el("td", {}, ...names(event, first)),
        el("td", {}, [typeWord(event.t), event.q, event.l ? word(event.l) : ""].filter(Boolean).join(", ")),
        el("td", {}, ...names(event, others)),
        el("td", {}, el("span", { class: `badge m${event.m}` }, word(D.modalities[event.m]))),
        el("td", {}, [...event.outlets].map(outletWord).join(", "))));
    }
    shown = Math.min(facts.length, shown + 200);
    more.hidden = shown >= facts.length;
    more.textContent = word("more", { n: count(Math.min(200, facts.length - shown)) });
  };
  show();
  const heads = ["when", "who", "relation", "whom", "status", "sources"].map((key) => el("th", { scope: "col" }, word(key)));
  section.replaceChildren(el("table", {}, el("caption", {}, `${word("listCaption")}: ${count(facts.length)}`), el("thead", {}, el("tr", {}, ...heads)), body), more);
}
