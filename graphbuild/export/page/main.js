// Everything together: one render for each change of the state, and the keyboard.

const $ = (id) => document.getElementById(id);
const VIEWS = ["network", "timeline", "list"];
let panelKey = "";

function render() {
  for (const view of VIEWS) {
    const tab = $(`tab-${view}`);
    tab.setAttribute("aria-selected", String(state.view === view));
    tab.tabIndex = state.view === view ? 0 : -1;
    $(`view-${view}`).hidden = state.view !== view;
  }
  $("back").disabled = past.length === 0;
  updateFilters();
  updateTime();
  if (state.view === "network") drawNetwork();
  else if (state.view === "timeline") drawTimeline();
  else drawList();
  const key = [state.node, state.pair && `${state.pair.a}-${state.pair.b}`, language].join("/");
  const top = key === panelKey ? panel.scrollTop : 0;
  drawPanel();
  panel.scrollTop = top;
  if (key !== panelKey && state.node !== null) $("live").textContent = word("selected", { n: D.entities[state.node].n, f: count(factsOf[state.node].length) });
  panelKey = key;
}

/** Write all captions in the language of the page and build what is built once per language. */
function speak() {
  document.documentElement.lang = language;
  for (const item of document.querySelectorAll("[data-word]")) item.textContent = word(item.dataset.word);
  for (const item of document.querySelectorAll("[data-title]")) { item.title = word(item.dataset.title); item.setAttribute("aria-label", item.textContent && item.textContent.length > 2 ? item.textContent : word(item.dataset.title)); }
  for (const item of document.querySelectorAll("[data-label]")) item.setAttribute("aria-label", word(item.dataset.label));
  searchBox.placeholder = word("search");
  $("language").textContent = language === "id" ? "EN" : "ID";
  $("theme").textContent = "◐";
  $("language").setAttribute("aria-label", `${$("language").textContent}: ${word("languageTip")}`);
  $("png").setAttribute("aria-label", `PNG: ${word("pngTip")}`);
  $("csv").setAttribute("aria-label", `CSV: ${word("csvTip")}`);
  buildFilters();
  buildTime();
  const rows = WORDS[language].help.map(([key, meaning]) => el("tr", {}, el("th", { scope: "row" }, key), el("td", {}, meaning)));
  $("keys").replaceChildren(el("h2", { id: "keys-title" }, word("howTo")), el("p", {}, word("helpText")), el("table", {}, el("tbody", {}, ...rows)), button(word("close"), () => $("keys").close()));
}

function wear() {
  if (theme === "auto") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  readColors();
}
function isDark() {
  return theme === "dark" || (theme === "auto" && matchMedia("(prefers-color-scheme: dark)").matches);
}
function redrawAll() {
  nodeSet.clear();
  edgeSet.clear();
  handed.clear();
  render();
}

function openView(view) {
  const first = view === "network" && state.view !== "network";
  change({ view });
  if (first) requestAnimationFrame(() => { network.redraw(); placeLabels(); });
}

/** The visible node that lies in a direction from the selected one, neighbors first. */
function nodeToward(across, down) {
  const at = spots.get(state.node);
  if (state.node === null || !at) return drawn.nodes.reduce((best, node) => (best === null || factsOf[node].length > factsOf[best].length ? node : best), null);
  const near = new Set(neighbors(state.node));
  let best = null, cost = Infinity;
  for (const node of drawn.nodes) {
    const to = spots.get(node);
    if (node === state.node || !to) continue;
    const x = to.x - at.x, y = to.y - at.y;
    const along = x * across + y * down, aside = Math.abs(x * down) + Math.abs(y * across);
    if (along <= 0 || aside > along * 1.5) continue;
    const price = (along + aside) * (near.has(node) ? 1 : 4);
    if (price < cost) { cost = price; best = node; }
  }
  return best;
}

const ARROWS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };
function onCanvasKey(key) {
  if (ARROWS[key.key]) {
    const next = nodeToward(...ARROWS[key.key]);
    if (next !== null) { selectNode(next); network.moveTo({ position: spots.get(next), animation: false }); }
  } else if (key.key === "Enter" && state.node !== null) { openEgo(state.node); fit(); }
  else if (key.key === "+" || key.key === "=") zoom(1.25);
  else if (key.key === "-") zoom(0.8);
  else if (key.key === "e" || key.key === "E") { if (state.node !== null) expand(state.node); }
  else return;
  key.preventDefault();
}
function zoom(factor) {
  network.moveTo({ scale: Math.min(4, Math.max(0.04, network.getScale() * factor)), animation: false });
  placeLabels();
}

function onKey(key) {
  const inField = key.target instanceof Element && key.target.closest("input, textarea, select, dialog");
  if (inField || key.ctrlKey || key.metaKey || key.altKey) return;
  if (key.key === "/") searchBox.focus();
  else if (key.key === "?") $("keys").showModal();
  else if (key.key === "Backspace") goBack();
  else if (key.key === "Escape") { if (state.node !== null || state.pair !== null) change({ node: null, pair: null }); }
  else if (key.key === "t" || key.key === "T") openView(state.view === "timeline" ? "network" : "timeline");
  else return;
  key.preventDefault();
}

function wire() {
  $("back").onclick = goBack;
  $("home").onclick = () => { change(START()); fit(); };
  $("png").onclick = savePng;
  $("csv").onclick = saveCsv;
  $("help").onclick = () => $("keys").showModal();
  $("fit").onclick = fit;
  $("zoom-in").onclick = () => zoom(1.25);
  $("zoom-out").onclick = () => zoom(0.8);
  $("theme").onclick = () => { theme = isDark() ? "light" : "dark"; wear(); keepAddress(); redrawAll(); };
  $("language").onclick = () => { language = language === "id" ? "en" : "id"; speak(); keepAddress(); redrawAll(); };
  for (const view of VIEWS) $(`tab-${view}`).onclick = () => openView(view);
  document.querySelector(".tabs").addEventListener("keydown", (key) => {
    const step = { ArrowRight: 1, ArrowLeft: 2 }[key.key];
    if (!step) return;
    const next = VIEWS[(VIEWS.indexOf(state.view) + step) % 3];
    openView(next);
    $(`tab-${next}`).focus();
  });
  box.addEventListener("keydown", onCanvasKey);
  document.addEventListener("keydown", onKey);
  addEventListener("hashchange", () => {
    if (location.hash.slice(1) === address()) return;
    state = readAddress(location.hash.slice(1));
    wear(); speak(); redrawAll(); fit();
  });
  addEventListener("resize", () => { if (state.view === "timeline") drawTimeline(); });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => { wear(); redrawAll(); });
}

language = WORDS[D.language] ? D.language : "id";
state = readAddress(location.hash.slice(1));
if (!location.hash && D.focus !== null && D.focus !== undefined) state.node = D.focus;
wear();
startNetwork();
speak();
wire();
render();
if (state.node !== null && location.hash) focusOn(state.node);
document.documentElement.dataset.ready = "1";
