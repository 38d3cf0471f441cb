/* Pages: shows a page of the site in the place of the one before. The document is written anew, so that a page's scripts
   find what they would find in a site; the policy of the file holds for every page. */

const FROM_DISK = /\blocation\.protocol\b/g;
const UP_FROM_HERE = /new URL\("[./]*",location\)/g;
const NEVER = "iframe, frame, frameset, object, embed, applet, noscript, template, base, meta[http-equiv], portal";

class Pages {
  constructor(container, notes) {
    this.container = container;
    this.links = new Links(container);
    this.search = new Search(container);
    this.notes = notes;
    this.address = undefined;
    this.scrolled = new Map();
    this.here = "the lock";
    this.leaving = new AbortController();
  }

  start() {
    history.scrollRestoration = "manual";
    this.search.mount();
    keepNothing();
    this.forgetMedia();
    this.show();
  }

  /* Shows the place in the address bar: where it was left, for somebody who comes back to it; else its part, or its top. */
  show() {
    const { address, part } = this.links.placeOf(location.hash);
    this.scrolled.set(this.here, scrollY);
    const step = history.state?.step;
    const comesBack = step !== this.here && this.scrolled.has(step);
    if (!this.scrolled.has(step)) history.replaceState({ step: crypto.randomUUID() }, "");
    this.here = history.state.step;
    if (address !== this.address) this.write(address);
    if (comesBack) scrollTo(0, this.scrolled.get(step));
    else this.goTo(part);
  }

  write(address) {
    const page = new DOMParser().parseFromString(this.container.text(address), "text/html");
    this.prepare(page, address);
    this.address = address;
    this.leaving.abort();
    this.leaving = new AbortController();
    document.open();
    this.listen();
    document.write(`<!doctype html>${page.documentElement.outerHTML}`);
    document.close();
    this.watchResults();
    this.notes.mount(this, address);
  }

  /* What of the window a new document lets go. */
  listen() {
    addEventListener("hashchange", () => this.show());
    document.addEventListener("click", (event) => this.links.followWithin(event, this.address));
    addEventListener("beforeunload", (event) => {
      if (this.notes.isUnsaved) event.preventDefault();
    });
  }

  /* What listens to the width of the window or the colours of the system would keep a page in memory after it is left. */
  forgetMedia() {
    const real = window.matchMedia.bind(window);
    window.matchMedia = (query) => {
      const list = real(query);
      const { signal } = this.leaving;
      const listen = list.addEventListener.bind(list);
      list.addEventListener = (event, told) => listen(event, told, { signal });
      list.addListener = (told) => listen("change", told, { signal });
      return list;
    };
  }

  prepare(page, address) {
    for (const part of page.querySelectorAll(NEVER)) part.remove();
    for (const part of page.querySelectorAll("link")) this.prepareLink(part, address);
    const later = [];
    for (const script of page.querySelectorAll("script")) {
      if (script.type === "application/json") continue;
      const source = script.getAttribute("src");
      if (source === null) {
        script.textContent = script.textContent.replace(UP_FROM_HERE, 'new URL(".",location)');
        continue;
      }
      const inside = this.links.within(source, address);
      const ready = page.createElement("script");
      if (inside && this.container.has(inside.address)) {
        ready.textContent = this.container.text(inside.address).replace(FROM_DISK, '"https:"');
      }
      script.replaceWith(ready);
      if (script.defer) later.push(ready);
    }
    page.body.append(...later);
    const config = page.getElementById("__config");
    if (config) config.textContent = JSON.stringify(this.config(JSON.parse(config.textContent), address));
    this.links.settle(page, address);
    for (const top of page.querySelectorAll("h1")) top.tabIndex = -1;
  }

  prepareLink(link, address) {
    const inside = this.links.within(link.getAttribute("href") || "", address);
    const isThere = inside && this.container.has(inside.address);
    if (isThere && link.rel === "stylesheet") {
      const style = link.ownerDocument.createElement("style");
      style.textContent = this.container.text(inside.address);
      link.replaceWith(style);
    } else if (isThere && link.rel === "icon") {
      link.href = this.links.fileOf(inside.address);
    } else {
      link.remove();
    }
  }

  /* What the theme's script is told: where the site begins, and where its search is. */
  config(said, address) {
    const search = this.links.within(said.search || "", address);
    return { ...said, base: HERE, search: search ? HERE + search.address : said.search };
  }

  /* Results of a search lead to places too. */
  watchResults() {
    const results = document.querySelector("[data-md-component=search-result]");
    if (!results) return;
    new MutationObserver(() => this.links.settle(results, this.address)).observe(results, { childList: true, subtree: true });
  }

  goTo(part) {
    for (const toggle of document.querySelectorAll("input.md-toggle")) {
      if (toggle.checked && /^__(search|drawer)$/.test(toggle.id)) toggle.click();
    }
    const ids = Array.from(document.querySelectorAll("[id]"));
    const target = part && ids.find((element) => this.links.partOf(element.id) === part);
    const place = target || document.querySelector("h1");
    openAround(place);
    if (target) target.scrollIntoView();
    else scrollTo(0, 0);
    if (place && !place.matches("a[href], button, input, select, textarea, summary, [tabindex]")) place.tabIndex = -1;
    place?.focus({ preventScroll: true });
  }
}

/* What is folded away is opened, where a link leads into it. */
function openAround(element) {
  for (let part = element?.closest("details"); part; part = part.parentElement.closest("details")) part.open = true;
}

/* What pages would keep in this browser lasts as long as the file is open. */
function keepNothing() {
  for (const name of ["localStorage", "sessionStorage"]) {
    const kept = new Map();
    const storage = {
      getItem: (key) => (kept.has(String(key)) ? kept.get(String(key)) : null),
      setItem: (key, value) => void kept.set(String(key), String(value)),
      removeItem: (key) => void kept.delete(String(key)),
      clear: () => kept.clear(),
      key: (at) => Array.from(kept.keys())[at] ?? null,
      get length() {
        return kept.size;
      },
    };
    Object.defineProperty(window, name, { value: storage, configurable: true });
  }
}
