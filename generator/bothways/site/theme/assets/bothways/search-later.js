/* The search index is the heaviest file of a site. The theme's script asks for it as soon as a page is open; here it waits
   until somebody is about to search, or comes from a search and wants the words marked. Stands before that script.
   A locked file has its index at hand and answers by itself. */

(() => {
  if (window.bothwaysReader) return;
  const INDEX = /search\/search_index\.js(on)?$/;

  const wanted = new Promise((want) => {
    if (/[?&][qh]=/.test(location.search)) want();
    for (const event of ["focusin", "pointerover", "click"]) {
      addEventListener(event, ({ target }) => {
        if (target.closest?.(".md-search, [for=__search]")) want();
      });
    }
  });

  window.XMLHttpRequest = class extends XMLHttpRequest {
    open(method, address, ...more) {
      this.ready = INDEX.test(address) ? wanted : undefined;
      super.open(method, address, ...more);
    }

    send(body) {
      if (this.ready) this.ready.then(() => super.send(body));
      else super.send(body);
    }
  };

  // In a page that was opened as a file, the index comes as a script.
  const { head } = document;
  head.appendChild = (element) => {
    if (INDEX.test(element.src)) wanted.then(() => head.append(element));
    else head.append(element);
    return element;
  };
})();
