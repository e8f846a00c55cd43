// Where nodes stand: as computed beforehand, or, for a neighborhood, settled here once before anything is drawn.

/** Positions for the visible nodes; those that a reader dragged stay where they were put. */
function choosePlaces(nodes, lines) {
  if (state.ego !== null) {
    const joined = lines.map((line) => [line.a, line.b]);
    spots = nodes.length <= 320 ? settle(nodes, joined, state.ego) : new Map(nodes.map((node) => [node, given(node)]));
  } else {
    const own = !state.all && homePlaces.size > 0;
    spots = new Map(nodes.filter((node) => !own || homePlaces.has(node)).map((node) => [node, own ? homePlaces.get(node) : given(node)]));
    for (const node of nodes) if (!spots.has(node)) spots.set(node, beside(node));
  }
  for (const [id, at] of moved) if (spots.has(Number(id)) && state.ego === null) spots.set(Number(id), at);
}
function given(node) {
  const [x, y] = D.entities[node].p || [0, 0];
  return { x, y };
}

/** A free place near a neighbor that is in view: the first spot of a widening spiral that nobody occupies. */
function beside(node) {
  const anchor = neighbors(node).find((other) => spots.has(other));
  const middle = anchor === undefined ? outside() : spots.get(anchor);
  return spiral(middle, 110, [...spots.values()]);
}
function outside() {
  const all = [...spots.values()];
  return all.length ? { x: Math.max(...all.map((at) => at.x)) + 160, y: all[0].y } : { x: 0, y: 0 };
}
function spiral(middle, start, others) {
  for (let ring = 0; ring < 40; ring++) {
    const radius = start + ring * 45;
    const steps = 8 + ring * 4;
    for (let step = 0; step < steps; step++) {
      const angle = (2 * Math.PI * (step + (ring % 2) / 2)) / steps;
      const at = { x: Math.round(middle.x + radius * 1.25 * Math.cos(angle)), y: Math.round(middle.y + radius * Math.sin(angle)) };
      if (others.every((other) => Math.abs(other.x - at.x) > 105 || Math.abs(other.y - at.y) > 52)) return at;
    }
  }
  return { x: middle.x + start, y: middle.y };
}

/** Spring forces from a fixed start around the middle node: the same neighborhood always looks the same. */
function settle(nodes, joined, middle) {
  const size = nodes.length;
  const rank = new Map(nodes.map((node, index) => [node, index]));
  const x = new Float64Array(size), y = new Float64Array(size);
  nodes.forEach((node, index) => {
    const angle = 2.399963 * index, radius = node === middle ? 0 : 40 * Math.sqrt(index + 1) + 60;
    x[index] = radius * 1.3 * Math.cos(angle);
    y[index] = radius * Math.sin(angle);
  });
  const ends = joined.map(([a, b]) => [rank.get(a), rank.get(b)]);
  const spring = size > 60 ? 130 : 170, rounds = size > 150 ? 120 : 260;
  for (let round = 0; round < rounds; round++) {
    const dx = new Float64Array(size), dy = new Float64Array(size);
    for (let i = 0; i < size; i++) {
      for (let j = i + 1; j < size; j++) {
        const across = x[i] - x[j], down = y[i] - y[j];
        const force = (spring * spring) / Math.max(across * across + down * down, 1);
        dx[i] += across * force; dx[j] -= across * force;
        dy[i] += down * force; dy[j] -= down * force;
      }
    }
    for (const [i, j] of ends) {
      const across = x[i] - x[j], down = y[i] - y[j];
      const pull = Math.hypot(across, down) / spring;
      dx[i] -= across * pull; dx[j] += across * pull;
      dy[i] -= down * pull; dy[j] += down * pull;
    }
    const heat = spring * (1 - (0.97 * round) / rounds);
    for (let i = 0; i < size; i++) {
      if (nodes[i] === middle) continue;
      const length = Math.hypot(dx[i], dy[i]) || 1;
      x[i] += (dx[i] / length) * Math.min(length, heat);
      y[i] += (dy[i] / length) * Math.min(length, heat);
    }
  }
  widen(x, y);
  return new Map(nodes.map((node, index) => [node, { x: Math.round(x[index]), y: Math.round(y[index]) }]));
}

/** Move apart what would write over its neighbor. */
function widen(x, y) {
  const room = [138, 66];
  for (let round = 0; round < 60; round++) {
    let quiet = true;
    for (let i = 0; i < x.length; i++) {
      for (let j = i + 1; j < x.length; j++) {
        const across = x[i] - x[j], down = y[i] - y[j];
        const over = [room[0] - Math.abs(across), room[1] - Math.abs(down)];
        if (over[0] <= 0 || over[1] <= 0) continue;
        quiet = false;
        if (over[0] / room[0] < over[1] / room[1]) { const step = over[0] * 0.3 * (across < 0 ? -1 : 1); x[i] += step; x[j] -= step; }
        else { const step = over[1] * 0.3 * (down < 0 ? -1 : 1); y[i] += step; y[j] -= step; }
      }
    }
    if (quiet) return;
  }
}

/** The dated happenings of the selected node as diamonds near it, joined to whoever else in view took part. */
function drawEvents(nodes) {
  const result = { nodes: [], edges: [] };
  if (state.node === null || !state.eventsOn || state.kinds.has(KINDS.length) || !spots.has(state.node)) return result;
  const inView = new Set(nodes);
  const facts = factsOf[state.node].filter((fact) => !D.events[fact].spell && passes(D.events[fact])).slice(0, 12);
  const others = [...spots.values()];
  const middle = spots.get(state.node);
  for (const fact of facts) {
    const event = D.events[fact];
    const mates = [...new Set(event.r.map(([, node]) => node).filter((node) => node !== state.node && inView.has(node)))];
    const at = eventSpot(mates, middle, others);
    others.push(at);
    const id = `e${fact}`;
    result.nodes.push({
      id, ...at, shape: "diamond", size: 9, label: " ", opacity: 1, says: [short(typeWord(event.t), 24), event.d ? spoken(event.d) : ""].filter(Boolean).join("\n"),
      color: { background: event.m ? ink.paper : ink.EVENT, border: ink.EVENT, highlight: { background: ink.EVENT, border: ink.focus } }, borderWidth: 2,
    });
    const roles = new Map();
    for (const [role, node] of event.r) if (inView.has(node)) roles.set(node, role);
    for (const [node, role] of mates.length === 1 ? [] : roles) {
      result.edges.push({
        id: `${id}-${node}`, from: id, to: node, label: " ", says: node === state.node ? "" : roleWord(role), lit: true, width: 1, dashes: DASHES[event.m],
        color: { color: ink.EVENT, opacity: 0.5 }, arrows: "", smooth: false,
      });
    }
  }
  return result;
}

/** On the line where an event has one other participant, amid them where it has more, beside the node where it has none. */
function eventSpot(mates, middle, others) {
  const far = mates.map((node) => spots.get(node));
  if (far.length !== 1) {
    const all = [middle, ...far];
    const center = { x: all.reduce((sum, at) => sum + at.x, 0) / all.length, y: all.reduce((sum, at) => sum + at.y, 0) / all.length };
    return spiral(far.length ? center : middle, far.length ? 20 : 95, others);
  }
  const along = [0.68, 0.32, 0.82, 0.2].map((part) => ({ x: Math.round(middle.x + part * (far[0].x - middle.x)), y: Math.round(middle.y + part * (far[0].y - middle.y)) }));
  return along.find((at) => others.every((other) => Math.abs(other.x - at.x) > 70 || Math.abs(other.y - at.y) > 26)) || along[0];
}
