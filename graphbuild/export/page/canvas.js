// The network drawing: which nodes and lines are visible, how they look, which labels have room.

const SHAPES = { PER: "dot", OFFICE: "square", ORG: "hexagon", LOC: "triangleDown", EVENT: "diamond" };
const DASHES = [false, [9, 6], [2, 5], [12, 4, 2, 4]];
const nodeSet = new vis.DataSet();
const edgeSet = new vis.DataSet();
const box = document.getElementById("canvas");
let network = null;
const FACE = "system-ui, sans-serif";
let drawn = { nodes: [], near: new Set() };
let unfitted = true;
const handed = new Map();
let spots = new Map();
const moved = new Map();

function color(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}
let ink = {};
function readColors() {
  for (const name of ["paper", "ink", "faint", "line", "structure", "focus", "PER", "OFFICE", "ORG", "LOC", "EVENT", "modality0", "modality1", "modality2", "modality3"]) ink[name] = color(name);
}

/** The visible nodes and lines of the state, before they are given looks. */
function visible() {
  const scope = new Set(scopeNodes());
  const kindOn = (node) => !state.kinds.has(D.entities[node].k);
  const nodes = new Set();
  const lines = [];
  const seen = new Set();
  for (const node of scope) {
    for (const index of pairsOf[node]) {
      if (seen.has(index)) continue;
      seen.add(index);
      const pair = pairs[index];
      const facts = pair.facts.filter((fact) => passes(D.events[fact]));
      if (!facts.length) continue;
      const b = kindOn(pair.b) || pair.b === undefined ? pair.b : D.entities[pair.b].of; // a hidden post stands back for its organization
      if (b === undefined || b === pair.a || !scope.has(pair.a) || !scope.has(b) || !kindOn(pair.a) || !kindOn(b)) continue;
      nodes.add(pair.a).add(b);
      lines.push({ a: pair.a, b, facts, pair, via: b === pair.b ? null : pair.b });
    }
  }
  const alive = new Set(nodes);
  for (const node of scope) {
    for (const index of pairsOf[node]) {
      const pair = pairs[index];
      if (!pair.structure || pair.a !== node || !scope.has(pair.b) || !kindOn(pair.a) || !kindOn(pair.b)) continue;
      if (!alive.has(pair.a)) continue;
      nodes.add(pair.a).add(pair.b);
      lines.push({ a: pair.a, b: pair.b, facts: [], pair, via: null, structure: true });
    }
  }
  if (state.node !== null && kindOn(state.node)) nodes.add(state.node);
  return { nodes: [...nodes], lines };
}

/** The label of a line: the years of its spells, else what happened and when. */
function lineLabel(line, facts) {
  const words = [];
  for (const index of facts) {
    const event = D.events[index];
    if (!event.spell && facts.some((other) => D.events[other].spell)) continue;
    const type = TYPES.get(event.t);
    const said = event.t === "tenure" ? event.q || "" : (event.w.find(([role]) => role === "position") || [])[1] || (type ? type.edge[language] : event.t);
    const time = event.spell ? years(event) : (event.d || "").slice(0, 4);
    const modality = event.m ? `(${word(D.modalities[event.m])})` : "";
    const via = line.via === null ? "" : short(D.entities[line.via].n, 28);
    const text = [via, short(said, 26), time, modality].filter(Boolean).join(" ");
    if (text && !words.includes(text)) words.push(text);
  }
  return words.length > 2 ? `${words[0]}, … (${words.length})` : words.join(", ");
}
function short(text, most) {
  const letters = [...text];
  return letters.length <= most ? text : letters.slice(0, most - 1).join("") + "…";
}

/** A name over at most three lines. */
function wrapped(text) {
  const rows = [];
  for (const part of short(text, 66).split(" ")) {
    const piece = short(part, 22);
    if (rows.length && (rows[rows.length - 1] + " " + piece).length <= 22) rows[rows.length - 1] += " " + piece;
    else rows.push(piece);
  }
  return (rows.length > 3 ? [...rows.slice(0, 2), short(rows.slice(2).join(" "), 22)] : rows).join("\n");
}

function nodeSize(node) {
  return Math.min(32, 10 + 2.6 * Math.sqrt(factsOf[node].length));
}

function drawNode(node, lit) {
  const entity = D.entities[node];
  const kind = KINDS[entity.k];
  const chosen = state.node === node;
  const at = spots.get(node) || { x: 0, y: 0 };
  return {
    id: node, x: at.x, y: at.y, shape: SHAPES[kind], base: nodeSize(node), size: nodeSize(node), label: " ", opacity: lit ? 1 : 0.25,
    borderWidth: chosen ? 4 : 1.5, borderWidthSelected: 4,
    color: { background: ink[kind], border: chosen ? ink.focus : ink.paper, highlight: { background: ink[kind], border: ink.focus } },
  };
}

/** The drawn lines of a pair: one for what happened, one more for each other modality. */
function drawLines(line, lit) {
  const base = { from: line.a, to: line.b, smooth: false };
  if (line.structure) {
    return [{ ...base, id: `s${line.a}-${line.b}`, label: " ", width: 1, color: { color: ink.structure, opacity: lit ? 0.9 : 0.2 }, arrows: "", dashes: false, says: "", lit }];
  }
  const groups = new Map();
  for (const fact of line.facts) {
    const modality = D.events[fact].m;
    if (!groups.has(modality)) groups.set(modality, []);
    groups.get(modality).push(fact);
  }
  return [...groups].sort(([a], [b]) => a - b).map(([modality, facts], order) => {
    const unsure = state.mode === "day" && facts.every((fact) => held(D.events[fact], state.day) === "possible");
    const chosen = state.pair !== null && state.pair === line.pair;
    return {
      ...base, id: `f${line.a}-${line.b}-${line.via ?? ""}-${modality}`, label: " ", says: lineLabel(line, facts), lit,
      width: chosen ? 4 : Math.min(4, 1.2 + 0.5 * facts.length), dashes: unsure ? [3, 6] : DASHES[modality],
      color: { color: chosen ? ink.focus : ink[`modality${modality}`], highlight: ink.focus, opacity: lit ? (unsure ? 0.6 : 1) : 0.12 },
      arrows: { to: { enabled: true, scaleFactor: 0.5 } },
      smooth: order ? { enabled: true, type: order % 2 ? "curvedCW" : "curvedCCW", roundness: 0.15 + 0.1 * order } : false,
    };
  });
}

/** Bring the drawing in line with the state. */
function drawNetwork() {
  const { nodes, lines } = visible();
  choosePlaces(nodes, lines);
  const near = new Set(state.node !== null ? [state.node] : state.pair !== null ? [state.pair.a, state.pair.b] : []);
  if (state.node !== null) for (const line of lines) if (line.a === state.node || line.b === state.node) near.add(line.a).add(line.b);
  const dim = near.size > 0 && nodes.length > 12;
  const touches = (line) => (state.node !== null ? line.a === state.node || line.b === state.node : state.pair === line.pair);
  const extra = drawEvents(nodes);
  const nodeRows = [...nodes.map((node) => drawNode(node, !dim || near.has(node))), ...extra.nodes];
  const edgeRows = [...lines.flatMap((line) => drawLines(line, !dim || touches(line))), ...extra.edges];
  drawn = { nodes, lines, near, dim, nodeRows, edgeRows: [...new Map(edgeRows.map((edge) => [edge.id, edge])).values()] };
  if (unfitted) moveCamera(fitted());
  placeLabels(false);
  replace(nodeSet, drawn.nodeRows);
  replace(edgeSet, drawn.edgeRows);
  describeScope(nodes, lines);
  if (state.node !== null && nodeSet.get(state.node)) network.selectNodes([state.node], false);
  else network.unselectAll();
}

/** Hand over the rows that differ from what is drawn, as the library works for each row that it is given. */
function replace(set, rows) {
  const before = handed.get(set) || new Map();
  const now = new Map(rows.map((row) => [row.id, JSON.stringify(row)]));
  set.remove([...before.keys()].filter((id) => !now.has(id)));
  set.update(rows.filter((row) => before.get(row.id) !== now.get(row.id)));
  handed.set(set, now);
}
function handOver(set, changed, rows) {
  const now = handed.get(set) || new Map();
  set.update(changed.filter((row) => now.has(row.id)));
  for (const row of rows) now.set(row.id, JSON.stringify(row));
}

function describeScope(nodes, lines) {
  const scope = document.getElementById("scope");
  const facts = lines.filter((line) => !line.structure).length;
  const children = [word("scope", { n: count(nodes.length), all: count(shownNodes.length), e: count(facts) })];
  if (!nodes.length) children.push(" · ", word("nothingVisible"));
  const whole = state.all || (state.ego === null && homeNodes.length === shownNodes.length);
  if (!whole && state.ego === null) {
    const caption = shownNodes.length <= MOST ? word("showAll") : word("showTop", { n: count(MOST) });
    children.push(" ", button(caption, () => { change({ all: true, extra: [] }); fit(); }));
  }
  if (state.ego !== null || state.all) children.push(" ", button(word(state.ego !== null ? "showFull" : "home"), () => { change({ ego: null, all: false, extra: [] }); fit(); }));
  scope.replaceChildren(...children);
}

/** The camera that shows everything: its middle and its scale. */
function fitted() {
  const all = [...spots.values()];
  if (!all.length) return { position: { x: 0, y: 0 }, scale: 1 };
  const range = (axis) => [Math.min(...all.map((at) => at[axis])), Math.max(...all.map((at) => at[axis]))];
  const [left, right] = range("x"), [top, bottom] = range("y");
  const wide = box.clientWidth || 800, high = box.clientHeight || 600;
  const scale = Math.min(1.3, (wide - 130) / (right - left + 1), (high - 120) / (bottom - top + 1));
  return { position: { x: (left + right) / 2, y: (top + bottom) / 2 + 14 / scale }, scale: Math.max(0.02, scale) };
}
function moveCamera(camera) {
  network.moveTo({ ...camera, animation: false });
  unfitted = false;
}
function fit() {
  moveCamera(fitted());
  placeLabels();
}
/** Bring a node into sight; what is well in sight already stays where it is. */
function focusOn(node) {
  const at = spots.get(node);
  if (!network || !at) return;
  const seen = network.canvasToDOM(at);
  const inside = seen.x > 60 && seen.y > 60 && seen.x < box.clientWidth - 60 && seen.y < box.clientHeight - 60;
  if (!inside || network.getScale() < 0.5) network.moveTo({ position: at, scale: Math.max(0.75, network.getScale()), animation: false });
  placeLabels();
}

function startNetwork() {
  readColors();
  network = new vis.Network(box, { nodes: nodeSet, edges: edgeSet }, {
    autoResize: true, physics: { enabled: false }, layout: { improvedLayout: false },
    nodes: { font: { multi: false }, labelHighlightBold: false, shapeProperties: { interpolation: false } },
    edges: { smooth: false, font: { multi: false }, labelHighlightBold: false, selectionWidth: 1, hoverWidth: 0.5 },
    interaction: { hideEdgesOnDrag: false, hideEdgesOnZoom: false, hover: false, keyboard: false, multiselect: false, selectConnectedEdges: false, zoomSpeed: 0.7 },
  });
  network.on("click", (hit) => {
    const node = hit.nodes[0];
    if (typeof node === "string") showFact(Number(node.slice(1)));
    else if (node !== undefined) selectNode(node);
    else if (hit.edges.length) selectLine(edgeSet.get(hit.edges[0]));
    else if (state.node !== null || state.pair !== null) change({ node: null, pair: null });
  });
  network.on("doubleClick", (hit) => {
    if (typeof hit.nodes[0] === "number") { openEgo(hit.nodes[0]); fit(); }
  });
  network.on("dragEnd", (hit) => {
    for (const [id, at] of Object.entries(network.getPositions(hit.nodes.filter((node) => typeof node === "number")))) {
      moved.set(id, at);
      spots.set(Number(id), at);
      Object.assign(drawn.nodeRows.find((row) => String(row.id) === id) || {}, at);
      nodeSet.update({ id: Number(id), ...at });
    }
    placeLabels();
  });
  let waiting = 0;
  network.on("zoom", () => { clearTimeout(waiting); waiting = setTimeout(placeLabels, 120); });
}

function selectLine(row) {
  const index = pairByKey.get(row.from * D.entities.length + row.to);
  if (typeof row.id === "string" && row.id.startsWith("e")) showFact(Number(row.id.slice(1).split("-")[0]));
  else if (index !== undefined) change({ pair: pairs[index], node: null });
}
