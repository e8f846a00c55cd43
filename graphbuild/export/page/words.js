// The captions of the page in both languages, and dates in words.

const WORDS = {
  id: {
    search: "Cari orang, jabatan, lembaga …", found: "Hasil pencarian", nothing: "Tidak ditemukan",
    back: "← Kembali", backTip: "Kembali ke tampilan sebelumnya (Backspace)", home: "Awal", homeTip: "Tampilan awal, semua saringan dilepas",
    views: "Tampilan", network: "Jaringan", timeline: "Garis waktu", list: "Daftar",
    pngTip: "Simpan gambar sebagai PNG", csvTip: "Simpan yang tampak sebagai CSV", themeTip: "Terang atau gelap", languageTip: "Switch to English",
    helpTip: "Cara memakai (?)", filters: "Legenda dan saringan", tools: "Perbesaran", zoomIn: "Perbesar", zoomOut: "Perkecil", fit: "Tampilkan semua simpul",
    canvas: "Gambar jaringan. Tombol panah berpindah antartetangga, Enter membuka lingkungan, E menambah tetangga. Isi yang sama ada di tab Daftar.",
    time: "Waktu", panel: "Rincian", kinds: "Simpul", kindEvent: "peristiwa", modality: "Garis", types: "Peristiwa", outlets: "Media", noOutlet: "media tidak diketahui",
    actual: "terjadi", planned: "direncanakan", alleged: "dugaan atau isu", denied: "dibantah", structure: "bagian dari", possible: "mungkin",
    all: "semua", none: "kosongkan", timeAll: "Semua waktu", timeRange: "Rentang", timeDay: "Per tanggal", from: "dari", to: "sampai", day: "per tanggal",
    maybe: "juga yang mungkin", slider: "geser waktu", eventsOn: "peristiwa dari simpul terpilih",
    scope: "{n} dari {all} simpul · {e} garis", showAll: "Tampilkan semua", showTop: "Tampilkan {n} terbesar", nothingVisible: "Tidak ada yang cocok dengan saringan.",
    overview: "Isi graf", facts: "fakta", people: "orang", entities: "simpul", articles: "artikel", events: "peristiwa", most: "Paling banyak diberitakan", conflicts: "Sumber berbeda",
    conflictsNone: "Tidak ada keterangan yang bertentangan.", hint: "Klik simpul atau garis untuk melihat fakta, kutipan, dan sumbernya. Klik dua kali untuk lingkungannya saja.",
    aka: "Juga ditulis", of: "di", up: "bagian dari", showTimeline: "Garis waktu", showEgo: "Lingkungan saja", showFull: "Seluruh graf", expand: "Tambah tetangga",
    undated: "tanpa tanggal", more: "Tampilkan {n} lagi", otherSources: "{n} sumber lain", differs: "Sumber lain menyebut", between: "antara", and: "dan", to_: "s.d.", since: "sejak", until: "sampai",
    seen: "tercatat", now: "kini", before: "sebelum", certain: "pasti", uncertain: "mungkin", open: "terbuka", coarser: "lebih kasar", rejected: "tidak dipakai", rumour: "isu", accepted: "dipakai",
    date: "tanggal", start: "mulai", end: "selesai", parent: "bagian dari", replaces: "Menggantikan", follows: "Setelah", startedBy: "Dimulai oleh", endedBy: "Diakhiri oleh",
    confidence: "keyakinan", holders: "Pemegang jabatan per {d}", holdersNone: "Tidak ada jabatan yang diketahui pada hari itu.", article: "Artikel", untitled: "tanpa judul",
    current: "sedang menjabat", former: "mantan", suspect: "tersangka", arrest: "ditangkap atau ditahan", trial: "diadili", conviction: "divonis", acquittal: "dibebaskan",
    timelinePick: "Jabatan dan pemegangnya", timelineHint: "Pilih orang atau jabatan untuk garis waktunya sendiri.", timelineNone: "Tidak ada masa jabatan atau peristiwa bertanggal.", timelineOf: "Garis waktu {n}",
    legendCertain: "pasti", legendPossible: "mungkin", legendEvent: "peristiwa", legendConflict: "sumber berbeda", listCaption: "Fakta yang tampak", who: "Siapa", relation: "Hubungan", whom: "Dengan", when: "Kapan", status: "Status", sources: "Media",
    selected: "Dipilih: {n}, {f} fakta", close: "Tutup", howTo: "Cara memakai",
    help: [["Klik", "fakta, kutipan, sumber"], ["Klik dua kali", "lingkungan simpul saja"], ["/", "cari"], ["panah", "pindah antartetangga"], ["Enter", "lingkungan saja"], ["E", "tambah tetangga"], ["T", "garis waktu"], ["Backspace", "kembali"], ["Esc", "lepas pilihan"], ["+ −", "perbesar, perkecil"]],
    helpText: "Garis menyatakan hubungan dan tahunnya. Bentuk simpul menyatakan jenisnya. Yang pasti digambar penuh, yang mungkin pudar. Alamat halaman menyimpan tampilan, jadi bisa dibagikan bersama berkasnya.",
    months: ["Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November", "Desember"],
  },
  en: {
    search: "Search people, posts, organizations …", found: "Search results", nothing: "Nothing found",
    back: "← Back", backTip: "Back to the previous view (Backspace)", home: "Start", homeTip: "Opening view, all filters off",
    views: "Views", network: "Network", timeline: "Timeline", list: "List",
    pngTip: "Save the picture as PNG", csvTip: "Save what is visible as CSV", themeTip: "Light or dark", languageTip: "Ganti ke bahasa Indonesia",
    helpTip: "How to use (?)", filters: "Legend and filters", tools: "Zoom", zoomIn: "Zoom in", zoomOut: "Zoom out", fit: "Show all nodes",
    canvas: "Picture of the network. Arrow keys move between neighbors, Enter opens the neighborhood, E adds neighbors. The same content is in the List tab.",
    time: "Time", panel: "Details", kinds: "Nodes", kindEvent: "event", modality: "Lines", types: "Events", outlets: "Outlets", noOutlet: "outlet unknown",
    actual: "happened", planned: "planned", alleged: "alleged or rumored", denied: "denied", structure: "part of", possible: "possible",
    all: "all", none: "none", timeAll: "All times", timeRange: "Range", timeDay: "As of", from: "from", to: "to", day: "as of",
    maybe: "also what is possible", slider: "move in time", eventsOn: "events of the selected node",
    scope: "{n} of {all} nodes · {e} lines", showAll: "Show all", showTop: "Show the top {n}", nothingVisible: "Nothing matches the filters.",
    overview: "In this graph", facts: "facts", people: "people", entities: "nodes", articles: "articles", events: "events", most: "Most reported on", conflicts: "Sources differ",
    conflictsNone: "No contradicting statements.", hint: "Click a node or a line for its facts, quotes and sources. Double-click for its neighborhood only.",
    aka: "Also written", of: "at", up: "part of", showTimeline: "Timeline", showEgo: "Neighborhood only", showFull: "Whole graph", expand: "Add neighbors",
    undated: "undated", more: "Show {n} more", otherSources: "{n} more sources", differs: "Other sources say", between: "between", and: "and", to_: "to", since: "since", until: "until",
    seen: "seen", now: "now", before: "before", certain: "certain", uncertain: "possible", open: "open", coarser: "coarser", rejected: "not used", rumour: "rumor", accepted: "used",
    date: "date", start: "start", end: "end", parent: "part of", replaces: "Replaces", follows: "Follows", startedBy: "Started by", endedBy: "Ended by",
    confidence: "confidence", holders: "Who held what on {d}", holdersNone: "No post is known for that day.", article: "Article", untitled: "untitled",
    current: "in office", former: "former", suspect: "suspect", arrest: "arrested or detained", trial: "on trial", conviction: "convicted", acquittal: "acquitted",
    timelinePick: "Posts and their holders", timelineHint: "Select a person or a post for a timeline of its own.", timelineNone: "No tenures or dated events.", timelineOf: "Timeline of {n}",
    legendCertain: "certain", legendPossible: "possible", legendEvent: "event", legendConflict: "sources differ", listCaption: "Visible facts", who: "Who", relation: "Relation", whom: "With", when: "When", status: "Status", sources: "Outlets",
    selected: "Selected: {n}, {f} facts", close: "Close", howTo: "How to use",
    help: [["Click", "facts, quotes, sources"], ["Double-click", "neighborhood of a node only"], ["/", "search"], ["arrows", "move between neighbors"], ["Enter", "neighborhood only"], ["E", "add neighbors"], ["T", "timeline"], ["Backspace", "back"], ["Esc", "clear the selection"], ["+ −", "zoom"]],
    helpText: "A line states a relation and its years. The shape of a node states its kind. What is certain is drawn full, what is possible faint. The address of the page keeps the view, so it can be shared along with the file.",
    months: ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"],
  },
};

let language = "id";

/** The caption of a key, with {names} filled in. */
function word(key, values) {
  const text = WORDS[language][key] ?? key;
  return values ? text.replace(/\{(\w+)\}/g, (_, name) => values[name]) : text;
}

/** A number with the language's separators. */
function count(number) {
  return number.toLocaleString(language === "id" ? "id-ID" : "en-US");
}

/** A year, month or day in words, exactly as fine as stated. */
function spoken(iso) {
  if (!iso) return "";
  const [year, month, day] = iso.split("-");
  if (!month) return year;
  const name = WORDS[language].months[Number(month) - 1];
  return day ? `${Number(day)} ${name} ${year}` : `${name} ${year}`;
}
