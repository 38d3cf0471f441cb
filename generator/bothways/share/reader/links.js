/* Links: the pages of the site have addresses of their own; in the opened file each page has a number in no order.
   A place is `#12`, or `#12.k3x` for a part of the page. Nobody who sees the address bar learns a name from it. */

const HERE = "https://locked.invalid/";
const FILE = location.href.split("#")[0];
const OUTSIDE = ["http:", "https:", "mailto:", "tel:"];

class Links {
  constructor(container) {
    this.container = container;
    this.numbers = new Map(container.routes.map((address, number) => [address, number]));
    this.pictures = new Map();
  }

  /* The address and the part that a place in the address bar means; the front page, where it means nothing. */
  placeOf(hash) {
    const found = /^#([0-9]{1,6})(?:\.([0-9a-z]{1,8}))?$/.exec(hash);
    const address = found && this.container.routes[Number(found[1])];
    return address ? { address, part: found[2] } : { address: this.container.front, part: undefined };
  }

  place(address, id) {
    return `${FILE}#${this.numbers.get(address)}${id ? `.${this.partOf(id)}` : ""}`;
  }

  /* A short word for an id, which says nothing without the file's own salt (FNV-1a). */
  partOf(id) {
    let mixed = 0x811c9dc5;
    for (const byte of utf8(this.container.salt + id)) mixed = Math.imul(mixed ^ byte, 0x01000193) >>> 0;
    return mixed.toString(36);
  }

  /* Where a link on a page leads within the site; nothing for a link out of it. */
  within(link, address) {
    const url = parsed(link, HERE + address);
    if (!url || !url.href.startsWith(HERE)) return undefined;
    const target = decoded(url.pathname.slice(1)) || "index.html";
    return { address: target, id: decoded(url.hash.slice(1)) };
  }

  /* Points everything below an element to where it leads in the opened file. */
  settle(root, address) {
    for (const link of root.querySelectorAll("a[href], area[href]")) this.settleLink(link, address);
    for (const picture of root.querySelectorAll("img[src], source[src], image[href]")) {
      const attribute = picture.hasAttribute("src") ? "src" : "href";
      const inside = this.within(picture.getAttribute(attribute), address);
      if (inside && this.container.has(inside.address)) picture.setAttribute(attribute, this.fileOf(inside.address));
      else if (!picture.getAttribute(attribute).startsWith("data:image/")) picture.removeAttribute(attribute);
      picture.removeAttribute("srcset");
    }
  }

  settleLink(link, address) {
    const written = link.getAttribute("href");
    if (written.startsWith(`${FILE}#`)) return;
    // A part of the same page: the theme marks in its list of contents where one is. See `followWithin`.
    if (written.startsWith("#")) return;
    const inside = this.within(written, address);
    link.removeAttribute("ping");
    if (inside && this.numbers.has(inside.address)) {
      link.setAttribute("href", this.place(inside.address, inside.id));
      link.removeAttribute("target");
    } else if (inside && this.container.has(inside.address)) {
      link.setAttribute("href", this.fileOf(inside.address));
      link.setAttribute("download", inside.address.split("/").at(-1));
    } else if (!inside && OUTSIDE.includes((parsed(written, HERE) || {}).protocol)) {
      link.setAttribute("target", "_blank");
      link.setAttribute("rel", "noopener noreferrer");
    } else {
      link.removeAttribute("href");
    }
  }

  /* Follows a link to a part of the same page, so that the address bar names the place and not the part. */
  followWithin(event, address) {
    const link = event.target.closest?.("a[href^='#']");
    if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const id = decoded(link.getAttribute("href").slice(1));
    // As in a site, nothing happens where the page has no such part. To the reader it would mean the first page.
    if (!document.getElementById(id)) return;
    const place = this.place(address, id);
    if (location.href === place) dispatchEvent(new HashChangeEvent("hashchange"));
    else location.href = place;
  }

  /* A file of the site as an address that this browser alone knows. It is never opened as a page: only shown or saved. */
  fileOf(address) {
    if (!this.pictures.has(address)) {
      const type = TYPES[address.split(".").at(-1).toLowerCase()] || "application/octet-stream";
      this.pictures.set(address, URL.createObjectURL(new Blob([this.container.data(address)], { type })));
    }
    return this.pictures.get(address);
  }
}

const TYPES = {
  avif: "image/avif",
  gif: "image/gif",
  jpeg: "image/jpeg",
  jpg: "image/jpeg",
  png: "image/png",
  svg: "image/svg+xml",
  webp: "image/webp",
};

function parsed(link, base) {
  try {
    return new URL(link, base);
  } catch {
    return undefined;
  }
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
