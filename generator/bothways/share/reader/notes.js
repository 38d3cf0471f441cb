/* Notes: what the coach writes about pages, and answers to the questions on them. They are kept in this browser, locked
   with the file's own key, until they are saved as a reply. Asked for by `reply.json` in the container; see
   generator/locked-file.md.
   Expects: on a page that asks, empty elements with data-answer, below the heading that asks. `decide/keep-cooking` in it
   means the page of that goal. */

const REPLY = "reply.json";
const LONGEST = 10000;
const realStorage = storageOf(window);

class Notes {
  constructor(container, keys) {
    this.container = container;
    this.keys = keys;
    this.asked = container.has(REPLY) ? JSON.parse(container.text(REPLY)) : undefined;
    this.kept = [];
    this.isUnsaved = false;
  }

  /* Takes up what was kept when the file was open before. */
  async remember() {
    if (!this.asked) return;
    try {
      const kept = bytesOf(realStorage.getItem(this.key()));
      const how = { name: "AES-GCM", iv: kept.subarray(0, IV) };
      const plain = await crypto.subtle.decrypt(how, this.keys.content, kept.subarray(IV));
      this.kept = JSON.parse(new TextDecoder().decode(plain));
      this.isUnsaved = this.kept.length > 0;
    } catch {
      this.kept = [];
    }
  }

  key() {
    return `bothways:${this.asked.share}`;
  }

  async keep() {
    this.isUnsaved = this.kept.length > 0;
    this.tell();
    try {
      const iv = crypto.getRandomValues(new Uint8Array(IV));
      const plain = utf8(JSON.stringify(this.kept));
      const locked = new Uint8Array(await crypto.subtle.encrypt({ name: "AES-GCM", iv }, this.keys.content, plain));
      realStorage.setItem(this.key(), base64(new Uint8Array([...iv, ...locked])));
    } catch {
      // A browser that keeps nothing still has them until the file is closed.
    }
  }

  /* Puts the desk on a page that was just shown. */
  mount(pages, address) {
    if (!this.asked) return;
    this.address = address;
    this.pages = pages;
    const style = document.createElement("style");
    style.textContent = NOTES_STYLE;
    document.head.append(style);
    for (const place of document.querySelectorAll("[data-answer]")) this.mountAnswer(place);
    this.desk = element("aside", { class: "bw-desk-notes", "aria-label": "Your reply" });
    this.write = button("Write a comment", () => this.openDialog());
    this.save = button("Save my reply", () => this.openDialog("save"));
    this.status = element("p", { role: "status" });
    this.desk.append(this.status, this.write, this.save);
    document.body.append(this.desk);
    this.tell();
  }

  tell() {
    if (!this.status) return;
    const count = this.kept.length;
    this.save.hidden = count === 0;
    const words = count === 1 ? "One comment" : `${count} comments`;
    this.status.textContent = count ? `${words}, ${this.isUnsaved ? "not yet saved" : "saved"}` : "";
  }

  mountAnswer(place) {
    const heading = headingAbove(place);
    const asked = wordsOf(heading);
    const goal = /^decide\/(.+)$/.exec(place.dataset.answer);
    const address = goal && this.container.has(`goals/${goal[1]}.html`) ? `goals/${goal[1]}.html` : this.address;
    const part = address === this.address ? heading?.id || null : null;
    const mine = () => this.kept.find((note) => note.address === address && note.asked === asked);
    const field = element("textarea", { rows: "3", maxlength: LONGEST, "aria-label": `Your answer: ${asked}` });
    field.placeholder = "Your answer";
    field.value = mine()?.said || "";
    field.addEventListener("input", () => {
      this.kept = this.kept.filter((note) => note !== mine());
      const said = field.value.trim();
      if (said) this.kept.push({ address, part, about: null, asked, said });
      this.keep();
    });
    place.append(field);
  }

  /* One dialog for both: writing a comment, and looking over all of them before they are saved. */
  openDialog(what) {
    this.dialog?.remove();
    this.dialog = element("dialog", { class: "bw-notes", "aria-labelledby": "bothways-notes" });
    this.dialog.append(element("h2", { id: "bothways-notes" }, what ? "Your reply" : "A comment"));
    if (!what) this.dialog.append(this.form());
    if (this.kept.length) this.dialog.append(this.list());
    if (what && this.kept.length) this.dialog.append(this.saving());
    this.dialog.append(button("Close", () => this.dialog.close()));
    this.dialog.addEventListener("close", () => this.dialog.remove());
    document.body.append(this.dialog);
    this.dialog.showModal();
  }

  form() {
    const form = element("form", { method: "dialog" });
    const about = element("select", { id: "bothways-about" });
    about.append(element("option", { value: "" }, `This page: ${wordsOf(document.querySelector("h1"))}`));
    let nearest = "";
    for (const heading of document.querySelectorAll("article h2[id], article h3[id], main h2[id], main h3[id]")) {
      if (about.querySelector(`option[value="${CSS.escape(heading.id)}"]`)) continue;
      about.append(element("option", { value: heading.id }, wordsOf(heading)));
      if (heading.getBoundingClientRect().top < innerHeight / 2 && scrollY > 0) nearest = heading.id;
    }
    about.value = nearest;
    const said = element("textarea", { id: "bothways-said", rows: "6", maxlength: LONGEST, required: "" });
    const keep = element("button", { type: "submit", class: "bw-notes-first" }, "Keep");
    form.append(
      element("label", { for: "bothways-about" }, "About"),
      about,
      element("label", { for: "bothways-said" }, "What you would like to say"),
      said,
      keep,
    );
    form.addEventListener("submit", () => {
      const part = about.value || null;
      const words = about.selectedOptions[0].textContent;
      this.kept.push({ address: this.address, part, about: part && words, asked: null, said: said.value.trim() });
      this.kept = this.kept.filter((each) => each.said);
      this.keep();
    });
    return form;
  }

  list() {
    const list = element("ul", { class: "bw-notes-list" });
    for (const note of this.kept) {
      const entry = element("li", {});
      const title = note.asked || note.about || "The page";
      const link = element("a", { href: this.pages.links.place(note.address, note.part) }, title);
      link.addEventListener("click", () => this.dialog.close());
      const gone = button("Remove", () => {
        this.kept = this.kept.filter((each) => each !== note);
        entry.remove();
        this.keep();
      });
      gone.setAttribute("aria-label", `Remove: ${note.said.slice(0, 60)}`);
      entry.append(link, element("p", {}, note.said), gone);
      list.append(entry);
    }
    return list;
  }

  saving() {
    const box = element("div", {});
    const label = element("label", { class: "bw-notes-choice" });
    const plain = element("input", { type: "checkbox" });
    label.append(plain, " Save it without the lock: whoever finds the file can read it");
    const words = "It opens with the same words as this file. Send it the way you got this one.";
    const save = button("Save my reply", () => this.saveReply(plain.checked));
    save.className = "bw-notes-first";
    box.append(element("p", {}, words), label, save);
    return box;
  }

  async saveReply(isPlain) {
    const today = new Date();
    const made = [today.getFullYear(), today.getMonth() + 1, today.getDate()]
      .map((number) => String(number).padStart(2, "0"))
      .join("-");
    const comments = this.kept.map(({ address, ...note }) => ({ page: this.asked.pages[address] || null, ...note }));
    const reply = JSON.stringify({ bothways: "reply", version: 1, share: this.asked.share, made, comments }, null, 1);
    const content = isPlain ? reply : await sealEnvelope("reply", utf8(reply), this.keys);
    const link = element("a", {
      href: URL.createObjectURL(new Blob([content], { type: "application/octet-stream" })),
      download: isPlain ? "reply.json" : "reply.locked.txt",
    });
    document.body.append(link);
    link.click();
    link.remove();
    this.isUnsaved = false;
    this.tell();
    this.dialog?.close();
  }
}

function storageOf(place) {
  try {
    return place.localStorage;
  } catch {
    return undefined;
  }
}

function element(name, attributes, words) {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  if (words) made.textContent = words;
  return made;
}

function button(words, press) {
  const made = element("button", { type: "button" }, words);
  made.addEventListener("click", press);
  return made;
}

function headingAbove(place) {
  const isBefore = (heading) => heading.compareDocumentPosition(place) & Node.DOCUMENT_POSITION_FOLLOWING;
  return Array.from(document.querySelectorAll("h1, h2, h3, h4")).filter(isBefore).at(-1);
}

/* What an element says, without what the theme or we put into it. */
function wordsOf(part) {
  if (!part) return "";
  const copy = part.cloneNode(true);
  for (const extra of copy.querySelectorAll(".headerlink, .bw-hush, button")) extra.remove();
  return copy.textContent.replace(/\s+/g, " ").trim();
}
