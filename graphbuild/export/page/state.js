// What is on the screen, as one object; the address of the page keeps it, so that a view can be shared.

const START = () => ({
  view: "network", node: null, pair: null, ego: null, extra: [], all: false, maybe: true, eventsOn: true,
  kinds: new Set(), types: new Set(), outlets: new Set(), modalities: new Set(), // what is switched off
  mode: "all", from: null, to: null, day: null,
});
let state = START();
let theme = "auto";
const past = [];

const EXTENT = (() => {
  const days = D.events.flatMap((event) => (event.lo ? [event.lo] : [])).sort();
  const ends = [...D.events.map((event) => event.hi), ...D.articles.map((article) => lastDay(article[3]))].filter(Boolean).sort();
  const today = "2024-01-01";
  const first = days[Math.floor(days.length * 0.02)] || today;
  const last = ends[ends.length - 1] || first;
  return { first, last: last > first ? last : lastDay(first.slice(0, 4)) };
})();

/** Whether a fact passes the filters of type, outlet, modality and time. */
function passes(event) {
  if (state.types.has(event.t) || state.modalities.has(event.m)) return false;
  if (state.outlets.size && event.outlets.size && [...event.outlets].every((outlet) => state.outlets.has(outlet))) return false;
  if (state.mode === "day") {
    const status = held(event, state.day);
    return status === "certain" || (status === "possible" && state.maybe);
  }
  if (state.mode === "range") return event.lo !== null && event.lo <= state.to && event.hi >= state.from;
  return true;
}

/** The nodes that may be drawn at all: a neighborhood, or the opening view with what was added, or everything. */
function scopeNodes() {
  if (state.ego !== null) return [...new Set([...neighborhood(state.ego), ...state.extra])];
  if (state.all) return shownNodes.length <= MOST ? shownNodes : [...new Set([...largest(), ...state.extra])];
  return [...new Set([...homeNodes, ...state.extra])];
}

/** As many nodes as stay usable, grown outward from the most connected one. */
function largest() {
  if (grown) return grown;
  const size = (node) => pairsOf[node].length;
  const order = (a, b) => size(b) - size(a) || a - b;
  const found = new Set();
  const starts = [...shownNodes].sort(order);
  for (let next = 0, front = []; found.size < MOST && (front.length || next < starts.length); ) {
    if (!front.length) front = found.has(starts[next]) ? [] : [starts[next]], next++;
    for (const node of front) if (found.size < MOST) found.add(node);
    front = [...new Set(front.flatMap(neighbors))].filter((node) => !found.has(node)).sort(order);
  }
  grown = [...found];
  return grown;
}
let grown = null;

/** A node, its neighbors, and the organizations of the posts among them. */
function neighborhood(node) {
  const near = neighbors(node).slice(0, 300);
  const above = near.flatMap((other) => [D.entities[other].of, D.entities[other].up]).filter((other) => other !== undefined);
  return [node, ...near, ...above];
}
function neighbors(node) {
  return [...new Set(pairsOf[node].map((index) => (pairs[index].a === node ? pairs[index].b : pairs[index].a)))];
}

const SETS = { kinds: "k", types: "t", outlets: "o", modalities: "m" };
const NAMES = { kinds: (x) => KINDS.concat("EVENT")[x], types: (x) => x, outlets: (x) => OUTLETS[x], modalities: (x) => D.modalities[x] };

/** The state as the part of the address after #. */
function address() {
  const parts = new URLSearchParams();
  if (state.view !== "network") parts.set("v", state.view);
  if (state.node !== null) parts.set("n", D.entities[state.node].id);
  if (state.pair !== null) parts.set("p", [state.pair.a, state.pair.b].map((node) => D.entities[node].id).join("|"));
  if (state.ego !== null) parts.set("ego", D.entities[state.ego].id);
  if (state.extra.length) parts.set("x", state.extra.map((node) => D.entities[node].id).join("|"));
  if (state.all) parts.set("all", "1");
  if (!state.maybe) parts.set("sure", "1");
  for (const [set, key] of Object.entries(SETS)) if (state[set].size) parts.set(key, [...state[set]].map(NAMES[set]).join("|"));
  if (state.mode === "range") { parts.set("from", state.from); parts.set("to", state.to); }
  if (state.mode === "day") parts.set("on", state.day);
  if (language !== D.language) parts.set("l", language);
  if (theme !== "auto") parts.set("th", theme);
  return parts.toString();
}

/** Read an address; what it names and the graph does not have is left out. */
function readAddress(text) {
  const parts = new URLSearchParams(text);
  const node = (id) => byId.get(id) ?? null;
  const list = (key) => (parts.get(key) || "").split("|").filter(Boolean);
  const isDay = (day) => /^\d{4}-\d\d-\d\d$/.test(day || "") && !Number.isNaN(Date.parse(day));
  const next = START();
  if (["timeline", "list"].includes(parts.get("v"))) next.view = parts.get("v");
  next.node = node(parts.get("n"));
  const [a, b] = list("p").map(node);
  const index = a !== undefined && b !== undefined && a !== null && b !== null ? pairByKey.get(a * D.entities.length + b) : undefined;
  next.pair = index === undefined ? null : pairs[index];
  next.ego = node(parts.get("ego"));
  next.extra = list("x").map(node).filter((found) => found !== null);
  next.all = parts.get("all") === "1";
  next.maybe = parts.get("sure") !== "1";
  const known = { kinds: [...KINDS, "EVENT"], types: null, outlets: OUTLETS, modalities: D.modalities };
  for (const [set, key] of Object.entries(SETS)) {
    const items = list(key).map((name) => (known[set] ? known[set].indexOf(name) : name)).filter((item) => item !== -1);
    next[set] = new Set(items);
  }
  if (isDay(parts.get("from")) && isDay(parts.get("to"))) Object.assign(next, { mode: "range", from: parts.get("from"), to: parts.get("to") });
  if (isDay(parts.get("on"))) Object.assign(next, { mode: "day", day: parts.get("on") });
  if (WORDS[parts.get("l")]) language = parts.get("l");
  if (["light", "dark"].includes(parts.get("th"))) theme = parts.get("th");
  return next;
}

function keepAddress() {
  try {
    history.replaceState(null, "", "#" + address());
  } catch {
    // inside a notebook's frame there is no address to keep
  }
}

/** Change the state and redraw; a step is one that Back undoes. */
function change(changes, step = true) {
  if (step) past.push(copy(state));
  if (past.length > 100) past.shift();
  state = { ...state, ...changes };
  keepAddress();
  render();
}
function copy(value) {
  return { ...value, extra: [...value.extra], ...Object.fromEntries(Object.keys(SETS).map((set) => [set, new Set(value[set])])) };
}
function goBack() {
  if (!past.length) return;
  state = past.pop();
  keepAddress();
  render();
}
function toggle(set, item) {
  const next = new Set(state[set]);
  if (!next.delete(item)) next.add(item);
  change({ [set]: next });
}

/** Select a node; one that is not in view is brought in with its neighbors. */
function selectNode(node, extras = {}) {
  const inView = new Set(scopeNodes());
  const added = inView.has(node) || !pairsOf[node].length ? [] : [node, ...neighbors(node).slice(0, 40).filter((other) => !inView.has(other))];
  change({ node, pair: null, extra: [...state.extra, ...added], ...extras });
}
function openEgo(node) {
  change({ ego: node, node, pair: null, extra: [], view: "network" });
}
