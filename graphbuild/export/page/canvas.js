// The network drawing: which nodes and lines are visible, how they look, which labels have room.

const SHAPES = { PER: "dot", OFFICE: "square", ORG: "hexagon", LOC: "triangleDown", EVENT: "diamond" };
const DASHES = [false, [9, 6], [2, 5], [12, 4, 2, 4]];
const nodeSet = new vis.DataSet();
const edgeSet = new vis.DataSet();
const box = document.getElementById("canvas");
let network = null;
let drawn = { nodes: [], edges: [], key: "" };
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
    id: node, x: at.x, y: at.y, shape: SHAPES[kind], size: nodeSize(node), label: " ", opacity: lit ? 1 : 0.25,
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
  const nodeRows = nodes.map((node) => drawNode(node, !dim || near.has(node)));
  const edgeRows = lines.flatMap((line) => drawLines(line, !dim || touches(line)));
  const extra = drawEvents(nodes);
  replace(nodeSet, [...nodeRows, ...extra.nodes]);
  replace(edgeSet, [...new Map([...edgeRows, ...extra.edges].map((edge) => [edge.id, edge])).values()]);
  drawn = { nodes, lines, near, dim };
  placeLabels();
  describeScope(nodes, lines);
  if (state.node !== null && nodeSet.get(state.node)) network.selectNodes([state.node], false);
  else network.unselectAll();
}

function replace(set, rows) {
  const wanted = new Set(rows.map((row) => row.id));
  set.remove(set.getIds().filter((id) => !wanted.has(id)));
  set.update(rows);
}

/** Put as many labels as have room, the most reported first; what is selected always has its label. */
function placeLabels() {
  if (!network) return;
  const scale = network.getScale() || 1;
  const font = Math.max(13, Math.min(60, 12.5 / scale));
  const taken = new Map();
  const cell = 160 * Math.max(1, font / 13);
  const free = (rect) => {
    const cells = [];
    for (let x = Math.floor(rect[0] / cell); x <= Math.floor(rect[2] / cell); x++) for (let y = Math.floor(rect[1] / cell); y <= Math.floor(rect[3] / cell); y++) cells.push(`${x},${y}`);
    const hit = cells.some((key) => (taken.get(key) || []).some((r) => r[0] < rect[2] && rect[0] < r[2] && r[1] < rect[3] && rect[1] < r[3]));
    return { hit, take: () => cells.forEach((key) => (taken.has(key) ? taken.get(key).push(rect) : taken.set(key, [rect]))) };
  };
  const updates = [];
  const place = (id, text, x, y, size, must) => {
    const rows = text.split("\n");
    const half = (Math.max(...rows.map((row) => row.length)) * font * 0.54) / 2;
    const spot = free([x - half * 0.92, y + size * 0.6, x + half * 0.92, y + size + 4 + rows.length * font * 1.1]);
    if (spot.hit && !must) return " ";
    spot.take();
    return text;
  };
  const rank = (row) => (row.id === state.node ? -2e9 : typeof row.id === "string" ? -1e6 : drawn.near && drawn.near.has(row.id) ? -1e9 : 0) - (typeof row.id === "number" ? factsOf[row.id].length : 0);
  const rows = nodeSet.get().sort((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1));
  for (const row of rows) {
    const text = typeof row.id === "string" ? row.says : wrapped(D.entities[row.id].n);
    const shown = row.opacity < 1 && rows.length > 60 ? " " : place(row.id, text, row.x, row.y, row.size, row.id === state.node);
    if (row.label !== shown || row.drawnFont !== font) {
      const look = { size: font, color: row.opacity < 1 ? ink.faint : ink.ink, strokeWidth: 4, strokeColor: ink.paper, face: "system-ui, sans-serif" };
      updates.push({ id: row.id, label: shown, drawnFont: font, font: look });
    }
  }
  nodeSet.update(updates);
  labelLines(font, scale, free);
}

function labelLines(font, scale, free) {
  const updates = [];
  const many = edgeSet.length > 70 && scale < 0.75;
  const size = Math.max(11, font * 0.85);
  for (const row of edgeSet.get()) {
    let shown = " ";
    const a = nodeSet.get(row.from), b = nodeSet.get(row.to);
    const chosen = (state.node !== null && (row.from === state.node || row.to === state.node)) || (drawn.dim && row.lit);
    if (row.says && row.lit && a && b && (!many || chosen)) {
      const half = (row.says.length * size * 0.5) / 2;
      const x = (a.x + b.x) / 2, y = (a.y + b.y) / 2;
      const spot = free([x - half, y - size * 0.6, x + half, y + size * 0.6]);
      if (!spot.hit) { spot.take(); shown = row.says; }
    }
    if (row.label !== shown || row.drawnFont !== size) {
      updates.push({ id: row.id, label: shown, drawnFont: size, font: { size, color: ink.faint, strokeWidth: 4, strokeColor: ink.paper, align: "horizontal", face: "system-ui, sans-serif" } });
    }
  }
  edgeSet.update(updates);
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

function fit() {
  if (network) network.fit({ animation: false, maxZoomLevel: 1.3 });
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
    for (const [id, at] of Object.entries(network.getPositions(hit.nodes))) {
      moved.set(id, at);
      spots.set(Number(id), at);
      nodeSet.update({ id: hit.nodes[0], ...at });
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
