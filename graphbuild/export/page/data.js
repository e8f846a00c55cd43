// The tables of the page, read once: lookups between nodes, pairs of nodes, facts and sources.

const D = JSON.parse(document.getElementById("data").textContent);
const KINDS = D.kinds.map((kind) => kind.name);
const TYPES = new Map(D.types.map((type) => [type.name, type]));
const OUTLETS = D.outlets;
const byId = new Map(D.entities.map((entity, index) => [entity.id, index]));
const eventById = new Map(D.events.map((event, index) => [event.id, index]));
const factsOf = D.entities.map(() => []);
const pairs = [];
const pairsOf = D.entities.map(() => []);
const pairByKey = new Map();
const statementsOf = new Map();

/** The pair of two nodes, made when it is first asked for. */
function pairOf(a, b) {
  const key = a * D.entities.length + b;
  let index = pairByKey.get(key);
  if (index === undefined) {
    index = pairs.length;
    pairs.push({ a, b, facts: [], structure: false });
    pairByKey.set(key, index);
    pairsOf[a].push(index);
    pairsOf[b].push(index);
  }
  return pairs[index];
}

/** First and last day of an ISO prefix. */
function firstDay(iso) {
  return iso ? (iso + "-01-01").slice(0, 10) : null;
}
function lastDay(iso) {
  if (!iso) return null;
  const [year, month, day] = iso.split("-").map(Number);
  if (day) return iso;
  return month ? `${iso}-${String(new Date(Date.UTC(year, month, 0)).getUTCDate()).padStart(2, "0")}` : `${iso}-12-31`;
}

function readTables() {
  D.events.forEach((event, index) => {
    const type = TYPES.get(event.t);
    event.spell = Boolean(type && type.spell);
    event.m = event.m || 0;
    event.r = event.r || [];
    event.w = event.w || [];
    event.v = event.v || [];
    const [notBefore, since, until, notAfter] = event.b || [null, null, null, null];
    event.bounds = { notBefore: notBefore || firstDay(event.s), since, until, notAfter: notAfter || lastDay(event.e) };
    event.lo = event.spell ? event.bounds.notBefore || since : firstDay(event.d) || notBefore;
    event.hi = event.spell ? event.bounds.notAfter || until : lastDay(event.d) || notAfter;
    if (event.lo === null) event.lo = event.spell ? until || notAfter : event.hi;
    if (event.hi === null) event.hi = event.lo;
    if (event.hi < event.lo) event.hi = event.lo;
    event.outlets = new Set(event.v.map(([quote]) => D.articles[D.quotes[quote][0]][1]));
    for (const node of new Set(event.r.map(([, node]) => node))) factsOf[node].push(index);
    for (const [a, b] of event.g || []) pairOf(a, b).facts.push(index);
  });
  D.entities.forEach((entity, index) => {
    for (const other of [entity.of, entity.up]) if (other !== undefined && other !== index) pairOf(index, other).structure = true;
  });
  for (const statement of D.statements) {
    if (!statementsOf.has(statement.s)) statementsOf.set(statement.s, []);
    statementsOf.get(statement.s).push(statement);
  }
  const when = (index) => D.events[index].lo || "9999";
  for (const facts of [...factsOf, ...pairs.map((pair) => pair.facts)]) {
    facts.sort((a, b) => (when(a) < when(b) ? -1 : when(a) > when(b) ? 1 : a - b));
  }
}
readTables();

const shownNodes = D.entities.map((_, index) => index).filter((index) => pairsOf[index].length);
const homeNodes = D.home ? D.home.map(([node]) => node) : shownNodes;
const homePlaces = new Map((D.home || []).map(([node, x, y]) => [node, { x, y }]));
const MOST = 2000; // nodes in view that vis-network still pans well without a graphics card

/** The word for a type, a role, or the label of a fact, in the language of the page. */
function typeWord(name) {
  const type = TYPES.get(name);
  return type ? type.label[language] : name;
}
function roleWord(name) {
  return (D.roles[name] || {})[language] || word(name);
}
function kindWord(node) {
  return D.kinds[D.entities[node].k].label[language];
}
function outletWord(index) {
  return OUTLETS[index] || word("noOutlet");
}
function fillers(event, role) {
  return event.r.filter(([name]) => name === role).map(([, node]) => node);
}

/** The years of a spell for a line's label: told ends where they are told, else when it was seen. */
function years(event) {
  const year = (iso) => (iso ? iso.slice(0, 4) : "");
  const start = year(event.s) || (event.b && event.b[0] && event.b[1] ? year(event.b[0]) : "");
  const end = year(event.e) || (event.b && event.b[2] && event.b[3] ? year(event.b[3]) : "");
  if (start || end) return start === end ? start : `${start}–${end}`;
  const { since, until, notAfter } = event.bounds;
  const first = year(since), last = year(until);
  if (first) return `${word("seen")} ${first === last ? first : `${first}–${last}`}`;
  return notAfter ? `–${year(notAfter)}` : "";
}

/** When a fact was, as fine as stated. */
function whenText(event) {
  if (!event.spell) return event.d ? spoken(event.d) : between(event);
  if (event.s && event.e) return event.s === event.e ? spoken(event.s) : `${spoken(event.s)} – ${spoken(event.e)}`;
  if (event.s) return `${word("since")} ${spoken(event.s)}`;
  if (event.e) return `${word("until")} ${spoken(event.e)}`;
  const { since, until, notAfter } = event.bounds;
  if (since) return `${word("seen")} ${since === until ? spoken(since) : `${spoken(since)} – ${spoken(until)}`}`;
  return notAfter ? `${word("before")} ${spoken(notAfter)}` : event.d ? spoken(event.d) : "";
}
function between(event) {
  const { notBefore, notAfter } = event.bounds;
  if (notBefore && notAfter) return notBefore === notAfter ? spoken(notBefore) : `${word("between")} ${spoken(notBefore)} ${word("and")} ${spoken(notAfter)}`;
  if (notAfter) return `${word("before")} ${spoken(notAfter)}`;
  return notBefore ? `${word("since")} ${spoken(notBefore)}` : "";
}

/** Whether a spell held on a day: "certain", "possible" or null. */
function held(event, day) {
  if (!event.spell || event.m !== 0) return null;
  const { notBefore, since, until, notAfter } = event.bounds;
  if (since && until && since <= day && day <= until) return "certain";
  if ((notBefore && day < notBefore) || (notAfter && day > notAfter)) return null;
  return since || until || notBefore ? "possible" : null;
}
