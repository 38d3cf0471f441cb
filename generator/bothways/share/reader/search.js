/* Search: the theme asks for its index with an XMLHttpRequest, and searches it in a Worker. Here both are answered from
   the container. The real worker is started once and stays while pages come and go. */

const INDEX = "search/search_index.json";

class Search {
  constructor(container) {
    this.container = container;
    this.worker = undefined;
    this.isReady = false;
    this.asking = undefined;
  }

  /* Puts our answers in the place of what the theme's script would call. */
  mount() {
    const search = this;
    window.Worker = class extends EventTarget {
      constructor(address) {
        super();
        search.asking = this;
        search.start(String(address).replace(HERE, ""));
      }

      postMessage(message) {
        search.ask(message);
      }

      terminate() {}
    };
    window.XMLHttpRequest = class extends EventTarget {
      open(method, address) {
        this.address = String(address).replace(HERE, "");
      }

      send() {
        queueMicrotask(() => this.answer());
      }

      answer() {
        const isThere = this.address === INDEX && search.container.has(INDEX);
        // The worker has the real one; a page needs to know only how words are read.
        const index = isThere ? { config: search.index().config, docs: [] } : {};
        this.status = isThere ? 200 : 404;
        this.response = new Blob([JSON.stringify(index)], { type: "application/json" });
        this.dispatchEvent(new Event("load"));
      }

      setRequestHeader() {}

      getResponseHeader() {
        return null;
      }

      abort() {}
    };
  }

  index() {
    this.read ||= JSON.parse(this.container.text(INDEX));
    return this.read;
  }

  start(address) {
    if (this.worker || !this.container.has(address)) return;
    this.worker = new RealWorker(URL.createObjectURL(new Blob([this.container.text(address)])));
    this.worker.addEventListener("message", ({ data }) => {
      if (data.type === READY) this.isReady = true;
      this.say(data);
    });
  }

  ask(message) {
    if (message.type !== SETUP) {
      this.worker?.postMessage(message);
    } else if (this.isReady) {
      queueMicrotask(() => this.say({ type: READY }));
    } else if (!this.isAsked) {
      this.isAsked = true;
      this.worker?.postMessage({ ...message, data: { ...message.data, ...this.index() } });
    }
  }

  /* Tells the page that is shown now. */
  say(data) {
    this.asking?.dispatchEvent(new MessageEvent("message", { data }));
  }
}

const SETUP = 0;
const READY = 1;
const RealWorker = window.Worker;
