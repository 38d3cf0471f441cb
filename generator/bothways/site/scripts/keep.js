/* Keeps what a form is set to with the page's place in the browser's history, so that Back and a reload show the same
   list. Nothing goes into the address: no server's log learns whom somebody looked for.
   Expects: <form data-keep> whose fields have ids. Whatever listens to a field hears of it as if it had been typed. */
(function () {
  "use strict";
  var NAME = "bothways:form";

  function isChoice(field) {
    return field.type === "radio" || field.type === "checkbox";
  }

  function mount(form) {
    var fields = Array.from(form.elements).filter(function (field) {
      return field.id;
    });

    function keep() {
      var kept = {};
      fields.forEach(function (field) {
        kept[field.id] = isChoice(field) ? field.checked : field.value;
      });
      try {
        history.replaceState(Object.assign({}, history.state, { [NAME]: kept }), "");
      } catch (refused) {
        /* A browser that keeps nothing shows the whole list. */
      }
    }

    function restore() {
      var kept = (history.state || {})[NAME];
      if (!kept) return;
      fields.forEach(function (field) {
        if (!(field.id in kept)) return;
        var what = isChoice(field) ? "checked" : "value";
        if (field[what] === kept[field.id]) return;
        field[what] = kept[field.id];
        field.dispatchEvent(new Event("input", { bubbles: true }));
        field.dispatchEvent(new Event("change", { bubbles: true }));
      });
    }

    form.addEventListener("input", keep);
    form.addEventListener("change", keep);
    /* Once the scripts that listen are there. */
    if (document.readyState === "complete") window.setTimeout(restore);
    else document.addEventListener("DOMContentLoaded", restore);
  }

  document.querySelectorAll("form[data-keep]").forEach(mount);
})();
