// The side panel: the facts of a node or of a line in time order, each with its quote and source.

const panel = document.getElementById("panel");
const PAGE = 40; // facts shown before a button asks for more

/** An element with properties, attributes and children; text goes in as text only. */
function el(tag, attributes, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (value !== null && value !== undefined && value !== false) made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
  return made;
}
function button(caption, action, attributes) {
  return el("button", { type: "button", ...attributes, onclick: action }, caption);
}

/** The shape of a kind as a small drawing, the same as on the canvas. */
function glyph(kind, size = 14) {
  const paths = { PER: "M7 1a6 6 0 1 0 .01 0z", OFFICE: "M2 2h10v10H2z", ORG: "M4 1.5h6l3.2 5.5-3.2 5.5H4L.8 7z", LOC: "M1 2h12L7 13z", EVENT: "M7 .5 13 7 7 13.5 1 7z" };
  const svg = shape("svg", { viewBox: "0 0 14 14", width: size, height: size, "aria-hidden": "true", class: `glyph ${kind}` });
  svg.append(shape("path", { d: paths[kind] }));
  return svg;
}
function shape(tag, attributes, ...children) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== null && value !== undefined) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/** A button with the name of a node that selects it. */
function nodeLink(node) {
  return el("button", { type: "button", class: "link", onclick: () => { selectNode(node); focusOn(node); } }, glyph(KINDS[D.entities[node].k], 11), el("bdi", {}, D.entities[node].n));
}

function drawPanel() {
  panel.replaceChildren(...(state.node !== null ? entityPanel(state.node) : state.pair !== null ? pairPanel(state.pair) : state.mode === "day" ? dayPanel() : overviewPanel()));
  panel.scrollTop = 0;
}

function entityPanel(node) {
  const entity = D.entities[node];
  const facts = factsOf[node].filter((fact) => passes(D.events[fact]));
  const rows = [
    el("p", { class: "kind" }, glyph(KINDS[entity.k]), kindWord(node)),
    el("h2", {}, el("bdi", {}, entity.n)),
  ];
  if (entity.a) rows.push(el("p", { class: "aka" }, word("aka") + " ", ...entity.a.slice(0, 8).flatMap((name, i) => [i ? ", " : "", el("bdi", {}, name)])));
  if (entity.of !== undefined) rows.push(el("p", {}, word("of") + " ", nodeLink(entity.of)));
  if (entity.up !== undefined) rows.push(el("p", {}, word("up") + " ", nodeLink(entity.up)));
  rows.push(el("p", { class: "actions" },
    button(word("showTimeline"), () => change({ view: "timeline" })),
    state.ego === node ? button(word("showFull"), () => { change({ ego: null, extra: [] }); fit(); }) : button(word("showEgo"), () => { openEgo(node); fit(); }),
    button(word("expand"), () => expand(node))));
  rows.push(...conflictRows(entity.id));
  rows.push(...factList(facts, node));
  return rows;
}

/** Bring the neighbors of a node into view. */
function expand(node) {
  const inView = new Set(scopeNodes());
  const added = neighbors(node).filter((other) => !inView.has(other)).slice(0, 60);
  if (added.length) change({ extra: [...state.extra, ...added], view: "network" });
}

function pairPanel(pair) {
  return [
    el("p", { class: "kind" }, word("relation")),
    el("h2", {}, nodeLink(pair.a), " ", el("span", { "aria-hidden": "true" }, "→"), " ", nodeLink(pair.b)),
    pair.structure && !pair.facts.length ? el("p", {}, word("structure")) : null,
    ...factList(pair.facts.filter((fact) => passes(D.events[fact])), null),
  ].filter(Boolean);
}

/** Who held what on the day of the slider: certain first, then possible. */
function dayPanel() {
  const rows = D.events.map((event, index) => ({ event, index, how: held(event, state.day) })).filter(({ event, how }) => how && event.t === "tenure" && passes(event));
  const parts = [el("h2", {}, word("holders", { d: spoken(state.day) }))];
  for (const how of ["certain", "possible"]) {
    const found = rows.filter((row) => row.how === how);
    if (!found.length) continue;
    const name = (event) => D.entities[fillers(event, "office")[0] ?? fillers(event, "organization")[0] ?? fillers(event, "person")[0]].n;
    found.sort((a, b) => (name(a.event) < name(b.event) ? -1 : 1));
    parts.push(el("h3", {}, `${word(how)} (${count(found.length)})`));
    parts.push(el("ul", { class: "holders" }, ...found.slice(0, 200).map(({ event, index }) => el("li", {},
      ...fillers(event, "office").map(nodeLink), el("div", {}, ...fillers(event, "person").map(nodeLink), " ", event.q ? el("span", { class: "badge" }, event.q) : null, el("button", { type: "button", class: "when link", onclick: () => showFact(index) }, whenText(event)))))));
  }
  if (!rows.length) parts.push(el("p", {}, word("holdersNone")));
  return parts;
}

function overviewPanel() {
  const rank = (kind) => shownNodes.filter((node) => KINDS[D.entities[node].k] === kind).sort((a, b) => factsOf[b].length - factsOf[a].length || a - b).slice(0, 8);
  const top = (kind) => el("ul", { class: "top" }, ...rank(kind).filter((node) => factsOf[node].length).map((node) => el("li", {}, nodeLink(node), el("span", { class: "n" }, count(factsOf[node].length)))));
  const people = D.entities.filter((entity) => KINDS[entity.k] === "PER").length;
  const disputed = [...statementsOf].filter(([id, list]) => eventById.has(id) && list.some((item) => item.x.length));
  return [
    el("h2", {}, word("overview")),
    el("dl", { class: "counts" }, ...[[word("people"), people], [word("entities"), D.entities.length], [word("events"), D.events.length], [word("articles"), D.articles.length]]
      .map(([name, n]) => el("div", {}, el("dt", {}, name), el("dd", {}, count(n))))),
    el("p", { class: "hint" }, word("hint")),
    el("h3", {}, word("most")), top("PER"), top("OFFICE"), top("ORG"),
    el("h3", {}, word("conflicts")),
    disputed.length ? el("ul", { class: "conflicts" }, ...disputed.slice(0, 20).map(([id]) => {
      const event = D.events[eventById.get(id)];
      const who = event.r.length ? D.entities[event.r[0][1]].n : "";
      return el("li", {}, el("button", { type: "button", class: "link", onclick: () => showFact(eventById.get(id)) }, `${typeWord(event.t)}: ${short((fillers(event, "person").map((node) => D.entities[node].n)[0]) || who, 60)}`));
    })) : el("p", {}, word("conflictsNone")),
  ];
}

/** Facts in time order, the first of them at once, the rest on demand. */
function factList(facts, node) {
  const list = el("ol", { class: "facts" });
  const caption = el("h3", {}, `${count(facts.length)} ${word("facts")}`);
  let shown = 0;
  const more = button("", () => show());
  const show = () => {
    list.append(...facts.slice(shown, shown + PAGE).map((fact) => factRow(fact, node)));
    shown = Math.min(facts.length, shown + PAGE);
    more.hidden = shown >= facts.length;
    more.textContent = word("more", { n: count(Math.min(PAGE, facts.length - shown)) });
  };
  show();
  return [caption, list, more];
}

function factRow(fact, node) {
  const event = D.events[fact];
  const badges = [];
  if (event.q) badges.push(el("span", { class: "badge" }, event.q));
  if (event.l) badges.push(el("span", { class: "badge" }, word(event.l)));
  if (event.m) badges.push(el("span", { class: `badge m${event.m}` }, word(D.modalities[event.m])));
  const roles = el("dl", { class: "roles" });
  for (const [role, other] of event.r) if (other !== node) roles.append(el("div", {}, el("dt", {}, roleWord(role)), el("dd", {}, nodeLink(other))));
  for (const [role, text] of event.w) roles.append(el("div", {}, el("dt", {}, roleWord(role)), el("dd", {}, el("bdi", {}, text))));
  for (const [key, name] of [["rp", "replaces"], ["fl", "follows"], ["sb", "startedBy"], ["eb", "endedBy"]]) {
    const other = eventById.get(event[key]);
    if (other !== undefined) roles.append(el("div", {}, el("dt", {}, word(name)), el("dd", {}, factLink(other))));
  }
  if (event.c && event.c < 0.6) roles.append(el("div", {}, el("dt", {}, word("confidence")), el("dd", {}, `${Math.round(event.c * 100)} %`)));
  return el("li", { class: `fact m${event.m}`, id: `fact-${fact}`, tabindex: "-1" },
    el("p", { class: "when" }, whenText(event) || word("undated")),
    el("h4", {}, typeWord(event.t), " ", ...badges),
    roles.children.length ? roles : null,
    ...conflictRows(event.id),
    ...sourceRows(event.v));
}
function factLink(fact) {
  const event = D.events[fact];
  const who = fillers(event, "person").map((node) => D.entities[node].n)[0] || "";
  return el("button", { type: "button", class: "link", onclick: () => showFact(fact) }, short([typeWord(event.t), who, event.spell ? years(event) : event.d || ""].filter(Boolean).join(", "), 90));
}

/** What other articles say against or less finely than the fact. */
function conflictRows(id) {
  return (statementsOf.get(id) || []).map((statement) => {
    const value = typeof statement.o === "number" ? D.entities[statement.o].n : /^\d{4}(-\d\d){0,2}$/.test(statement.o) ? spoken(statement.o) : statement.o;
    const from = [...new Set(statement.v.map(([quote]) => outletWord(D.articles[D.quotes[quote][0]][1])))].join(", ");
    return el("p", { class: statement.x.length ? "conflict" : "variant" }, `${word("differs")}: ${roleWord(statement.p)} `, el("b", {}, el("bdi", {}, value)), ` (${[word(statement.t), from].filter(Boolean).join("; ")})`);
  });
}

/** The quotes that tell a fact: the first in full, others folded. */
function sourceRows(evidence) {
  const rows = evidence.map(quoteRow);
  if (rows.length <= 1) return rows;
  return [rows[0], el("details", {}, el("summary", {}, word("otherSources", { n: count(rows.length - 1) })), ...rows.slice(1))];
}
function quoteRow([index, start, end]) {
  const [article, text] = D.quotes[index];
  const [title, outlet, url, date] = D.articles[article];
  const safe = /^https?:\/\//i.test(url);
  const cite = safe ? el("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, el("bdi", {}, title)) : el("bdi", {}, title);
  return el("figure", {},
    el("blockquote", {}, el("bdi", {}, text.slice(0, start), start < end ? el("mark", {}, text.slice(start, end)) : null, text.slice(end))),
    el("figcaption", {}, [outletWord(outlet), spoken(date)].filter(Boolean).join(", ") + ": ", cite));
}

/** Show a fact: its first participant's panel, scrolled to it. */
function showFact(fact, prefer) {
  const event = D.events[fact];
  const here = state.node !== null && event.r.some(([, node]) => node === state.node);
  const who = prefer ?? fillers(event, "person")[0] ?? (event.r[0] || [])[1];
  if (!here && who !== undefined) selectNode(who);
  revealFact(fact);
}
function revealFact(fact) {
  let row = document.getElementById(`fact-${fact}`);
  const facts = state.node === null ? [] : factsOf[state.node].filter((other) => passes(D.events[other]));
  for (let guard = 0; !row && facts.includes(fact) && guard < 100; guard++) {
    const more = panel.querySelector(":scope > button:not([hidden])");
    if (!more) break;
    more.click();
    row = document.getElementById(`fact-${fact}`);
  }
  if (!row) return;
  for (const other of panel.querySelectorAll(".fact.chosen")) other.classList.remove("chosen");
  row.classList.add("chosen");
  row.scrollIntoView({ block: "start" });
  row.focus({ preventScroll: true });
}
