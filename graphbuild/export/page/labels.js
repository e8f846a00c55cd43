// Labels of nodes and lines: as many as have room at the present zoom, so that nothing writes over anything.

/** Put as many labels as have room, the most reported first; what is selected always has its label. */
function placeLabels(hand = true) {
  if (!network || !drawn.nodeRows) return;
  const scale = network.getScale() || 1;
  const font = Math.max(13, 12.5 / scale);
  const room = new Room(160 * Math.max(1, font / 13));
  const near = (row) => (row.id === state.node ? 4 : drawn.near.has(row.id) ? 3 : typeof row.id === "string" ? 2 : 1);
  const rows = drawn.nodeRows.map((row) => [near(row), typeof row.id === "number" ? factsOf[row.id].length : 0, row]).sort((a, b) => b[0] - a[0] || b[1] - a[1]);
  const bright = { size: font, color: ink.ink, strokeWidth: font / 3.5, strokeColor: ink.paper, face: FACE };
  const dull = { ...bright, color: ink.faint };
  const spread = rows.length > 150 ? 0.36 : 0.26; // half a letter's width; on full pictures with air around
  const far = rows.length <= 100 ? 0.5 : rows.length <= 400 ? 0.35 : 0.2; // the part of its size that a node keeps on the screen from afar
  const changed = [];
  const sized = (row) => (row.base ? Math.max(row.base, (row.base * far) / scale) : row.size);
  for (const row of drawn.nodeRows) {
    const reach = sized(row) * 0.8;
    room.mark([row.x - reach, row.y - reach, row.x + reach, row.y + reach * 0.6]);
  }
  for (const [, , row] of rows) {
    row.text ??= typeof row.id === "string" ? row.says : wrapped(D.entities[row.id].n);
    const size = sized(row);
    let shown = " ";
    if (row.opacity === 1 || rows.length <= 60) {
      const lines = row.text.split("\n");
      const half = Math.max(...lines.map((line) => line.length)) * font * spread;
      const taken = room.take([row.x - half, row.y + size * 0.6, row.x + half, row.y + size + 4 + lines.length * font * 1.1]);
      if (taken || row.id === state.node) shown = row.text;
    }
    if (row.label === shown && row.size === size && row.font && row.font.size === font) continue;
    row.label = shown;
    row.size = size;
    row.font = row.opacity === 1 ? bright : dull;
    changed.push({ id: row.id, label: row.label, size, font: row.font });
  }
  const lines = labelLines(font * 0.86, scale, room);
  if (hand) {
    handOver(nodeSet, changed, drawn.nodeRows);
    handOver(edgeSet, lines, drawn.edgeRows);
  }
}

/** The labels of lines go where the labels of nodes leave room, on large pictures only near the selection or close up. */
function labelLines(size, scale, room) {
  const many = drawn.edgeRows.length > 70 && scale < 0.75;
  const at = new Map(drawn.nodeRows.map((row) => [row.id, row]));
  const font = { size, color: ink.faint, strokeWidth: size / 3, strokeColor: ink.paper, align: "horizontal", face: FACE };
  const changed = [];
  for (const row of drawn.edgeRows) {
    let shown = " ";
    const a = at.get(row.from), b = at.get(row.to);
    if (row.says && row.lit && a && b && (!many || drawn.dim)) {
      const half = row.says.length * size * 0.25;
      const x = (a.x + b.x) / 2, y = (a.y + b.y) / 2;
      if (room.take([x - half, y - size * 0.6, x + half, y + size * 0.6])) shown = row.says;
    }
    if (row.label === shown && row.font && row.font.size === size) continue;
    row.label = shown;
    row.font = font;
    changed.push({ id: row.id, label: shown, font });
  }
  return changed;
}

/** Rectangles that are taken, found again by the cells of a grid. */
class Room {
  constructor(cell) {
    this.cell = cell;
    this.cells = new Map();
  }

  /** The cells that a rectangle touches. */
  keys(wanted) {
    const keys = [];
    for (let x = Math.floor(wanted[0] / this.cell); x <= Math.floor(wanted[2] / this.cell); x++) {
      for (let y = Math.floor(wanted[1] / this.cell); y <= Math.floor(wanted[3] / this.cell); y++) keys.push(x * 100003 + y);
    }
    return keys;
  }

  /** Take a rectangle whatever else is there. */
  mark(wanted) {
    for (const key of this.keys(wanted)) this.cells.has(key) ? this.cells.get(key).push(wanted) : this.cells.set(key, [wanted]);
  }

  /** Take a rectangle unless one that was taken before is in it; tells whether it was free. */
  take(wanted) {
    for (const key of this.keys(wanted)) for (const r of this.cells.get(key) || []) if (r[0] < wanted[2] && wanted[0] < r[2] && r[1] < wanted[3] && wanted[1] < r[3]) return false;
    this.mark(wanted);
    return true;
  }
}
