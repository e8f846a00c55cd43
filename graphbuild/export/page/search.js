// The search box: finds names and other names, also of nodes that are not in view.

const searchBox = document.getElementById("search");
const foundBox = document.getElementById("found");
const fold = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
let folded = null;
let found = [];
let current = -1;

/** The best matches: names that begin so, then words that begin so, then the rest; the most reported first. */
function search(text) {
  const wanted = fold(text.trim());
  if (!wanted) return [];
  folded ??= D.entities.map((entity) => [entity.n, ...(entity.a || [])].map(fold));
  const hits = [];
  folded.forEach((names, node) => {
    let best = 9;
    for (const name of names) {
      const at = name.indexOf(wanted);
      if (at < 0) continue;
      best = Math.min(best, name === wanted ? 0 : at === 0 ? 1 : name[at - 1] === " " ? 2 : 3);
    }
    if (best < 9) hits.push([best, -factsOf[node].length, node]);
  });
  return hits.sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]).slice(0, 12).map(([, , node]) => node);
}

function showFound() {
  found = search(searchBox.value);
  current = found.length ? 0 : -1;
  const open = searchBox.value.trim() !== "";
  foundBox.hidden = !open;
  searchBox.setAttribute("aria-expanded", String(open));
  if (!open) return foundBox.replaceChildren();
  const options = found.map((node, index) => el("li", { role: "option", id: `found-${index}`, onmousedown: (press_) => { press_.preventDefault(); take(index); } },
    glyph(KINDS[D.entities[node].k], 12), el("bdi", {}, D.entities[node].n), el("span", { class: "n" }, `${kindWord(node)} · ${count(factsOf[node].length)}`)));
  foundBox.replaceChildren(...(options.length ? options : [el("li", { role: "option", "aria-disabled": "true" }, word("nothing"))]));
  markCurrent();
}
function markCurrent() {
  [...foundBox.children].forEach((option, index) => option.setAttribute("aria-selected", String(index === current)));
  if (current >= 0) searchBox.setAttribute("aria-activedescendant", `found-${current}`);
  else searchBox.removeAttribute("aria-activedescendant");
}
function closeFound() {
  foundBox.hidden = true;
  searchBox.setAttribute("aria-expanded", "false");
  searchBox.removeAttribute("aria-activedescendant");
}
function take(index) {
  const node = found[index];
  closeFound();
  if (node === undefined) return;
  searchBox.value = "";
  selectNode(node);
  focusOn(node);
}
searchBox.addEventListener("input", showFound);
searchBox.addEventListener("blur", closeFound);
searchBox.addEventListener("keydown", (key) => {
  if (key.key === "ArrowDown" || key.key === "ArrowUp") {
    key.preventDefault();
    if (found.length) current = (current + (key.key === "ArrowDown" ? 1 : found.length - 1)) % found.length;
    markCurrent();
  } else if (key.key === "Enter") take(current);
  else if (key.key === "Escape") { searchBox.value = ""; closeFound(); }
});
