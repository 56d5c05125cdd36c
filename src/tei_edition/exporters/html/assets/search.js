/* Search in the page. The index and the texts come in scripts, so that this works from a file system as well. */
(() => {
  "use strict";
  const index = window.teiEditionIndex;
  const form = document.getElementById("search");
  const field = document.getElementById("query");
  const results = document.getElementById("results");
  const names = document.getElementById("names");
  const count = document.getElementById("count");
  const say = form.dataset;
  const SHOWN = 20;
  const AROUND = 90;
  const IDEOGRAPH = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff";
  const WORD = new RegExp(`[${IDEOGRAPH}]|(?:(?![${IDEOGRAPH}])[\\p{L}\\p{N}])+`, "gu");
  const FOLD = { ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ł: "l", þ: "th", ð: "d", ı: "i" };

  const folded = (words) =>
    words.toLowerCase().replace(/[ßæœøđłþðı]/g, (c) => FOLD[c]).normalize("NFKD").replace(/\p{M}/gu, "");
  const wordsOf = (words) => folded(words).match(WORD) || [];

  const vocabulary = [];
  for (const entry of index.words ? index.words.split(" ") : []) {
    const before = vocabulary[vocabulary.length - 1] || "";
    vocabulary.push(before.slice(0, parseInt(entry[0], 36)) + entry.slice(1));
  }
  const places = index.places.split(" ");

  /* Articles in which a word begins so, with how often. */
  const found = (prefix) => {
    let low = 0;
    let high = vocabulary.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (vocabulary[middle] < prefix) low = middle + 1;
      else high = middle;
    }
    const articles = new Map();
    for (; low < vocabulary.length && vocabulary[low].startsWith(prefix); low += 1) {
      let number = 0;
      for (const [, step, often] of places[low].matchAll(/([0-9a-z]*)([A-Z])/g)) {
        number += step ? parseInt(step, 36) : 0;
        articles.set(number, (articles.get(number) || 0) + often.charCodeAt(0) - 64);
      }
    }
    return articles;
  };

  const ranked = (words) => {
    const each = words.map(found);
    const scores = [];
    for (const [number, first] of each[0]) {
      if (!each.every((one) => one.has(number))) continue;
      const title = wordsOf(index.articles[number][1]);
      const inTitle = words.filter((word) => title.some((other) => other.startsWith(word))).length;
      scores.push([number, each.slice(1).reduce((sum, one) => sum + one.get(number), first) + 25 * inTitle]);
    }
    return scores.sort((a, b) => b[1] - a[1] || a[0] - b[0]).map((one) => one[0]);
  };

  const texts = (file) =>
    new Promise((done) => {
      const held = () => (window.teiEditionTexts || {})[file];
      if (held()) return done(held());
      const script = document.createElement("script");
      script.src = `search/text-${file}.js`;
      script.onload = () => done(held() || {});
      script.onerror = () => done({});
      document.head.append(script);
    });

  const element = (name, words = "", attributes = {}) => {
    const made = document.createElement(name);
    made.textContent = words;
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  };

  /* Where words of the query begin and end in a paragraph, in its own characters. */
  const hits = (paragraph, words) => {
    const ranges = [];
    for (const match of paragraph.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
      const own = wordsOf(match[0]);
      if (own.some((one) => words.some((word) => one.startsWith(word)))) ranges.push([match.index, match.index + match[0].length]);
    }
    return ranges;
  };

  /* Passages, two at most, in which as many words of the query as possible are seen. */
  const passages = (paragraphs, words) => {
    const found = [];
    let left = words;
    while (left.length && found.length < 2) {
      let best = null;
      for (const paragraph of paragraphs) {
        const own = wordsOf(paragraph);
        const kinds = left.filter((word) => own.some((one) => one.startsWith(word)));
        if (kinds.length && (!best || kinds.length > best.kinds.length)) best = { paragraph, kinds };
        if (best && best.kinds.length === left.length) break;
      }
      if (!best) break;
      const shown = passage(best.paragraph, words, left);
      found.push(shown);
      left = left.filter((word) => !wordsOf(shown.shown.textContent).some((one) => one.startsWith(word)));
    }
    return found;
  };

  /* The part of a paragraph round the first of the wanted words; all words of the query in it are marked. */
  const passage = (paragraph, words, wanted) => {
    const ranges = hits(paragraph, words);
    const first = hits(paragraph, wanted)[0];
    let start = Math.max(0, first[0] - AROUND);
    let end = Math.min(paragraph.length, first[1] + 2 * AROUND);
    const word = paragraph.indexOf(" ", start) + 1;
    if (start && word && word <= first[0]) start = word;
    if (end < paragraph.length) end = Math.max(first[1], paragraph.lastIndexOf(" ", end));
    const shown = element("p", start ? "… " : "");
    let at = start;
    for (const [from, to] of ranges) {
      if (from < start || to > end) continue;
      shown.append(paragraph.slice(at, from), element("mark", paragraph.slice(from, to)));
      at = to;
    }
    shown.append(paragraph.slice(at, end) + (end < paragraph.length ? " …" : ""));
    return { shown, fragment: `#:~:text=${encodeURIComponent(paragraph.slice(...first)).replace(/-/g, "%2D")}` };
  };

  const result = (number, words) => {
    const [file, title, date, periodical] = index.articles[number];
    const item = element("li");
    const heading = element("h2");
    const link = element("a", title, { href: file });
    heading.append(link);
    item.append(heading);
    const where = [periodical, date].filter(Boolean).join(", ");
    if (where) item.append(element("p", where, { class: "where" }));
    texts(index.files[number]).then((held) => {
      const parts = passages(held[number] || [], words);
      if (!parts.length) return;
      item.append(...parts.map((part) => part.shown));
      link.href = file + parts[0].fragment;
    });
    return item;
  };

  const showNames = (words) => {
    names.replaceChildren();
    const matching = index.names.filter(([term, , , , others]) => {
      const own = wordsOf(`${term} ${others}`);
      return words.every((word) => own.some((one) => one.startsWith(word)));
    });
    if (!words.length || !matching.length) return;
    const list = element("ul");
    matching.sort((a, b) => b[3] - a[3]);
    for (const [term, kind, address] of matching.slice(0, SHOWN)) {
      const item = element("li");
      item.append(element("a", term, { href: address }), " ", element("small", say[kind]));
      list.append(item);
    }
    names.append(element("h2", say.searchNames), list);
  };

  const show = (numbers, words, from) => {
    results.append(...numbers.slice(from, from + SHOWN).map((number) => result(number, words)));
    if (from + SHOWN >= numbers.length) return;
    const item = element("li");
    const more = element("button", say.searchMore, { type: "button" });
    more.addEventListener("click", () => {
      item.remove();
      show(numbers, words, from + SHOWN);
      results.children[from + SHOWN].querySelector("a").focus();
    });
    item.append(more);
    results.append(item);
  };

  const search = () => {
    const words = [...new Set(wordsOf(field.value))].map((word) => word.slice(0, 40));
    results.replaceChildren();
    showNames(words);
    if (!words.length) {
      count.textContent = "";
      return;
    }
    const numbers = ranked(words);
    count.textContent =
      numbers.length === 0 ? say.searchNone : numbers.length === 1 ? say.searchOne : say.searchMany.replace("{}", numbers.length);
    show(numbers, words, 0);
  };

  let waiting = 0;
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(search, 150);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    try {
      history.replaceState(null, "", `?q=${encodeURIComponent(field.value)}`);
    } catch (error) {
      if (!(error instanceof DOMException)) throw error; /* some browsers keep the address of a file as it is */
    }
    search();
  });
  field.value = new URLSearchParams(location.search).get("q") || "";
  search();
})();
